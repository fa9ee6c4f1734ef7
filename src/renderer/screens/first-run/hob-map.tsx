import { useTranslation } from 'react-i18next'
import type { StoveDescription } from '#core/stove/stove.ts'
import './hob-map.css'

interface HobMapProps {
  readonly stove: StoveDescription
  readonly names: readonly string[]
  readonly chosen: number | null
  readonly onChoose: (zone: number) => void
  /** Without words: for a place where the chosen name stands beside it. */
  readonly small?: boolean
}

/** The hob from above, true to scale, each zone a button. */
export function HobMap({ stove, names, chosen, onChoose, small = false }: HobMapProps) {
  const { t } = useTranslation()
  const share = (value: number, whole: number): string => `${(value / whole) * 100}%`
  return (
    <div
      className="hob-map"
      data-small={small || undefined}
      role="group"
      aria-label={t('shell.zones')}
      ref={(map) => map?.style.setProperty('aspect-ratio', `${stove.widthMm} / ${stove.depthMm}`)}
    >
      {stove.zones.map((zone, index) => (
        <button
          key={zone.id}
          type="button"
          className="hob-map-zone"
          aria-pressed={chosen === zone.id}
          onClick={() => onChoose(zone.id)}
          ref={(button) => {
            if (button === null) return
            button.style.left = share(stove.widthMm / 2 + zone.xMm, stove.widthMm)
            button.style.top = share(stove.depthMm / 2 - zone.yMm, stove.depthMm)
            button.style.width = share(zone.diameterMm, stove.widthMm)
          }}
        >
          <span className={small ? 'unseen' : undefined}>{names[index] ?? zone.id + 1}</span>
        </button>
      ))}
      {!small && <span className="hob-map-front small mute">{t('firstRun.here')}</span>}
    </div>
  )
}
