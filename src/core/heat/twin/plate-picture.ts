import { NO_TEMPERATURE } from '../../stove/stove.ts'
import type { Observation } from '../estimate.ts'
import { ROOM } from '../parameters.ts'
import type { PlateField } from './plate-field.ts'
import { EXTENT, GRID, PLATE_SIDE, radiusOf } from './plate-grid.ts'

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
/** A pixel this far from the plate's field, in kelvin, is more likely food, a lid or a reflection than the base. */
const DOUBT = 45
/** Seconds in which the field takes a picture over: pictures are noisy, plates are slow. */
const TAKES = 2

/**
 * The field after `elapsed` seconds under a thermal camera. The sensor knows the level of the base, the picture knows
 * the pattern of what can be seen: the base where it is bare, but also food, lids and reflections. So each pixel moves
 * the field towards itself, the less the further it is from what a base could be, and not at all where the middle is
 * covered. Dead pixels move nothing. What was seen once stays in the field until conduction evens it out.
 */
export function takePicture(
  field: PlateField,
  centre: number,
  picture: Picture,
  elapsed: number,
): PlateField {
  const seen = middleOf(picture)
  if (seen === null) return field
  const excess = seen - ROOM
  const wanted =
    excess < LEAST_EXCESS && centre - ROOM < LEAST_EXCESS ? 1 : (centre - ROOM) / Math.max(1, excess)
  const scale = Math.min(MOST_SCALE, Math.max(1, wanted))
  const trust = Math.min(1, Math.max(0, (COVERED - wanted) / (COVERED - MOST_SCALE)))
  const share = trust * (1 - Math.exp(-elapsed / TAKES))
  if (share === 0) return field
  const next = field.slice()
  for (const cell of GRID.cells) {
    if (radiusOf(cell) > 1) continue
    const value = sample(picture, cell)
    if (value === null) continue
    const model = field[cell] as number
    const off = ROOM + (value - ROOM) * scale - centre - model
    next[cell] = model + (share * off) / (1 + (off / DOUBT) ** 2)
  }
  return next
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

/** The picture at a cell of the grid, bilinear over the pixels that live; null where none does. */
function sample({ side, tenths: pixels }: Picture, cell: number): number | null {
  const along = (index: number): number => {
    const share = ((((index + 0.5) / PLATE_SIDE) * 2 - 1) * EXTENT + 1) / 2
    return Math.min(side - 1, Math.max(0, share * side - 0.5))
  }
  const x = along(cell % PLATE_SIDE)
  const y = along(Math.floor(cell / PLATE_SIDE))
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
