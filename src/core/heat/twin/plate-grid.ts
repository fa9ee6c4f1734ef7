import { COIL_RING } from '../parameters.ts'

/** Cells along each side of the plate's grid. */
export const PLATE_SIDE = 64
/** Pans reach over their zone: the disc of the grid as a share of the zone's radius. */
export const EXTENT = 1.25

/** One row of cells over the disc: where it is, what its neighbours are, how much of the coil's heat it gets. */
export interface PlateGrid {
  /** Index of each cell of the disc in the square. */
  readonly cells: Int32Array
  /** The four neighbours of each cell of the disc; itself where the disc ends, so that nothing flows there. */
  readonly neighbours: Int32Array
  /** Heat flux by area over its mean across the zone's own disc. */
  readonly source: Float32Array
}

export const GRID: PlateGrid = buildGrid()

/** Radius of a cell's middle as a share of the zone's. */
export function radiusOf(cell: number): number {
  const across = (index: number): number => (((index + 0.5) / PLATE_SIDE) * 2 - 1) * EXTENT
  return Math.hypot(across(cell % PLATE_SIDE), across(Math.floor(cell / PLATE_SIDE)))
}

function buildGrid(): PlateGrid {
  const inside = (cell: number): boolean => radiusOf(cell) <= EXTENT
  const cells = Int32Array.from(Array.from({ length: PLATE_SIDE ** 2 }, (_, cell) => cell).filter(inside))
  const neighbours = new Int32Array(cells.length * 4)
  cells.forEach((cell, index) => {
    // The rim never reaches the square's own border, so no row runs over into the next.
    ;[cell - 1, cell + 1, cell - PLATE_SIDE, cell + PLATE_SIDE].forEach((next, side) => {
      const there = next >= 0 && next < PLATE_SIDE ** 2 && inside(next)
      neighbours[index * 4 + side] = there ? next : cell
    })
  })
  const raw = Float32Array.from(cells, (cell) => {
    const off = (radiusOf(cell) - COIL_RING.radius) / COIL_RING.width
    return Math.exp(-off * off)
  })
  // All of the power lands on the disc; the flux is counted over the zone's area.
  const cellShare = (2 * EXTENT) ** 2 / PLATE_SIDE ** 2 / Math.PI
  const total = raw.reduce((sum, value) => sum + value, 0) * cellShare
  return { cells, neighbours, source: raw.map((value) => value / total) }
}
