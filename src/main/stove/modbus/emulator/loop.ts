import type { Celsius } from '#core/units/quantities.ts'
import { Heater } from '../../virtual/heater.ts'
import type { HobPlant } from '../../virtual/hob-plant.ts'

/** Seconds of physics between two samples. */
const SAMPLE = 0.25

/** The closed loop in a controller: what it measures, what it holds, and whether it runs. */
export class Loop {
  readonly #heater: Heater
  readonly #plant: HobPlant
  #running = false
  #setpoint = 0
  #at = -Infinity
  #surface: Celsius | null = null
  #output = 0

  constructor(plant: HobPlant) {
    this.#plant = plant
    this.#heater = new Heater(plant, plant.description.zones[0]?.maxPower ?? 0)
    this.#heater.off()
    this.tick()
  }

  /** What its sensor says, C; null when it is torn off. */
  get surface(): Celsius | null {
    return this.#surface
  }
  /** Share of its power that it gives, 0 to 1. */
  get output(): number {
    return this.#output
  }
  get running(): boolean {
    return this.#running
  }
  /** C */
  get setpoint(): number {
    return this.#setpoint
  }

  /** What is written takes effect at once. */
  hold(setpoint: number): void {
    this.#setpoint = setpoint
    if (this.#running) this.#sample()
  }

  run(running: boolean): void {
    this.#running = running
    if (!running) this.#heater.off()
    this.#sample()
  }

  tick(): void {
    if (this.#plant.time - this.#at >= SAMPLE) this.#sample()
  }

  #sample(): void {
    this.#at = this.#plant.time
    this.#heater.setpoint = this.#running ? this.#setpoint : null
    const { surface, share } = this.#heater.step()
    this.#surface = surface
    this.#output = share
  }
}
