import { watts, type Celsius } from '#core/units/quantities.ts'
import type { HobPlant } from './hob-plant.ts'
import { Regulator } from './regulator.ts'

/** What a heater is and feels now. */
export interface HeaterState {
  /** Null when the plate's own sensor is open. */
  readonly surface: Celsius | null
  readonly probe: Celsius | null
  /** Share of its power, 0 to 1. */
  readonly share: number
}

/**
 * The one heater of a hotplate with its own closed loop on the plate's sensor; a probe is only read. An open sensor ends
 * the heat.
 */
export class Heater {
  readonly #plant: HobPlant
  readonly #power: number
  readonly #regulator = new Regulator(0.1, 100, 1, 5)
  /** C; null = off. */
  setpoint: number | null = null

  /** `power` in W. */
  constructor(plant: HobPlant, power: number) {
    this.#plant = plant
    this.#power = power
  }

  off(): void {
    this.setpoint = null
    this.#regulator.reset()
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
    const share = this.#regulator.step(this.#plant.time, this.setpoint - surface)
    this.#plant.command([watts(share * this.#power)])
    return { surface, probe, share }
  }
}
