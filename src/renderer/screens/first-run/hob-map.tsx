import { useTranslation } from 'react-i18next'
import type { StoveDescription } from '#core/stove/stove.ts'
import './hob-map.css'

interface HobMapProps {
  readonly stove: StoveDescription
  readonly names: readonly string[]
  readonly chosen: number | null
  readonly onChoose: (zone: number) => void
}

/** The hob from above, true to scale, each zone a button. */
export function HobMap({ stove, names, chosen, onChoose }: HobMapProps) {
  const { t } = useTranslation()
  const share = (value: number, whole: number): string => `${(value / whole) * 100}%`
  return (
    <div className="hob-map" role="group" aria-label={t('shell.zones')} ref={(map) => map?.style.setProperty('aspect-ratio', `${stove.widthMm} / ${stove.depthMm}`)}>
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
          {names[index] ?? zone.id + 1}
        </button>
      ))}
      <span className="hob-map-front small mute">{t('firstRun.here')}</span>
    </div>
  )
}
