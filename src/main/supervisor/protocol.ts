import type { Fault } from '#core/safety/fault.ts'
import type { LogEntry } from '#core/safety/log-entry.ts'
import type { HeatAnswer, HeatRequest } from '#core/safety/request.ts'
import type { EnvelopeZone, ResidualHeat, SupervisorSettings } from '#core/safety/settings.ts'
import type { SafetyView } from '#core/safety/view.ts'
import type { StoveDescription, StoveReport, ThermalFrame, ZoneId } from '#core/stove/stove.ts'
import type { Milliseconds } from '#core/units/quantities.ts'
import type { StoveProblemCode } from '#main/stove/stove.ts'

export type { ResidualHeat }

/** The first thing that a new supervisor's process is told: faults that its predecessor had latched. */
export interface SupervisorData {
  readonly faults: readonly Fault[]
}

/** What the kitchen may say to the supervisor's process. Structured clones, whatever carries them. */
export type ToSupervisor =
  | { readonly type: 'connect'; readonly address: string }
  | { readonly type: 'disconnect' }
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
  /** Answered with `pong` by a process that lives. */
  | { readonly type: 'ping' }
  | { readonly type: 'close' }

export type ConnectionState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'connecting'; readonly address: string; readonly attempt: number }
  | { readonly kind: 'connected'; readonly address: string; readonly stove: StoveDescription }
  | {
      readonly kind: 'lost'
      readonly address: string
      readonly reason: StoveProblemCode
      readonly detail: string
      /** Wall time of the next attempt. */
      readonly retryAt: Milliseconds
      /** The stove as it was last known; null when it was never seen. */
      readonly stove: StoveDescription | null
    }

export type FromSupervisor =
  | { readonly type: 'connection'; readonly state: ConnectionState }
  /** With every report from the stove; `at` is wall time of its arrival. */
  | {
      readonly type: 'report'
      readonly at: Milliseconds
      readonly report: StoveReport
      readonly view: SafetyView
    }
  | { readonly type: 'thermal'; readonly at: Milliseconds; readonly frame: ThermalFrame }
  /** Whenever the view changes without a report. */
  | { readonly type: 'view'; readonly view: SafetyView }
  | { readonly type: 'log'; readonly entries: readonly LogEntry[] }
  | { readonly type: 'answer'; readonly id: number; readonly answer: HeatAnswer }
  | { readonly type: 'pong' }
