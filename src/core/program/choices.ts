/** Foods whose doneness and safety are known apart. */
export const FOOD_KINDS = [
  'beef',
  'lamb',
  'pork',
  'poultry',
  'lean-fish',
  'fatty-fish',
  'egg',
  'vegetable',
  'other',
] as const
export type FoodKind = (typeof FOOD_KINDS)[number]

export const FOOD_SHAPES = ['slab', 'cylinder', 'sphere'] as const
export type FoodShape = (typeof FOOD_SHAPES)[number]

/** Names of a core temperature, from the least cooked; see goal.ts. safe: what the authority names, at once or nearly. */
export const DONENESS = ['rare', 'medium-rare', 'medium', 'safe'] as const
export type Doneness = (typeof DONENESS)[number]

/** The food as the cook declares it. */
export interface FoodChoice {
  readonly kind: FoodKind
  readonly shape: FoodShape
  /** Thickness of a slab, diameter of what is round, millimetres. */
  readonly thicknessMm: number
  readonly startCelsius: number
  readonly massG?: number | undefined
  /** The zone's probe is in its middle, not in the liquid around it. */
  readonly probed?: boolean | undefined
}

/** What the cook chose; what is absent is the technique's usual. */
export interface Choices {
  /** Pan or liquid, whatever the technique lets choose, °C. */
  readonly celsius?: number | undefined
  readonly minutes?: number | undefined
  /** Core temperature to reach, °C; goes before `doneness`. */
  readonly core?: number | undefined
  readonly doneness?: Doneness | undefined
  /** Share of the weight to be left, 0 to 1. */
  readonly share?: number | undefined
  readonly food?: FoodChoice | undefined
  /** Kitchen wall time, milliseconds, at which the food is wanted. */
  readonly readyAt?: number | undefined
}
