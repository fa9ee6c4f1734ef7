import type { TelemetryFrame, ZoneTelemetry } from '#contract/telemetry.ts'
import { createEstimator, estimateStep, type EstimatorState } from '#core/heat/estimator.ts'
import { zonePicture } from '#core/heat/zone-picture.ts'
import type { SafetyView } from '#core/safety/view.ts'
import {
  NO_TEMPERATURE,
  type StoveDescription,
  type StoveReport,
  type ThermalFrame,
} from '#core/stove/stove.ts'

/** What the kitchen believes about every zone, told by nothing but the stove's own reports. */
export class Estimates {
  readonly #stove: StoveDescription
  #states: readonly EstimatorState[]
  #lastAt: number | null = null

  constructor(stove: StoveDescription) {
    this.#stove = stove
    this.#states = stove.zones.map(({ diameterMm, maxPower }) => createEstimator({ diameterMm, maxPower }))
  }

  /**
   * Takes a report in and draws the frame for the screens. `cookSeconds` is the cook's clock at its arrival.
   * A reading that the supervisor does not trust teaches nothing, and is shown as what it is.
   */
  observe(
    report: StoveReport,
    view: SafetyView,
    thermal: ThermalFrame | null,
    cookSeconds: number,
  ): Omit<TelemetryFrame, 'at'> {
    const elapsed = this.#lastAt === null ? 0 : Math.max(0, cookSeconds - this.#lastAt)
    this.#lastAt = cookSeconds
    const states: EstimatorState[] = []
    let fieldSide = 0
    const zones = this.#stove.zones.flatMap((zone, index): ZoneTelemetry[] => {
      const before = this.#states[index]
      const reading = report.zones[index]
      const safety = view.zones[index]
      if (before === undefined || reading === undefined || safety === undefined) return []
      const { state, estimate } = estimateStep(before, {
        elapsed,
        surface: safety.quality === 'measured' ? reading.surface : null,
        power: reading.power ?? safety.demand,
        pan: reading.pan,
        camera: thermal === null ? null : zonePicture(thermal, this.#stove, zone),
      })
      states.push(state)
      fieldSide = estimate.side
      return [
        {
          surface: safety.surface,
          estimate: estimate.centre,
          deviation: estimate.deviation,
          power: reading.power ?? 0,
          demand: safety.demand,
          age: 0,
          quality: safety.quality,
          pan: reading.pan,
          residual: safety.residual,
          rate: estimate.rate,
          // Law 9: what is not known has no heat colour.
          field: safety.quality === 'unknown' ? estimate.field.fill(NO_TEMPERATURE) : estimate.field,
        },
      ]
    })
    this.#states = states
    return { fieldSide, zones }
  }
}
