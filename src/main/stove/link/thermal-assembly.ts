import type { ThermalFrame } from '#core/stove/stove.ts'
import type { Thermal } from './message.ts'

/** Puts the rows of a picture together. A picture that misses a row is dropped when the next one begins. */
export class ThermalAssembly {
  #picture = -1
  #columns = 0
  #tenths = new Int16Array(0)
  #have: boolean[] = []

  /** The whole picture when these rows complete it, else null. */
  add(part: Thermal): ThermalFrame | null {
    if (part.picture !== this.#picture || part.columns !== this.#columns || part.rows !== this.#have.length) {
      this.#picture = part.picture
      this.#columns = part.columns
      this.#tenths = new Int16Array(part.columns * part.rows)
      this.#have = Array.from({ length: part.rows }, () => false)
    }
    this.#tenths.set(part.tenths, part.firstRow * part.columns)
    this.#have.fill(true, part.firstRow, part.firstRow + part.tenths.length / part.columns)
    if (this.#have.includes(false)) return null
    const frame = { columns: this.#columns, rows: this.#have.length, tenths: this.#tenths }
    this.#picture = -1
    return frame
  }
}
