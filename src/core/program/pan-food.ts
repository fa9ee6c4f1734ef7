import type { Figure } from '../heat/twin/contents.ts'
import {
  describeFood,
  foodTwinStep,
  moveFood,
  startFoodTwin,
  turnFood,
  type FoodEstimate,
  type FoodTwin,
} from '../heat/twin/food-twin.ts'
import type { Phase } from '../technique/technique.ts'
import type { FoodChoice } from './choices.ts'
import { declaredFood } from './food.ts'
import { countTally, isPasteurised, startTally, type Tally } from './pasteurised.ts'

/** The food on a zone as it was declared, and what became of it since. Plain data. */
export interface PanFood {
  readonly choice: FoodChoice
  readonly boilsAt: number
  /** Null until it is put in, and where nothing is known of such a food. */
  readonly twin: FoodTwin | null
  /** Of its newest state. */
  readonly estimate: FoodEstimate | null
  readonly tally: Tally
  /** Technique and phase that it was last moved for. */
  readonly movedFor: string | null
  /** Seconds on the cook's clock up to which it was followed. */
  readonly at: number
}

/** The food is followed in stretches of at least this many seconds: finer ones tell nothing more. */
const STRETCH = 1

export const startPanFood = (choice: FoodChoice, boilsAt: number, at: number): PanFood => ({
  choice,
  boilsAt,
  twin: null,
  estimate: null,
  tally: startTally(choice.kind),
  movedFor: null,
  at,
})

/** A phase begins: the food goes in, over, or out to rest. Nothing happens to it twice for one phase. */
export function enterPhase(food: PanFood, technique: string, phase: Phase): PanFood {
  const movedFor = `${technique}/${phase.id}`
  if (food.movedFor === movedFor || phase.contact === null) return food
  if (food.twin === null) {
    const declared = declaredFood(food.choice, phase.contact, food.boilsAt)
    const started = declared === null ? null : startFoodTwin(declared)
    const twin = started?.kind === 'food' ? started.twin : null
    return { ...food, twin, estimate: twin === null ? null : describeFood(twin), movedFor }
  }
  const moved = food.twin.contact === phase.contact ? food.twin : moveFood(food.twin, phase.contact)
  return { ...food, twin: phase.turned ? turnFood(moved) : moved, movedFor }
}

/** Lets time pass up to `at` seconds with pan or medium at `celsius`, null = unknown; `probe` in its middle. */
export function passTime(food: PanFood, at: number, celsius: number | null, probe: number | null): PanFood {
  const elapsed = at - food.at
  if (food.twin === null) return { ...food, at: Math.max(at, food.at) }
  if (elapsed < STRETCH) return food
  const twin = foodTwinStep(food.twin, elapsed, celsius, probe)
  const estimate = describeFood(twin)
  return { ...food, twin, estimate, tally: countTally(food.tally, at, estimate.core), at }
}

/** The middle of the food; null when nothing is known of it. */
export const coreOfFood = (food: PanFood | null): Figure | null => food?.estimate?.core ?? null

export const pasteurisedOf = ({ tally }: PanFood): boolean | null => isPasteurised(tally)
