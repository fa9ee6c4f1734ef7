import { useTranslation } from 'react-i18next'
import type { CookSnapshot } from '#contract/snapshot.ts'
import { useSnapshot } from '../../state/kitchen.ts'
import { refusalText } from '../../state/send.ts'

/** Why the cook stands still. A pause of one's own needs no reason. */
export function PausedNote({ by }: { readonly by: CookSnapshot['pausedBy'] }) {
  const { t } = useTranslation()
  const zones = useSnapshot((snapshot) => snapshot.zones)
  if (by === null) return null
  const zone = 'zone' in by ? (zones.find((each) => each.id === by.zone)?.name ?? '') : ''
  const why = (): string => {
    switch (by.kind) {
      case 'zone-off':
        return by.cause === 'stop' ? t('cook.causeStop') : t(`fault.${by.cause}.title`)
      case 'heat-refused':
        return refusalText(by.code, undefined)
      case 'not-started':
      case 'cook':
      case 'recovered':
        return ''
      default:
        return by satisfies never
    }
  }
  return (
    <p className="step-paused" role="status">
      {t(`cook.paused.${by.kind}`, { zone, why: why() })}
    </p>
  )
}
