import { NO_TEMPERATURE } from '../stove/stove.ts'
import type { Observation } from './estimate.ts'
import { ROOM } from './parameters.ts'
import { shapeAt, type PlateShape } from './plate-shape.ts'

/** Cells along each side of a field; the contract of the heat map. */
export const FIELD_SIDE = 24

/** Radius of each cell's middle as a share of the disc's, row by row; over 1 is outside the disc. */
const RADIUS: readonly number[] = Array.from({ length: FIELD_SIDE * FIELD_SIDE }, (_, cell) => {
  const across = (value: number): number => ((value + 0.5) / FIELD_SIDE) * 2 - 1
  return Math.hypot(across(cell % FIELD_SIDE), across(Math.floor(cell / FIELD_SIDE)))
})

export function unknownField(): Int16Array {
  return new Int16Array(FIELD_SIDE * FIELD_SIDE).fill(NO_TEMPERATURE)
}

/** The field over the disc, from the estimated centre and the shape of the plate. */
export function drawField(centre: number, shape: PlateShape): Int16Array {
  const field = unknownField()
  for (let cell = 0; cell < field.length; cell++) {
    const radius = RADIUS[cell] ?? 2
    if (radius <= 1) field[cell] = tenths(centre + shapeAt(shape, radius))
  }
  return field
}

type Picture = NonNullable<Observation['camera']>

/** How far an unknown emissivity may lead a camera astray: bare steel 0.2 is beyond help, enamel and food 0.9. */
const TRUSTED_SCALE = { least: 0.8, most: 2.5 }
/** Below this excess over the room the scale of a picture cannot be told from its noise, K. */
const LEAST_EXCESS = 15

/**
 * The field with a thermal picture: the picture knows the pattern, the sensor knows the level. The picture's
 * excess over the room is scaled so that its middle agrees with the estimated centre, which cancels the unknown
 * emissivity. A picture that would need more scaling than any emissivity explains, or that is dead in the middle,
 * is not used. Dead pixels are filled from the plate's shape.
 */
export function fuseField(centre: number, shape: PlateShape, picture: Picture): Int16Array {
  const field = drawField(centre, shape)
  const middle = middleOf(picture)
  if (middle === null) return field
  const seen = middle - ROOM
  const scale = seen < LEAST_EXCESS ? 1 : (centre - ROOM) / seen
  if (scale < TRUSTED_SCALE.least || scale > TRUSTED_SCALE.most) return field
  for (let cell = 0; cell < field.length; cell++) {
    if ((RADIUS[cell] ?? 2) > 1) continue
    const value = sample(picture, cell % FIELD_SIDE, Math.floor(cell / FIELD_SIDE))
    if (value !== null) field[cell] = tenths(centre + (value - middle) * scale)
  }
  return field
}

/** Mean of the picture within a sixth of the disc's radius; null when every pixel there is dead. */
function middleOf({ side, tenths: pixels }: Picture): number | null {
  let sum = 0
  let count = 0
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const reach = Math.hypot((column + 0.5) / side - 0.5, (row + 0.5) / side - 0.5) * 2
      const value = pixels[row * side + column] ?? NO_TEMPERATURE
      if (value === NO_TEMPERATURE || reach > Math.max(1 / 6, 1 / side)) continue
      sum += value / 10
      count++
    }
  }
  return count === 0 ? null : sum / count
}

/** The picture at a cell of the field, bilinear over the pixels that live; null where none does. */
function sample({ side, tenths: pixels }: Picture, column: number, row: number): number | null {
  const x = Math.min(side - 1, Math.max(0, ((column + 0.5) / FIELD_SIDE) * side - 0.5))
  const y = Math.min(side - 1, Math.max(0, ((row + 0.5) / FIELD_SIDE) * side - 0.5))
  const left = Math.floor(x)
  const top = Math.floor(y)
  let sum = 0
  let weights = 0
  for (let corner = 0; corner < 4; corner++) {
    const cx = Math.min(side - 1, left + (corner & 1))
    const cy = Math.min(side - 1, top + (corner >> 1))
    const value = pixels[cy * side + cx] ?? NO_TEMPERATURE
    const weight = (corner & 1 ? x - left : 1 - x + left) * (corner >> 1 ? y - top : 1 - y + top)
    if (value === NO_TEMPERATURE || weight === 0) continue
    sum += (weight * value) / 10
    weights += weight
  }
  return weights === 0 ? null : sum / weights
}

const tenths = (value: number): number => Math.max(-2700, Math.min(32_767, Math.round(value * 10)))
