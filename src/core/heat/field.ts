import { NO_TEMPERATURE } from '../stove/stove.ts'
import type { PlateField } from './twin/plate-field.ts'
import { EXTENT, PLATE_SIDE } from './twin/plate-grid.ts'

/**
 * Cells along each side of a drawn field; the contract of the heat map. Coarser than the plate's own grid: a screen
 * smooths between them, and six zones ten times a second stay under 70 kB/s.
 */
export const FIELD_SIDE = 24

/** For each drawn cell on the zone's disc: the cell of the plate's grid at its upper left, and the way towards the next. */
const PLACES = Array.from({ length: FIELD_SIDE * FIELD_SIDE }, (_, cell) => {
  const across = (index: number): number => ((index + 0.5) / FIELD_SIDE) * 2 - 1
  const x = across(cell % FIELD_SIDE)
  const y = across(Math.floor(cell / FIELD_SIDE))
  const along = (share: number): number => ((share / EXTENT + 1) / 2) * PLATE_SIDE - 0.5
  const column = Math.floor(along(x))
  const row = Math.floor(along(y))
  return {
    cell,
    inside: Math.hypot(x, y) <= 1,
    at: row * PLATE_SIDE + column,
    right: along(x) - column,
    down: along(y) - row,
  }
}).filter(({ inside }) => inside)

export function unknownField(): Int16Array {
  return new Int16Array(FIELD_SIDE * FIELD_SIDE).fill(NO_TEMPERATURE)
}

/** The field over the zone's disc in tenths of a degree, from the estimated centre and the plate's field. */
export function drawField(centre: number, plate: PlateField): Int16Array {
  const field = unknownField()
  for (const { cell, at, right, down } of PLACES) {
    const top = (1 - right) * (plate[at] ?? 0) + right * (plate[at + 1] ?? 0)
    const bottom = (1 - right) * (plate[at + PLATE_SIDE] ?? 0) + right * (plate[at + PLATE_SIDE + 1] ?? 0)
    field[cell] = tenths(centre + (1 - down) * top + down * bottom)
  }
  return field
}

const tenths = (value: number): number => Math.max(-2700, Math.min(32_767, Math.round(value * 10)))
