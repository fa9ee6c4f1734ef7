import type { Milliseconds } from '../units/quantities.ts'
import type { StoveDescription, StoveReport, ZoneId } from '../stove/stove.ts'
import type { HeatRequest } from './request.ts'
import type { EnvelopeZone, SupervisorSettings } from './settings.ts'

/** What can happen to the supervisor. */
export type SafetyHappening =
  | { readonly type: 'connected'; readonly stove: StoveDescription }
  | { readonly type: 'report'; readonly report: StoveReport }
  /** The driver says that the line is gone. The supervisor does not depend on it: age tells as well (law 3). */
  | { readonly type: 'lost'; readonly reason: string }
  /** Every 100 ms. */
  | { readonly type: 'tick' }
  | { readonly type: 'stop'; readonly zone: ZoneId | null; readonly by: string }
  | { readonly type: 'request'; readonly id: number; readonly request: HeatRequest }
  | {
      readonly type: 'answer-question'
      readonly question: number
      readonly accept: boolean
      readonly by: string
    }
  | { readonly type: 'acknowledge'; readonly fault: number; readonly by: string }
  | { readonly type: 'display-beat'; readonly display: string; readonly touched: boolean }
  | { readonly type: 'envelope'; readonly envelope: readonly EnvelopeZone[] | null; readonly by: string }
  | { readonly type: 'log-state'; readonly writable: boolean }
  | { readonly type: 'configure'; readonly settings: SupervisorSettings }
  | { readonly type: 'lock'; readonly locked: boolean; readonly by: string }

/** `at` is wall time on a clock that never goes back while anything heats. */
export type SafetyEvent = SafetyHappening & { readonly at: Milliseconds }
