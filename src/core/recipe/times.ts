import { seconds, type Seconds } from '../units/quantities.ts'
import type { Recipe } from './recipe.ts'

export interface RecipeTimes {
  /** From start to plate, as the recipe says. */
  readonly total: Seconds
  /** Sum of the steps that run by the clock. */
  readonly timed: Seconds
  /** Part of the total in which hands are needed: without the long waits that the stove watches over. */
  readonly active: Seconds
}

/** From five minutes on, a wait is long enough to turn to something else in the kitchen. */
const LONG_WAIT = 300

export function timesOf(recipe: Recipe): RecipeTimes {
  let timed = 0
  let waits = 0
  for (const { until, mode } of recipe.steps) {
    if (until.kind !== 'time') continue
    timed += until.duration
    if (mode !== 'hand' && until.duration >= LONG_WAIT) waits += until.duration
  }
  return {
    total: recipe.total,
    timed: seconds(timed),
    active: seconds(Math.max(0, recipe.total - waits)),
  }
}
