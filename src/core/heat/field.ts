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

/**
 * What the unknown emissivity of a pan may hide, as a factor on its excess over the room: seasoned iron, enamel,
 * coatings and food emit 0.85 to 0.95 of a black body. Bright steel is beyond help, and so is not scaled for.
 */
const MOST_SCALE = 1.2
/** A middle that seems colder than by this factor is covered by food, water or a lid, or is bright metal. */
const COVERED = 1.8
/** Below this excess over the room the scale of a picture cannot be told from its noise, K. */
const LEAST_EXCESS = 15
/** A pixel this far from the plate's shape, in kelvin, is more likely food, a lid or a reflection than the base. */
const DOUBT = 45

/**
 * The field with a thermal picture. The sensor knows the level of the base, the picture knows the pattern of what
 * can be seen: the base where it is bare, but also food, lids and reflections. So each pixel moves the field
 * towards itself, the less the further it is from what a base could be, and not at all where the middle is covered. Dead pixels move nothing.
 */
export function fuseField(centre: number, shape: PlateShape, picture: Picture): Int16Array {
  const field = drawField(centre, shape)
  const seen = middleOf(picture)
  if (seen === null) return field
  const excess = seen - ROOM
  const wanted =
    excess < LEAST_EXCESS && centre - ROOM < LEAST_EXCESS ? 1 : (centre - ROOM) / Math.max(1, excess)
  const scale = Math.min(MOST_SCALE, Math.max(1, wanted))
  const trust = Math.min(1, Math.max(0, (COVERED - wanted) / (COVERED - MOST_SCALE)))
  for (let cell = 0; cell < field.length; cell++) {
    const radius = RADIUS[cell] ?? 2
    if (radius > 1) continue
    const value = sample(picture, cell % FIELD_SIDE, Math.floor(cell / FIELD_SIDE))
    if (value === null) continue
    const model = centre + shapeAt(shape, radius)
    const off = ROOM + (value - ROOM) * scale - model
    field[cell] = tenths(model + (trust * off) / (1 + (off / DOUBT) ** 2))
  }
  return field
}

/** Mean of the living pixels within a sixth of the disc's radius; null when every pixel there is dead. */
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
