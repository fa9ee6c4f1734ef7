import type { ZoneId, ZoneTarget } from '../stove/stove.ts'
import { isCounting, stepOf, type CookState, type PauseReason } from './state.ts'

/** Where a cook stands, for the screen. Times are milliseconds on the cook's clock. */
export interface CookProgress {
  readonly status: CookState['status']
  readonly pausedBy: PauseReason | null
  readonly stepIndex: number
  readonly startedAtCook: number
  readonly stepStartedAtCook: number
  /** End of a timed step; null when it has none or its time does not run. */
  readonly stepEndsAtCook: number | null
  /** Time left of a timed step while its time does not run. */
  readonly stepRemaining: number | null
  readonly stepDone: boolean
  /** Law 6. */
  readonly awaitingTouch: readonly { readonly zone: ZoneId; readonly target: ZoneTarget }[]
}

export function progressOf(state: CookState): CookProgress {
  const { until } = stepOf(state)
  const remaining = until.kind === 'time' ? Math.max(0, until.duration * 1000 - state.elapsed) : null
  const counting = isCounting(state)
  return {
    status: state.status,
    pausedBy: state.pausedBy,
    stepIndex: state.stepIndex,
    startedAtCook: state.startedAt,
    stepStartedAtCook: state.stepStartedAt,
    stepEndsAtCook: remaining !== null && counting ? state.countedAt + remaining : null,
    stepRemaining: remaining !== null && !counting ? remaining : null,
    stepDone: state.stepDone,
    awaitingTouch: state.driven.flatMap(({ zone, wish, standing, asked }) => {
      const target = wish.kind === 'technique' ? asked : wish
      return standing === 'awaiting' && target !== undefined ? [{ zone, target }] : []
    }),
  }
}
