import { NO_TEMPERATURE } from '#core/stove/stove.ts'

/** Differences below this are not worth a frame: half a step of what the eye can read off the ramp. */
export const VISIBLE_KELVIN = 0.6

/** Share of the remaining way left after 400 ms is 5 %: the lag of heat colour. */
const LAG_MS = 400 / 3

/** Distance below which the lag is over, kelvin. */
const ARRIVED = 0.15

/**
 * One zone's heat as it is drawn: lags behind what was told, and knows by itself when nothing visible is left to
 * do. Holds fixed arrays; nothing is allocated after construction.
 */
export class HeatField {
  readonly side: number
  /** Degrees Celsius now shown, row 0 at the back; cells that nobody knows are filled from their neighbours. */
  readonly shown: Float32Array
  /** 1 where a temperature is known, else 0. */
  readonly known: Float32Array
  private readonly goal: Float32Array
  private readonly spare: Float32Array
  private readonly filled: Uint16Array
  /** For cells beyond the rim of the disc the nearest one within it; any other is its own. */
  private readonly inner: Uint16Array
  private moving = false

  constructor(side: number) {
    this.side = side
    const cells = side * side
    this.shown = new Float32Array(cells).fill(20)
    this.goal = new Float32Array(cells).fill(20)
    this.spare = new Float32Array(cells)
    this.known = new Float32Array(cells)
    this.filled = new Uint16Array(cells)
    this.inner = Uint16Array.from({ length: cells }, (_, cell) => withinDisc(cell, side))
  }

  /**
   * Takes a field over when it differs visibly from the last one taken. Where the field knows nothing at all,
   * the sensor's value stands for the whole disc; null = nothing is known. Returns whether something changed.
   */
  accept(tenths: Int16Array, surface: number | null): boolean {
    const cells = this.side * this.side
    let any = false
    for (let i = 0; i < cells && !any; i++) any = tenths[i] !== NO_TEMPERATURE
    let visible = false
    for (let i = 0; i < cells; i++) {
      const raw = any ? this.told(tenths, i) : surface === null ? NO_TEMPERATURE : surface * 10
      const known = raw === NO_TEMPERATURE ? 0 : 1
      if (known !== this.known[i]) visible = true
      else if (known === 1 && Math.abs(raw / 10 - (this.goal[i] ?? 0)) > VISIBLE_KELVIN) visible = true
      this.spare[i] = raw
    }
    if (!visible) return false
    const wasUnknown = !this.known.includes(1)
    for (let i = 0; i < cells; i++) {
      const raw = this.spare[i] ?? NO_TEMPERATURE
      this.known[i] = raw === NO_TEMPERATURE ? 0 : 1
      if (raw !== NO_TEMPERATURE) this.goal[i] = raw / 10
    }
    this.fill()
    // A field that comes out of the unknown has nothing to lag behind.
    if (wasUnknown) this.shown.set(this.goal)
    this.moving = true
    return true
  }

  /**
   * The disc is round and its cells are square: beyond the rim nobody measures, and what is told just within goes
   * on there, so that the edge of the disc is its own and not a staircase of cells.
   */
  private told(tenths: Int16Array, cell: number): number {
    const own = tenths[cell] ?? NO_TEMPERATURE
    return own === NO_TEMPERATURE ? (tenths[this.inner[cell] ?? cell] ?? NO_TEMPERATURE) : own
  }

  /**
   * Unknown cells take the mean of their known neighbours, ring by ring, and are then relaxed towards a smooth sheet,
   * so that filtering has no cliffs at the edge of what is known.
   */
  private fill(): void {
    const { goal, filled, known } = this
    let left = 0
    for (let i = 0; i < filled.length; i++) {
      filled[i] = known[i] === 1 ? 1 : 0
      left += 1 - (filled[i] ?? 0)
    }
    if (left === filled.length || left === 0) return
    for (let generation = 2; left > 0; generation++) {
      for (let i = 0; i < filled.length; i++) {
        if (filled[i] !== 0) continue
        const mean = this.meanAround(i, generation)
        if (mean === null) continue
        goal[i] = mean
        filled[i] = generation
        left--
      }
    }
    for (let pass = 0; pass < 6; pass++) {
      for (let i = 0; i < filled.length; i++) {
        if (known[i] === 0) goal[i] = this.meanAround(i, 0) ?? goal[i] ?? 0
      }
    }
  }

  /** Mean of the filled neighbours of a cell, leaving out those of one generation; null without any. */
  private meanAround(cell: number, except: number): number | null {
    const { side, goal, filled } = this
    const column = cell % side
    let sum = 0
    let count = 0
    for (let n = 0; n < 4; n++) {
      if ((n === 2 && column === 0) || (n === 3 && column === side - 1)) continue
      const beside = n === 0 ? cell - side : n === 1 ? cell + side : n === 2 ? cell - 1 : cell + 1
      const state = filled[beside]
      if (state === undefined || state === 0 || state === except) continue
      sum += goal[beside] ?? 0
      count++
    }
    return count === 0 ? null : sum / count
  }

  /** Lets the shown field come nearer; true while it moves. */
  advance(dt: number): boolean {
    if (!this.moving) return false
    const share = 1 - Math.exp(-dt / LAG_MS)
    let furthest = 0
    for (let i = 0; i < this.shown.length; i++) {
      const way = (this.goal[i] ?? 0) - (this.shown[i] ?? 0)
      this.shown[i] = (this.shown[i] ?? 0) + way * share
      furthest = Math.max(furthest, Math.abs(way * (1 - share)))
    }
    if (furthest < ARRIVED) this.settle()
    return true
  }

  settle(): void {
    this.shown.set(this.goal)
    this.moving = false
  }
}

/** The cell itself when its middle lies within the disc, else the one where its ray from the middle meets the rim. */
function withinDisc(cell: number, side: number): number {
  const middle = (side - 1) / 2
  const x = (cell % side) - middle
  const y = Math.floor(cell / side) - middle
  const radius = Math.hypot(x, y)
  if (radius <= side / 2) return cell
  for (let within = side / 2; within > 0; within -= 0.25) {
    const column = Math.round(middle + (x * within) / radius)
    const row = Math.round(middle + (y * within) / radius)
    if (Math.hypot(column - middle, row - middle) <= side / 2) return row * side + column
  }
  return cell
}
