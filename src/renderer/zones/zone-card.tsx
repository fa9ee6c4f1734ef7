import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { degrees } from '../format/temperature.ts'
import { useSnapshot } from '../state/kitchen.ts'
import { selectZone, useScreen } from '../state/screen.ts'
import { Icon } from '../ui/icon.tsx'
import { Degrees } from '../ui/degrees.tsx'
import { targetText } from './target-text.ts'
import { useZoneFace } from './use-zone-face.ts'
import type { ZoneFace } from './zone-face.ts'
import './zone-card.css'

/** One zone in the strip: what it is, how hot, what is set, what limits it. Pressing it opens its panel. */
export const ZoneCard = memo(function ZoneCard({ zone }: { readonly zone: number }) {
  const { t } = useTranslation()
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  const selected = useScreen((state) => state.zone === zone)
  const face = useZoneFace(zone, unit)
  if (face === null) return null
  const on = face.target.kind !== 'off'
  const target = targetText(face.target, unit, t)
  const word = t(`zone.state.${face.state}`)
  const unsure = face.state === 'assume-hot'
  const notes = [
    !unsure && face.quality === 'stale' && t('zone.quality.stale'),
    !unsure && face.limitedBy !== null && t(`zone.limited.${face.limitedBy}`),
  ].filter((note) => note !== false)
  const spoken = [
    face.name,
    face.celsius === null ? t('zone.quality.unknown') : `${degrees(face.celsius, unit)}°`,
    on ? t('zone.setTo', { target }) : t('zone.off'),
    word,
    ...notes,
  ].join(', ')
  return (
    <button
      type="button"
      className="zone-card card"
      data-state={face.state}
      data-quality={face.quality}
      data-limited={face.limitedBy ?? undefined}
      data-zone={zone}
      aria-pressed={selected}
      aria-label={spoken}
      onClick={() => selectZone(selected ? null : zone)}
    >
      <span className="zone-card-head">
        <span className="zone-card-name">{face.name}</span>
        <span className="zone-card-state">{notes[0] ?? word}</span>
      </span>
      <span className="zone-card-main">
        <span className="zone-card-numeral">
          {face.celsius === null ? (
            <span className="num">––</span>
          ) : (
            <Degrees value={degrees(face.celsius, unit)} approximate={face.quality === 'estimated'} />
          )}
        </span>
        <span className="zone-card-side">
          {on && !unsure && (
            <span className="zone-card-target" data-words={face.target.kind === 'simmer' || undefined}>
              <Icon name="arrow" />
              {target}
            </span>
          )}
          {!on && face.state !== 'off' && <span className="mute">{t('zone.off')}</span>}
        </span>
      </span>
      {on && !unsure && (
        <span
          className="zone-card-bar"
          ref={(bar) => bar?.style.setProperty('--share', String(progress(face)))}
        />
      )}
    </button>
  )
})

/** How far to the target, counted from a cold kitchen; for power, the share itself. */
function progress(face: ZoneFace): number {
  if (face.target.kind === 'power') return face.target.share
  if (face.target.kind === 'off' || face.celsius === null) return 0
  const cold = 20
  const goal = face.target.kind === 'simmer' ? 100 : face.target.celsius
  return Math.min(1, Math.max(0, (face.celsius - cold) / (goal - cold)))
}
