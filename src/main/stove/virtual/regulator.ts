/** Where a longer gap is a new beginning, s. */
const GAP = 30

/** A proportional-integral regulator that does not wind up, as such devices have it. Time is that of the physics, s. */
export class Regulator {
  readonly #gain: number
  readonly #integralTime: number
  readonly #most: number
  readonly #near: number
  #integral = 0
  #time: number | null = null

  /** Output for one kelvin of error; s; the output goes from 0 to `most`; learns only within `near` kelvin. */
  constructor(gain: number, integralTime: number, most: number, near: number) {
    this.#near = near
    this.#gain = gain
    this.#integralTime = integralTime
    this.#most = most
  }

  reset(): void {
    this.#integral = 0
    this.#time = null
  }

  step(time: number, error: number): number {
    const elapsed = this.#time === null || time - this.#time > GAP ? 0 : time - this.#time
    this.#time = time
    const wish = this.#gain * error + this.#integral
    const pushes = (wish >= this.#most && error > 0) || (wish <= 0 && error < 0)
    if (!pushes && Math.abs(error) <= this.#near)
      this.#integral += (this.#gain * error * elapsed) / this.#integralTime
    return Math.min(this.#most, Math.max(0, this.#gain * error + this.#integral))
  }
}
