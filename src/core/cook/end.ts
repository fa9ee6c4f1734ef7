import { zoneOf } from '../recipe/heat.ts'
import { goalOf } from '../program/goal.ts'
import type { ZoneId } from '../stove/stove.ts'
import type { Celsius } from '../units/quantities.ts'
import type { CookOutcome } from './event.ts'
import { outcome, record, ring } from './outcome.ts'
import { isCounting, stepOf, type CookState } from './state.ts'

/** How much of a step's time a crash may lose, on the cook's clock in milliseconds. */
export const PROGRESS_PERIOD = 10_000

/** A controller settles around its setpoint, not on it: this near to the end, in kelvin, counts as reached. */
export const END_TOLERANCE = 1

/** The middle of food has no controller; this is the rounding of a probe. */
export const CORE_TOLERANCE = 0.1

/** Lets the clock run on to `at`. A clock that runs backwards is held, never followed. */
export function countTime(state: CookState, at: number): CookOutcome {
  const passed = Math.max(0, at - state.countedAt)
  const countedAt = Math.max(at, state.countedAt)
  if (!isCounting(state)) return outcome({ ...state, countedAt })
  const elapsed = state.elapsed + passed
  const due = stepOf(state).until.kind === 'time' && elapsed - state.recordedElapsed >= PROGRESS_PERIOD
  if (!due) return outcome({ ...state, countedAt, elapsed })
  return outcome({ ...state, countedAt, elapsed, recordedElapsed: elapsed }, [
    record('progress', { at: countedAt, index: state.stepIndex, elapsed }),
  ])
}

/** What a step's end is judged by: a reading, a technique that has ended, or nothing but the clock. */
type Sign =
  | {
      readonly type: 'reading'
      readonly zone: ZoneId
      readonly celsius: Celsius | null
      readonly core?: number | null
    }
  | { readonly type: 'program-end'; readonly zone: ZoneId }

/** Marks the step as done once its end is reached; a done step stays done until it is left. */
export function reachEnd(state: CookState, sign: Sign | null): CookOutcome {
  if (state.stepDone || !isCounting(state) || !isReached(state, sign)) return outcome(state)
  const effects = [record('step-done', { at: state.countedAt, index: state.stepIndex })]
  // An automatic step moves on by itself and rings for the step that it comes to.
  const signal = stepOf(state).mode === 'automatic' ? [] : [ring('step-done', state.stepIndex)]
  return outcome({ ...state, stepDone: true }, [...effects, ...signal])
}

function isReached(state: CookState, sign: Sign | null): boolean {
  const { until } = stepOf(state)
  if (until.kind === 'cook') return false
  if (until.kind === 'time') return state.elapsed >= until.duration * 1000
  if (sign === null || sign.zone !== zoneOf(state.plan.zones, until.role)) return false
  if (until.kind === 'technique') return sign.type === 'program-end'
  if (sign.type !== 'reading') return false
  if (until.kind === 'temperature') {
    if (sign.celsius === null) return false
    return until.direction === 'above'
      ? sign.celsius >= until.celsius - END_TOLERANCE
      : sign.celsius <= until.celsius + END_TOLERANCE
  }
  const goal = until.kind === 'core' ? until.celsius : goalOf(until.food, until.doneness)
  return goal !== null && (sign.core ?? Number.NEGATIVE_INFINITY) >= goal - CORE_TOLERANCE
}
