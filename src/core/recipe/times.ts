import { seconds, type Seconds } from '../units/quantities.ts'
import type { Recipe, Step } from './recipe.ts'

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

/** Seconds that a step runs by the clock, its own or that of its technique; 0 where no clock ends it. */
function durationOf({ until, heat }: Step): number {
  if (until.kind === 'time') return until.duration
  if (until.kind !== 'technique') return 0
  const named = heat.find(({ role }) => role === until.role)
  return named?.kind === 'technique' ? (named.choices.minutes ?? 0) * 60 : 0
}

export function timesOf(recipe: Recipe): RecipeTimes {
  let timed = 0
  let waits = 0
  for (const step of recipe.steps) {
    const duration = durationOf(step)
    timed += duration
    if (step.mode !== 'hand' && duration >= LONG_WAIT) waits += duration
  }
  return {
    total: recipe.total,
    timed: seconds(timed),
    active: seconds(Math.max(0, recipe.total - waits)),
  }
}
