import { watts, type Celsius } from '#core/units/quantities.ts'
import type { HobPlant } from './hob-plant.ts'
import { Regulator } from './regulator.ts'

/** Most that the plate may stand over what a probe is to reach, K. */
const PLATE_LEAD = 60

/** What a heater is and feels now. */
export interface HeaterState {
  /** Null when the plate's own sensor is open. */
  readonly surface: Celsius | null
  readonly probe: Celsius | null
  /** Share of its power, 0 to 1. */
  readonly share: number
}

/**
 * The one heater of a hotplate with its own closed loop: on the plate's sensor, or on the probe where one is plugged
 * in and the device knows such a thing. An open sensor ends the heat.
 */
export class Heater {
  readonly #plant: HobPlant
  readonly #power: number
  readonly #byProbe: boolean
  readonly #inner = new Regulator(0.1, 100, 1)
  readonly #outer = new Regulator(4, 900, PLATE_LEAD)
  /** C; null = off. */
  setpoint: number | null = null

  /** `power` in W. */
  constructor(plant: HobPlant, power: number, byProbe: boolean) {
    this.#plant = plant
    this.#power = power
    this.#byProbe = byProbe
  }

  off(): void {
    this.setpoint = null
    this.#inner.reset()
    this.#outer.reset()
    this.#plant.command([watts(0)])
  }

  /** Measures, and drives the plate as its loop wants. */
  step(): HeaterState {
    const reading = this.#plant.read()[0]
    const surface = reading?.surface ?? null
    const probe = reading?.probe ?? null
    if (this.setpoint === null || surface === null) {
      this.#plant.command([watts(0)])
      return { surface, probe, share: 0 }
    }
    const { time } = this.#plant
    const lead = this.#byProbe && probe !== null ? this.#outer.step(time, this.setpoint - probe) : 0
    const share = this.#inner.step(time, this.setpoint + lead - surface)
    this.#plant.command([watts(share * this.#power)])
    return { surface, probe, share }
  }
}
