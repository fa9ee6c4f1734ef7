import { useTranslation } from 'react-i18next'
import type { ZoneTarget } from '#core/stove/stove.ts'
import { degrees } from '../format/temperature.ts'
import { useSnapshot } from '../state/kitchen.ts'
import { Degrees } from '../ui/degrees.tsx'
import { targetText } from './target-text.ts'

/** A target as a numeral. */
export function Target({ target }: { readonly target: ZoneTarget }) {
  const { t } = useTranslation()
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  if (target.kind === 'temperature' || target.kind === 'liquid')
    return <Degrees value={degrees(target.celsius, unit)} />
  if (target.kind === 'simmer') return <span className="target-word">{targetText(target, unit, t)}</span>
  return <span className="num">{targetText(target, unit, t)}</span>
}
