import { useTranslation } from 'react-i18next'
import { useKitchen } from '../state/kitchen.ts'
import './waiting.css'

/** Before the first word from the kitchen. Nothing is known yet, and nothing is claimed. */
export function Waiting() {
  const { t } = useTranslation()
  const closed = useKitchen((state) => state.link === 'closed')
  return (
    <main className="waiting" role="status">
      <span className="waiting-mark" aria-hidden="true" />
      <h1>SmartTop</h1>
      <p className="mute">{t(closed ? 'link.closed' : 'link.connecting')}</p>
    </main>
  )
}
