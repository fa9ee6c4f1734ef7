/** Cells across the diameter of a pan's base. */
const PLATE_SIDE = 28

/**
 * The base of a pan as a round plate of square cells: heat conduction in two dimensions. Through its thickness the
 * plate is one: Biot numbers are under 0.05 for anything but boiling on bare steel.
 *
 * Scheme: explicit Euler, flux by flux between neighbours, so that what one cell loses the other gains to the last
 * bit. Stable while `dt < cell^2 / (4 a)` (a = diffusivity); each step is cut into as many equal parts as keep it
 * at half of that.
 */
export class Plate {
  readonly count: number
  /** Area of one cell, m2; all of them make the disc. */
  readonly cellArea: number
  readonly radius: number
  /** Centres of the cells, m from the plate's own centre; x to the right, y to the back. */
  readonly x: Float64Array
  readonly y: Float64Array
  /** C */
  readonly temperature: Float64Array
  /** Heat that arrived in each cell since the last `settle`, J. */
  readonly heat: Float64Array
  /** Cells at the edge, where the wall stands. */
  readonly rim: Int32Array
  /** Heat capacity of one cell, J/K. */
  cellCapacity: number

  readonly #grid: Int32Array
  readonly #neighbours: Int32Array
  readonly #lateral: number
  readonly #side: number

  /** `arealHeat` in J/(m2 K), `lateral` = conductivity x thickness in W/K. */
  constructor(diameter: number, arealHeat: number, lateral: number, temperature: number) {
    const grid = new Int32Array(PLATE_SIDE * PLATE_SIDE).fill(-1)
    const columns: number[] = []
    const rows: number[] = []
    const half = PLATE_SIDE / 2
    for (let row = 0; row < PLATE_SIDE; row++) {
      for (let column = 0; column < PLATE_SIDE; column++) {
        if (Math.hypot(column + 0.5 - half, row + 0.5 - half) > half) continue
        grid[row * PLATE_SIDE + column] = columns.length
        columns.push(column)
        rows.push(row)
      }
    }
    this.count = columns.length
    this.radius = diameter / 2
    this.cellArea = (Math.PI * this.radius ** 2) / this.count
    this.cellCapacity = arealHeat * this.cellArea
    const size = Math.sqrt(this.cellArea)
    this.#side = size
    this.x = Float64Array.from(columns, (column) => (column + 0.5 - half) * size)
    this.y = Float64Array.from(rows, (row) => (row + 0.5 - half) * size)
    this.temperature = new Float64Array(this.count).fill(temperature)
    this.heat = new Float64Array(this.count)
    this.#grid = grid
    this.#lateral = lateral
    const cellAt = (column: number, row: number): number =>
      column < 0 || row < 0 || column >= PLATE_SIDE || row >= PLATE_SIDE
        ? -1
        : (grid[row * PLATE_SIDE + column] ?? -1)
    const pairs: number[] = []
    const rim: number[] = []
    for (let cell = 0; cell < this.count; cell++) {
      const column = columns[cell] ?? 0
      const row = rows[cell] ?? 0
      const right = cellAt(column + 1, row)
      const back = cellAt(column, row + 1)
      if (right >= 0) pairs.push(cell, right)
      if (back >= 0) pairs.push(cell, back)
      if (right < 0 || back < 0 || cellAt(column - 1, row) < 0 || cellAt(column, row - 1) < 0) rim.push(cell)
    }
    this.#neighbours = Int32Array.from(pairs)
    this.rim = Int32Array.from(rim)
  }

  /** Conduction within the plate for `dt` seconds. */
  conduct(dt: number): void {
    const { temperature, heat, cellCapacity } = this
    const pairs = this.#neighbours
    // Between squares, the conductance along a sheet does not depend on their size.
    const conductance = this.#lateral
    const parts = Math.max(1, Math.ceil((8 * dt * conductance) / cellCapacity))
    const share = (conductance * dt) / parts / cellCapacity
    const change = heat
    for (let part = 0; part < parts; part++) {
      // `heat` holds nothing here (see settle), so that it may carry the changes, in kelvin, for a moment.
      for (let pair = 0; pair < pairs.length; pair += 2) {
        const from = pairs[pair] as number
        const to = pairs[pair + 1] as number
        const flux = share * ((temperature[to] as number) - (temperature[from] as number))
        change[from] = (change[from] as number) + flux
        change[to] = (change[to] as number) - flux
      }
      for (let cell = 0; cell < temperature.length; cell++) {
        temperature[cell] = (temperature[cell] as number) + (change[cell] as number)
        change[cell] = 0
      }
    }
  }

  /** Turns the heat that arrived into temperature. */
  settle(): void {
    const { temperature, heat, cellCapacity } = this
    for (let cell = 0; cell < temperature.length; cell++) {
      temperature[cell] = (temperature[cell] as number) + (heat[cell] as number) / cellCapacity
      heat[cell] = 0
    }
  }

  mean(): number {
    const { temperature } = this
    let sum = 0
    for (let cell = 0; cell < temperature.length; cell++) sum += temperature[cell] as number
    return sum / this.count
  }

  /** The cell under a point (m from the centre), -1 off the plate. */
  cellAt(x: number, y: number): number {
    const column = Math.floor(x / this.#side + PLATE_SIDE / 2)
    const row = Math.floor(y / this.#side + PLATE_SIDE / 2)
    if (column < 0 || row < 0 || column >= PLATE_SIDE || row >= PLATE_SIDE) return -1
    return this.#grid[row * PLATE_SIDE + column] ?? -1
  }
}
