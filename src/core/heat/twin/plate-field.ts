import { EFFICIENCY, PLATE, ROOM } from '../parameters.ts'
import { EXTENT, GRID, PLATE_SIDE } from './plate-grid.ts'

/**
 * The heat over a pan's base in two dimensions, PLATE_SIDE x PLATE_SIDE, as kelvin over its centre: a middling plate
 * heated by a coil's ring, with conduction between its cells (explicit five-point scheme) and losses upwards. Its
 * level is never trusted: it is carried to the estimated centre with every step, as contents and losses that nobody
 * knows take heat from all of it. What remains is the pattern, and how fast it evens out when the power goes.
 */
export type PlateField = Float32Array

export const FLAT: PlateField = new Float32Array(PLATE_SIDE ** 2)

/** The explicit scheme is stable up to a quarter of dx² / diffusivity. */
const STABLE = 0.24
/** Longest step all the same, s: the power is held for so long. */
const LONGEST_STEP = 1
/** The four cells about the middle. */
const MIDDLE = [
  (PLATE_SIDE / 2 - 1) * PLATE_SIDE + PLATE_SIDE / 2 - 1,
  (PLATE_SIDE / 2 - 1) * PLATE_SIDE + PLATE_SIDE / 2,
  (PLATE_SIDE / 2) * PLATE_SIDE + PLATE_SIDE / 2 - 1,
  (PLATE_SIDE / 2) * PLATE_SIDE + PLATE_SIDE / 2,
] as const

/**
 * One step of `elapsed` seconds at `power` watts on a zone of `radius` metres whose centre is at `centre` degrees and
 * changes by `rate` K/s. A new field; the old one stays as it was.
 */
export function advancePlate(
  field: PlateField,
  elapsed: number,
  power: number,
  radius: number,
  centre: number,
  rate: number,
): PlateField {
  const flux = (EFFICIENCY * power) / (Math.PI * radius * radius)
  const loss = (wetness(flux, centre, rate) * PLATE.wetLoss + PLATE.dryLoss) / PLATE.capacity
  const width = (2 * radius * EXTENT) / PLATE_SIDE
  const exchange = PLATE.conduction / PLATE.capacity / (width * width)
  const steps = Math.max(1, Math.ceil(elapsed / Math.min(LONGEST_STEP, STABLE / exchange)))
  const dt = elapsed / steps
  // Two fields in turn; the one that came in is never written to.
  let now: PlateField = field.slice()
  let next: PlateField = new Float32Array(field.length)
  for (let step = 0; step < steps; step++) {
    stepCells(now, next, dt * exchange, (dt * flux) / PLATE.capacity, dt * loss)
    ;[now, next] = [next, now]
  }
  return level(now)
}

/** Kelvin over the centre, so that the centre is at 0. */
function level(field: PlateField): PlateField {
  const middle = MIDDLE.reduce((sum, cell) => sum + (field[cell] as number), 0) / MIDDLE.length
  for (const cell of GRID.cells) field[cell] = (field[cell] as number) - middle
  return field
}

function stepCells(now: PlateField, next: PlateField, exchange: number, heating: number, loss: number): void {
  const { cells, neighbours, source } = GRID
  const count = cells.length
  // Losses pull towards the contents, which are as warm everywhere: that drops out with the level.
  const keep = 1 - 4 * exchange - loss
  for (let index = 0, side = 0; index < count; index++, side += 4) {
    const cell = cells[index] as number
    const around =
      (now[neighbours[side] as number] as number) +
      (now[neighbours[side + 1] as number] as number) +
      (now[neighbours[side + 2] as number] as number) +
      (now[neighbours[side + 3] as number] as number)
    next[cell] = keep * (now[cell] as number) + exchange * around + heating * (source[index] as number)
  }
}

/**
 * How much of the heat goes into contents, 0 to 1: what arrives, less what the plate itself stores and loses dry.
 * Without power nothing is heard of contents, and the field is nearly flat anyway.
 */
function wetness(flux: number, centre: number, rate: number): number {
  if (flux < 1000) return 0.3
  const kept = PLATE.capacity * Math.max(0, rate) + PLATE.dryLoss * (centre - ROOM)
  return Math.min(1, Math.max(0, (flux - kept) / flux))
}
