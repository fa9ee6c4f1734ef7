import { EMBER_MAX, EMBER_MIN, emberGradient } from '../ember.ts'

interface EmberLegendProps {
  /** Temperatures in Celsius to name on the ramp, for example the strong isotherms. */
  readonly marks: readonly number[]
  readonly format: (celsius: number) => string
}

/** What the colours mean, as DOM. */
export function EmberLegend({ marks, format }: EmberLegendProps) {
  return (
    <div className="ember-legend">
      <div className="ember-legend-ramp" style={{ backgroundImage: emberGradient(EMBER_MIN, EMBER_MAX) }} />
      <div className="ember-legend-marks">
        {marks.map((mark) => (
          <span key={mark} style={{ left: `${((mark - EMBER_MIN) / (EMBER_MAX - EMBER_MIN)) * 100}%` }}>
            {format(mark)}
          </span>
        ))}
      </div>
    </div>
  )
}
