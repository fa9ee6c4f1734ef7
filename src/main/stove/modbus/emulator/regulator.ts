import type { DeviceFlag } from '#core/stove/stove.ts'
import { watts } from '#core/units/quantities.ts'
import type { HobPlant } from '../../virtual/hob-plant.ts'

/** Seconds of physics between two steps, as controllers of this class sample. */
const SAMPLE = 0.25
/** Full power for so many kelvin of error, K; integral time, s; derivative time, s: for pans on glass. */
const BAND = 40
const INTEGRAL = 150
const DERIVATIVE = 12
/** The integral learns only near the setpoint, K: what lies before is the ramp. */
const LEARNS_WITHIN = 10
/** The slope is smoothed over this, s. */
const SLOPE = 4

/** The closed loop in a controller: PID on its own sensor, zone 0 of the plant. It lives in the physics' own time. */
export class Regulator {
  readonly #plant: HobPlant
  readonly #most: number
  #running = false
  #setpoint = 0
  #output = 0
  #integral = 0
  #slope = 0
  #surface: number | null = null
  #flags: readonly DeviceFlag[] = []
  #at: number

  constructor(plant: HobPlant) {
    this.#plant = plant
    this.#most = plant.description.zones[0]?.maxPower ?? 0
    this.#at = plant.time - SAMPLE
    this.run(false)
  }

  /** What its sensor says, C; null when it is torn off. */
  get surface(): number | null {
    return this.#surface
  }
  get flags(): readonly DeviceFlag[] {
    return this.#flags
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

  set setpoint(celsius: number) {
    this.#setpoint = celsius
    this.tick(true)
  }

  /** Stopped, it gives nothing, at once. */
  run(running: boolean): void {
    if (running && !this.#running) this.#integral = 0
    this.#running = running
    if (!running) this.#give(0)
  }

  tick(now = false): void {
    const elapsed = this.#plant.time - this.#at
    if (elapsed < SAMPLE && !now) return
    const [zone] = this.#plant.read()
    const surface = zone?.surface ?? null
    this.#at = this.#plant.time
    this.#flags = zone?.flags ?? []
    const rise =
      surface === null || this.#surface === null || elapsed <= 0 ? 0 : (surface - this.#surface) / elapsed
    this.#slope += (rise - this.#slope) * (1 - Math.exp(-elapsed / SLOPE))
    this.#surface = surface
    // No controller heats on a sensor that it does not have.
    if (surface === null || !this.#running) return this.#give(0)
    const error = this.#setpoint - surface
    const wish = error / BAND - (DERIVATIVE * this.#slope) / BAND + this.#integral
    const pushes = (wish >= 1 && error > 0) || (wish <= 0 && error < 0)
    if (!pushes && Math.abs(error) <= LEARNS_WITHIN) this.#integral += (error * elapsed) / BAND / INTEGRAL
    this.#give(Math.min(1, Math.max(0, wish)))
  }

  #give(output: number): void {
    this.#output = output
    this.#plant.command(
      this.#plant.description.zones.map((_, zone) => watts(zone === 0 ? output * this.#most : 0)),
    )
  }
}
