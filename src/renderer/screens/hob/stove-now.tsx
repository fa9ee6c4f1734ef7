import { useTranslation } from 'react-i18next'
import { degreesText } from '../../format/temperature.ts'
import { clockTime, decimal } from '../../format/wall-time.ts'
import { EmberLegend } from '../../hologram/overlay/ember-legend.tsx'
import { useSnapshot } from '../../state/kitchen.ts'
import { useZoneFace } from '../../zones/use-zone-face.ts'
import './stove-now.css'

/** The strong isotherms of the heat discs: every fifth of the lines, in degrees Celsius. */
const STRONG_ISOTHERMS = [50, 100, 150, 200, 250]

/** Where there is room for it: who draws how much of the circuit and until when, and what the colours say. */
export function StoveNow() {
  const { t } = useTranslation()
  const zones = useSnapshot((snapshot) => snapshot.safety.zones)
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  return (
    <section className="stove-now card" aria-label={t('hob.now')}>
      {zones.length > 0 && (
        <>
          <CircuitShare />
          <ul className="stove-now-zones scroll">
            {zones.map(({ zone }) => (
              <ZoneShare key={zone} zone={zone} />
            ))}
          </ul>
          <div className="stove-now-legend">
            <h2 className="eyebrow">{t('hob.colours')}</h2>
            <EmberLegend marks={STRONG_ISOTHERMS} format={(celsius) => degreesText(celsius, unit)} />
          </div>
        </>
      )}
      <p className="stove-now-hint mute small">
        {t('hob.hint')} {t('hob.hintMore')}
      </p>
    </section>
  )
}

/** The circuit as one bar: a piece for each zone that draws, and what is left. */
function CircuitShare() {
  const { t, i18n } = useTranslation()
  const zones = useSnapshot((snapshot) => snapshot.safety.zones)
  const { limit, used } = useSnapshot((snapshot) => snapshot.safety.circuit)
  const kilo = (value: number): string => decimal(value / 1000, 1, i18n.language)
  return (
    <header>
      <h2 className="eyebrow">{t('hob.now')}</h2>
      <p className="stove-now-free">{t('hob.free', { free: kilo(Math.max(0, limit - used)) })}</p>
      <div className="stove-now-bar" aria-hidden="true">
        {zones
          .filter((zone) => zone.demand > 0)
          .map((zone) => (
            <span
              key={zone.zone}
              ref={(piece) => piece?.style.setProperty('--share', String(zone.demand / Math.max(1, limit)))}
            />
          ))}
      </div>
    </header>
  )
}

function ZoneShare({ zone }: { readonly zone: number }) {
  const { t, i18n } = useTranslation()
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  const face = useZoneFace(zone, unit)
  if (face === null) return null
  const on = face.target.kind !== 'off'
  const notes = [
    on && face.limitedBy === 'circuit' && t('hob.asksMore'),
    on && face.offAt !== null && t('hob.offAt', { time: clockTime(face.offAt, i18n.language) }),
  ].filter((note) => note !== false)
  return (
    <li data-on={on || undefined} data-shared={face.limitedBy === 'circuit' || undefined}>
      <span className="stove-now-name">{face.name}</span>
      <span className="stove-now-watts">
        {on ? t('hob.watts', { watts: Math.round(face.demand) }) : t('zone.off')}
      </span>
      {notes.length > 0 && <span className="stove-now-note">{notes.join(' · ')}</span>}
    </li>
  )
}
