import { convection, radiation } from './air.ts'
import type { Ledger } from './ledger.ts'
import { MATERIALS } from './materials.ts'
import type { GlassParameters, RoomParameters } from './parameters.ts'

/** Edge of a cell of glass, mm. */
const CELL = 20

/**
 * The hob's whole plate of glass-ceramic, one layer of square cells: it stores residual heat, warms the neighbours
 * a little and insulates where nothing stands. Explicit Euler; its own conduction is stable up to 120 s, contact
 * with a pan up to 15 s, so the hob's common step is far inside.
 */
export class Glass {
  readonly columns: number
  readonly rows: number
  readonly temperature: Float64Array
  /** Heat that arrived in each cell since the last step, J. */
  readonly heat: Float64Array
  /** Share of each cell's upper side that a pan covers. */
  readonly covered: Float64Array
  /** Resistance from the middle of the glass to its surface, m2 K/W. */
  readonly halfResistance: number
  readonly cellCapacity: number
  readonly #area = (CELL / 1000) ** 2
  readonly #parameters: GlassParameters

  constructor(width: number, depth: number, parameters: GlassParameters, temperature: number) {
    const { density, heat, conductivity } = MATERIALS.glassCeramic
    this.columns = Math.round(width / CELL)
    this.rows = Math.round(depth / CELL)
    const count = this.columns * this.rows
    this.temperature = new Float64Array(count).fill(temperature)
    this.heat = new Float64Array(count)
    this.covered = new Float64Array(count)
    this.#parameters = parameters
    this.halfResistance = parameters.thickness / 2 / conductivity
    this.cellCapacity = density * heat * parameters.thickness * this.#area
  }

  /** The cell under a point in mm from the hob's centre, -1 off the glass. */
  cellAt(x: number, y: number): number {
    const column = Math.floor(x / CELL + this.columns / 2)
    const row = Math.floor(y / CELL + this.rows / 2)
    return column < 0 || row < 0 || column >= this.columns || row >= this.rows
      ? -1
      : row * this.columns + column
  }

  /** All cells whose centres lie within a circle, mm. */
  cellsWithin(x: number, y: number, radius: number): Int32Array {
    const found: number[] = []
    for (let row = 0; row < this.rows; row++) {
      for (let column = 0; column < this.columns; column++) {
        const dx = (column + 0.5 - this.columns / 2) * CELL - x
        const dy = (row + 0.5 - this.rows / 2) * CELL - y
        if (Math.hypot(dx, dy) <= radius) found.push(row * this.columns + column)
      }
    }
    return Int32Array.from(found)
  }

  cover(cell: number, area: number): void {
    this.covered[cell] = Math.min(1, (this.covered[cell] ?? 0) + area / this.#area)
  }

  step(dt: number, room: RoomParameters, draught: number, ledger: Ledger): void {
    const { temperature, heat, covered, columns, rows, cellCapacity } = this
    const { thickness, emissivity, below } = this.#parameters
    const lateral = MATERIALS.glassCeramic.conductivity * thickness * dt
    const under = room.ambient + room.belowRise
    const fromBelow = below * this.#area * dt
    // One coefficient for the whole plate: that of its mean, where nothing covers it.
    const toAir = convection(this.#mean() - room.ambient, draught)
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const cell = row * columns + column
        const here = temperature[cell] as number
        if (column + 1 < columns) this.#exchange(cell, cell + 1, lateral)
        if (row + 1 < rows) this.#exchange(cell, cell + columns, lateral)
        const down = fromBelow * (here - under)
        const open = 1 - (covered[cell] as number)
        const up =
          open * this.#area * dt * (toAir * (here - room.ambient) + radiation(emissivity, here, room.ambient))
        heat[cell] = (heat[cell] as number) - down - up
        ledger.below += down
        ledger.air += up
      }
    }
    for (let cell = 0; cell < temperature.length; cell++) {
      temperature[cell] = (temperature[cell] as number) + (heat[cell] as number) / cellCapacity
      heat[cell] = 0
    }
  }

  /** Enthalpy above 0 C, J; heat that waits for the next step counts. */
  stored(): number {
    let waiting = 0
    for (const joules of this.heat) waiting += joules
    return this.#mean() * this.temperature.length * this.cellCapacity + waiting
  }

  meanOf(cells: Int32Array): number {
    let sum = 0
    for (const cell of cells) sum += this.temperature[cell] as number
    return sum / cells.length
  }

  #exchange(from: number, to: number, conductance: number): void {
    const flux = conductance * ((this.temperature[to] as number) - (this.temperature[from] as number))
    this.heat[from] = (this.heat[from] as number) + flux
    this.heat[to] = (this.heat[to] as number) - flux
  }

  #mean(): number {
    const { temperature } = this
    let sum = 0
    for (let cell = 0; cell < temperature.length; cell++) sum += temperature[cell] as number
    return sum / temperature.length
  }
}
