import { zoneOf } from '../recipe/heat.ts'
import type { ZoneId } from '../stove/stove.ts'
import type { Celsius } from '../units/quantities.ts'
import type { CookOutcome } from './event.ts'
import { outcome, record, ring } from './outcome.ts'
import { isCounting, stepOf, type CookState } from './state.ts'

/** How much of a step's time a crash may lose, on the cook's clock in milliseconds. */
export const PROGRESS_PERIOD = 10_000

/** A controller settles around its setpoint, not on it: this near to the end, in kelvin, counts as reached. */
export const END_TOLERANCE = 1

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

/** Marks the step as done once its end is reached; a done step stays done until it is left. */
export function reachEnd(
  state: CookState,
  reading: { readonly zone: ZoneId; readonly celsius: Celsius | null } | null,
): CookOutcome {
  if (state.stepDone || !isCounting(state) || !isReached(state, reading)) return outcome(state)
  const effects = [record('step-done', { at: state.countedAt, index: state.stepIndex })]
  // An automatic step moves on by itself and rings for the step that it comes to.
  const signal = stepOf(state).mode === 'automatic' ? [] : [ring('step-done', state.stepIndex)]
  return outcome({ ...state, stepDone: true }, [...effects, ...signal])
}

function isReached(
  state: CookState,
  reading: { readonly zone: ZoneId; readonly celsius: Celsius | null } | null,
): boolean {
  const { until } = stepOf(state)
  switch (until.kind) {
    case 'cook':
      return false
    case 'time':
      return state.elapsed >= until.duration * 1000
    case 'temperature': {
      if (reading?.celsius == null || reading.zone !== zoneOf(state.plan.zones, until.role)) return false
      return until.direction === 'above'
        ? reading.celsius >= until.celsius - END_TOLERANCE
        : reading.celsius <= until.celsius + END_TOLERANCE
    }
  }
}
