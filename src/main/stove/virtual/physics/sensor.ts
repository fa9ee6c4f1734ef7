import type { Random } from '../random.ts'
import type { ZoneParameters } from './parameters.ts'

/** How much slower the sensor follows the glass alone. */
const BARE_LAG = 5

/**
 * A sprung sensor in the middle of the zone, through the glass against the pan's base: it lags, it is late, it is
 * noisy and a little wrong, and the glass round it pulls it towards its own temperature. Its own heat is ignored.
 */
export class Sensor {
  readonly #parameters: ZoneParameters
  readonly #random: Random
  /** What it felt at past steps, oldest first from `#head`: the dead time. */
  readonly #past: Float64Array
  #head = 0
  #felt: number
  #reading: number

  constructor(parameters: ZoneParameters, random: Random, dt: number, temperature: number) {
    this.#parameters = parameters
    this.#random = random
    this.#past = new Float64Array(Math.max(1, Math.round(parameters.sensorDead / dt))).fill(temperature)
    this.#felt = temperature
    this.#reading = temperature
  }

  /** `pan` null = no pan on it; `bump` = how far the base stands off it, m. */
  step(dt: number, glass: number, pan: number | null, bump: number): void {
    const { sensorPanShare, sensorLag } = this.#parameters
    // A domed base presses less: some 10 % less of it for each millimetre.
    const share = pan === null ? 0 : sensorPanShare - 100 * bump
    const target = pan === null ? glass : share * pan + (1 - share) * glass
    const lag = pan === null ? BARE_LAG * sensorLag : sensorLag
    this.#felt += (target - this.#felt) * (1 - Math.exp(-dt / lag))
    this.#reading = this.#past[this.#head] as number
    this.#past[this.#head] = this.#felt
    this.#head = (this.#head + 1) % this.#past.length
  }

  /** One measurement, C. */
  read(): number {
    const { sensorBias, sensorGain, sensorNoise } = this.#parameters
    return this.#reading * sensorGain + sensorBias + sensorNoise * this.#random.normal()
  }
}
