import type { SlabFood } from './slab-food.ts'
import { HIGHEST, LOWEST } from './slab-tables.ts'

/** The food now: layers of equal mass from the bottom to the top. Plain data, never changed in place. */
export interface FoodState {
  readonly food: SlabFood
  /** Temperature of each layer, °C. */
  readonly celsius: readonly number[]
  /** Share of its raw water that each layer still has. */
  readonly water: readonly number[]
  /** Water that dripped away or evaporated, kg for each kg of raw food. */
  readonly dripped: number
  readonly evaporated: number
  /** Temperatures of the two faces themselves, °C. */
  readonly bottomFace: number
  readonly topFace: number
}

/** Food of one temperature (-40 °C up), in `layers` layers. */
export function startFood(food: SlabFood, celsius: number, layers = 40): FoodState {
  if (!(celsius >= LOWEST && celsius < HIGHEST)) throw new RangeError(`food starts at -40 °C or warmer`)
  return {
    food,
    celsius: Array.from({ length: layers }, () => celsius),
    water: Array.from({ length: layers }, () => 1),
    dripped: 0,
    evaporated: 0,
    bottomFace: celsius,
    topFace: celsius,
  }
}

/** The other side down. */
export function turnOver(state: FoodState): FoodState {
  return {
    ...state,
    celsius: state.celsius.toReversed(),
    water: state.water.toReversed(),
    bottomFace: state.topFace,
    topFace: state.bottomFace,
  }
}

/** Temperature in the middle, where a probe belongs, °C. */
export function coreOf({ celsius }: FoodState): number {
  const half = celsius.length / 2
  const at = (index: number): number => celsius[index] ?? 0
  return celsius.length % 2 === 1 ? at(half - 0.5) : (at(half - 1) + at(half)) / 2
}

/** The coldest layer, °C: where safety is judged. It is not the middle when the faces differ. */
export const coldestOf = ({ celsius }: FoodState): number => Math.min(...celsius)

/** The two faces, °C: where it browns. */
export const surfaceOf = ({ bottomFace, topFace }: FoodState) => ({ bottom: bottomFace, top: topFace })

/** The mean by mass, °C: where the core of resting food tends to, less what the air takes. */
export function meanOf({ celsius }: FoodState): number {
  let sum = 0
  for (const layer of celsius) sum += layer
  return sum / celsius.length
}

/** Mass that is left, as a share of the raw mass. */
export const yieldOf = ({ dripped, evaporated }: FoodState): number => 1 - dripped - evaporated

/**
 * Thickness now as a share of the raw one: what drips away is missing from the volume, alike in the three
 * directions (water that boils out of a crust leaves pores instead).
 */
export function shrinkOf({ food, dripped }: FoodState): number {
  return Math.cbrt(1 - (dripped * food.density) / 1000)
}

/**
 * Temperatures at `points` places from the bottom face to the top face, °C, for drawing the section. The places are
 * evenly spread, faces included.
 */
export function profileOf({ celsius, bottomFace, topFace }: FoodState, points = 25): number[] {
  const layers = celsius.length
  return Array.from({ length: points }, (_, point) => {
    const place = (points === 1 ? 0.5 : point / (points - 1)) * layers
    if (place <= 0.5) return bottomFace + ((celsius[0] ?? 0) - bottomFace) * place * 2
    if (place >= layers - 0.5) return topFace + ((celsius[layers - 1] ?? 0) - topFace) * (layers - place) * 2
    const below = Math.floor(place - 0.5)
    const low = celsius[below] ?? 0
    return low + ((celsius[below + 1] ?? low) - low) * (place - 0.5 - below)
  })
}
