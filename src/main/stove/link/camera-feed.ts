import type { ThermalFrame } from '#core/stove/stove.ts'
import { SEQUENCE_MODULUS, THERMAL_PERIOD, THERMAL_ROWS, THERMAL_ROWS_PER_FRAME } from './limits.ts'
import type { Thermal } from './message.ts'
import type { Plant } from './plant.ts'

const PARTS = THERMAL_ROWS / THERMAL_ROWS_PER_FRAME

/**
 * Cuts pictures into rows and spreads them evenly over the period, so that an acknowledgement or a report never
 * waits for more than one part.
 */
export class CameraFeed {
  readonly #plant: Plant
  #partPeriod = 0
  #due = Infinity
  #picture: ThermalFrame | null = null
  #number = -1
  #row = 0

  constructor(plant: Plant) {
    this.#plant = plant
  }

  static accepts(period: number): boolean {
    return period === 0 || (period >= THERMAL_PERIOD.least && period <= THERMAL_PERIOD.most)
  }

  get due(): number {
    return this.#due
  }

  /** One picture each `period` milliseconds from now on; 0 = none. */
  every(period: number, now: number): void {
    this.#partPeriod = period / PARTS
    this.#due = period === 0 ? Infinity : now
    this.#picture = null
  }

  /** The rows that are due, if any. */
  next(now: number): Thermal | null {
    if (now < this.#due) return null
    this.#due = Math.max(this.#due + this.#partPeriod, now + this.#partPeriod / 2)
    if (this.#picture === null) {
      const newest = this.#plant.thermal()
      if (newest === null) return null
      // Copied, since the camera may write the next picture while this one is still being sent.
      this.#picture = { ...newest, tenths: newest.tenths.slice() }
      this.#number = (this.#number + 1) % SEQUENCE_MODULUS
      this.#row = 0
    }
    const { columns, rows, tenths } = this.#picture
    const firstRow = this.#row
    this.#row = Math.min(rows, firstRow + THERMAL_ROWS_PER_FRAME)
    if (this.#row === rows) this.#picture = null
    const part = tenths.slice(firstRow * columns, this.#row * columns)
    return { type: 'thermal', picture: this.#number, firstRow, columns, rows, tenths: part }
  }
}
