import type { TelemetryFrame, ZoneTelemetry } from '#contract/telemetry.ts'
import { countEnergy, NO_ENERGY, restartEnergy, type EnergyMeter } from '#core/heat/energy.ts'
import type { ZoneEstimate } from '#core/heat/estimate.ts'
import { createEstimator, estimateStep, surroundingsOf, type EstimatorState } from '#core/heat/estimator.ts'
import type { Figure } from '#core/heat/twin/contents.ts'
import type { FoodTwin } from '#core/heat/twin/food-twin.ts'
import { forecast, type Forecast } from '#core/heat/twin/forecast.ts'
import { EMPTY_WINDOW, widenWindow, type HeatWindow } from '#core/heat/twin/heat-window.ts'
import { noticesOf, sensorElsewhere, type Notice } from '#core/heat/twin/notices.ts'
import { zonePicture } from '#core/heat/zone-picture.ts'
import type { SafetyView } from '#core/safety/view.ts'
import {
  NO_TEMPERATURE,
  type StoveDescription,
  type StoveReport,
  type ThermalFrame,
  type ZoneId,
  type ZoneTarget,
} from '#core/stove/stove.ts'

/** What the cook said is in a pan; null where nothing was said. */
export interface Declared {
  /** Of the oil, °C. */
  readonly smokePoint: number | null
  /** The middle of the food. */
  readonly core: Figure | null
}

/** `zone` is an index into the stove's zones. */
export interface ZoneNotice {
  readonly zone: number
  readonly notice: Notice
}

/** What the kitchen believes about every zone, told by nothing but the stove's own reports. */
export class Estimates {
  readonly #stove: StoveDescription
  #states: readonly EstimatorState[]
  #energy: readonly EnergyMeter[]
  #windows: readonly HeatWindow[]
  #estimates: readonly ZoneEstimate[] = []
  #lastAt: number | null = null

  /** `boilsAt`: where water boils in this kitchen, °C. */
  constructor(stove: StoveDescription, boilsAt = 100) {
    this.#stove = stove
    this.#states = stove.zones.map(({ diameterMm, maxPower }) =>
      createEstimator({ diameterMm, maxPower, boilsAt }),
    )
    this.#energy = stove.zones.map(() => NO_ENERGY)
    this.#windows = stove.zones.map(() => EMPTY_WINDOW)
  }

  /** What is believed of each zone since the last report. */
  get zones(): readonly ZoneEstimate[] {
    return this.#estimates
  }

  /** Energy of each zone by its own meter. */
  get energy(): readonly EnergyMeter[] {
    return this.#energy
  }

  /** The altitude was set. */
  setBoiling(boilsAt: number): void {
    this.#states = this.#states.map((state) => ({ ...state, parameters: { ...state.parameters, boilsAt } }))
  }

  /**
   * What is foretold of a zone for the next `horizon` seconds under a target, on a circuit of `circuit` W; null while
   * nothing is known of what is in its pan.
   */
  forecast(
    zone: number,
    target: ZoneTarget,
    circuit: number,
    horizon: number,
    food: FoodTwin | null,
  ): Forecast | null {
    const state = this.#states[zone]
    const contents = state?.contents.state ?? null
    if (state === undefined || contents === null) return null
    const surroundings = surroundingsOf(state.parameters)
    const maxPower = Math.min(circuit, state.parameters.maxPower)
    return forecast({ contents, target, maxPower, surroundings, horizon, food })
  }

  /** What is to be said of the zones now. */
  notices(view: SafetyView, declared: readonly Declared[]): readonly ZoneNotice[] {
    const { limit } = view.circuit
    const single = this.#states.flatMap((state, zone) => {
      const estimate = this.#estimates[zone]
      const safety = view.zones[zone]
      if (estimate === undefined || safety === undefined) return []
      const found = noticesOf({
        estimate,
        contents: state.contents.state,
        boiled: state.contents.boiled,
        target: safety.target,
        available: limit > 0 ? Math.min(limit, state.parameters.maxPower) : state.parameters.maxPower,
        surroundings: surroundingsOf(state.parameters),
        window: this.#windows[zone] ?? EMPTY_WINDOW,
        smokePoint: declared[zone]?.smokePoint ?? null,
        core: declared[zone]?.core ?? null,
      })
      return found.map((notice) => ({ zone, notice }))
    })
    return [...single, ...sensorElsewhere(this.#windows).map(({ zone, notice }) => ({ zone, notice }))]
  }

  /** A cook begins: its energy is counted from here. */
  beginCook(): void {
    this.#energy = this.#energy.map(restartEnergy)
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
    probedFood: ReadonlySet<ZoneId> = new Set(),
  ): Omit<TelemetryFrame, 'at'> {
    const elapsed = this.#lastAt === null ? 0 : Math.max(0, cookSeconds - this.#lastAt)
    this.#lastAt = cookSeconds
    const states: EstimatorState[] = []
    const meters: EnergyMeter[] = []
    const windows: HeatWindow[] = []
    const estimates: ZoneEstimate[] = []
    let fieldSide = 0
    const zones = this.#stove.zones.flatMap((zone, index): ZoneTelemetry[] => {
      const before = this.#states[index]
      const reading = report.zones[index]
      const safety = view.zones[index]
      if (before === undefined || reading === undefined || safety === undefined) return []
      const { state, estimate } = estimateStep(before, {
        elapsed,
        surface: safety.quality === 'measured' ? reading.surface : null,
        // In the food it tells nothing of the liquid.
        probe: probedFood.has(zone.id) ? null : reading.probe,
        power: reading.power,
        pan: reading.pan,
        camera: thermal === null ? null : zonePicture(thermal, this.#stove, zone),
      })
      const on = safety.target.kind !== 'off' || reading.commanded > 0
      const energy = countEnergy(this.#energy[index] ?? NO_ENERGY, elapsed, reading.power, on)
      const { temperature } = estimate.contents
      states.push(state)
      estimates.push(estimate)
      meters.push(energy)
      windows.push(
        widenWindow(
          this.#windows[index] ?? EMPTY_WINDOW,
          elapsed,
          reading.power,
          reading.commanded,
          reading.surface,
        ),
      )
      fieldSide = estimate.side
      return [
        {
          surface: safety.surface,
          estimate: estimate.centre,
          deviation: estimate.deviation,
          power: reading.power,
          demand: safety.demand,
          age: 0,
          quality: safety.quality,
          pan: reading.pan,
          residual: safety.residual,
          rate: estimate.rate,
          liquid: temperature?.value ?? null,
          liquidDeviation: temperature?.deviation ?? 0,
          energy: energy.sinceOn,
          // Law 9: what is not known has no heat colour.
          field: safety.quality === 'unknown' ? estimate.field.fill(NO_TEMPERATURE) : estimate.field,
        },
      ]
    })
    this.#states = states
    this.#energy = meters
    this.#windows = windows
    this.#estimates = estimates
    return { fieldSide, zones }
  }
}
