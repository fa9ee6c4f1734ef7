import type { Random } from '../random.ts'

/** A sheathed Pt1000 in a stirred or convecting liquid follows it with this lag, s (sheath of 3 mm: 2 to 10 s). */
const LAG = 4
/** Noise of one reading, K. */
const NOISE = 0.05

/** A temperature probe in what is cooked. */
export class Probe {
  readonly #random: Random
  #felt: number
  #time: number

  constructor(random: Random, temperature: number, time: number) {
    this.#random = random
    this.#felt = temperature
    this.#time = time
  }

  /** One measurement at `time` (s of physics) of what stands at `temperature` (C) since the last one. */
  read(time: number, temperature: number): number {
    this.#felt += (temperature - this.#felt) * (1 - Math.exp((this.#time - time) / LAG))
    this.#time = time
    return this.#felt + NOISE * this.#random.normal()
  }
}
