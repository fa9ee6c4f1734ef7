import type { Milliseconds } from '../units/quantities.ts'
import type { StoveDescription, StoveReport, ZoneId } from '../stove/stove.ts'
import type { HeatRequest } from './request.ts'
import type { EnvelopeZone, SupervisorSettings } from './settings.ts'

/** What the kitchen may say to the supervisor. */
export type SafetyWord =
  /** Law 1. `zone` null = everything. */
  | { readonly type: 'stop'; readonly zone: ZoneId | null; readonly by: string }
  | { readonly type: 'request'; readonly id: number; readonly request: HeatRequest }
  | {
      readonly type: 'answer-question'
      readonly question: number
      readonly accept: boolean
      readonly by: string
    }
  | { readonly type: 'acknowledge'; readonly fault: number; readonly by: string }
  /** Law 13: a display just proved that it shows STOP. `touched` = a hand was on it since the last proof (law 8). */
  | { readonly type: 'display-beat'; readonly display: string; readonly touched: boolean }
  /** Law 6: the cook accepted these as the greatest targets a program may set; null = no program runs. */
  | { readonly type: 'envelope'; readonly envelope: readonly EnvelopeZone[] | null; readonly by: string }
  | { readonly type: 'log-state'; readonly writable: boolean }
  | { readonly type: 'configure'; readonly settings: SupervisorSettings }
  | { readonly type: 'lock'; readonly locked: boolean; readonly by: string }

/** What can happen to the supervisor: the stove's news, the time, and the kitchen's words. */
export type SafetyHappening =
  | { readonly type: 'connected'; readonly stove: StoveDescription }
  | { readonly type: 'report'; readonly report: StoveReport }
  /** The driver says that the line is gone. The supervisor does not depend on it: age tells as well (law 3). */
  | { readonly type: 'lost'; readonly reason: string }
  /** Every 100 ms. */
  | { readonly type: 'tick' }
  | SafetyWord

/** `at` is wall time on a clock that never goes back while anything heats. */
export type SafetyEvent = SafetyHappening & { readonly at: Milliseconds }
