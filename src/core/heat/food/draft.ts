import type { FoodState } from './food-state.ts'

/** A state under work. */
export interface Draft extends FoodState {
  celsius: number[]
  water: number[]
  dripped: number
  evaporated: number
  bottomFace: number
  topFace: number
}

export const draftOf = ({
  food,
  celsius,
  water,
  dripped,
  evaporated,
  bottomFace,
  topFace,
}: FoodState): Draft => ({
  food,
  celsius: celsius.slice(),
  water: water.slice(),
  dripped,
  evaporated,
  bottomFace,
  topFace,
})

/** Room for one step of the scheme. */
export interface Scratch {
  /** Temperature, °C, and apparent heat capacity, J/(kg K), of each layer before the step. */
  readonly before: Float64Array
  readonly capacity: Float64Array
  /** Whether each layer boils all through the step; then its capacity is BOILING_WEIGHT times its own. */
  readonly boils: Uint8Array
  /** Conductance to the layer above, or to what is above the last, W/(m² K). */
  readonly upward: Float64Array
  /** How much each layer's temperature follows that of the one above. */
  readonly ratio: Float64Array
}

export const room = (layers: number): Scratch => ({
  before: new Float64Array(layers),
  capacity: new Float64Array(layers),
  boils: new Uint8Array(layers),
  upward: new Float64Array(layers),
  ratio: new Float64Array(layers),
})

/** A layer at its boiling point is given so much more capacity: that holds it there while it has water. */
export const BOILING_WEIGHT = 1e5

/** A layer loses a share of its raw water as steam. */
export function dry(draft: Draft, index: number, share: number): void {
  if (!(share > 0)) return
  const left = draft.water[index] ?? 0
  const taken = Math.min(left, share)
  draft.water[index] = left - taken
  draft.evaporated += (taken * draft.food.composition.water) / draft.water.length
}
