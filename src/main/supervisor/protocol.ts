import type { Fault } from '#core/safety/fault.ts'
import type { LogEntry } from '#core/safety/log-entry.ts'
import type { SafetyWord } from '#core/safety/event.ts'
import type { HeatAnswer } from '#core/safety/request.ts'
import type { ResidualHeat } from '#core/safety/settings.ts'
import type { SafetyView } from '#core/safety/view.ts'
import type { StoveDescription, StoveReport, ThermalFrame } from '#core/stove/stove.ts'
import type { Milliseconds } from '#core/units/quantities.ts'
import type { StoveProblemCode } from '#main/stove/stove.ts'

export type { ResidualHeat }

/** The first thing that a new supervisor's process is told: faults that its predecessor had latched. */
export interface SupervisorData {
  readonly faults: readonly Fault[]
}

/** Where the supervisor's process hears STOP by itself, and from whom. */
export interface StopAccess {
  readonly port: number
  /** Addresses at which other screens reach this machine; none = it listens on 127.0.0.1 alone. */
  readonly lan: readonly string[]
  /** Port of the pages that may press it. */
  readonly kitchenPort: number
  /** Whoever sits at this machine stands at the stove's display. */
  readonly loopbackIsDisplay: boolean
  /** Screens that were paired, with the SHA-256 of their tokens. */
  readonly screens: readonly { readonly id: string; readonly hash: string }[]
}

/** What the kitchen may say to the supervisor's process. Structured clones, whatever carries them. */
export type ToSupervisor =
  | { readonly type: 'connect'; readonly address: string }
  | { readonly type: 'disconnect' }
  | SafetyWord
  /** Answered with `pong` by a process that lives. */
  | { readonly type: 'ping' }
  | { readonly type: 'close' }

/** What the process hears besides, for itself. */
export type ToSupervisorProcess = ToSupervisor | { readonly type: 'stop-door'; readonly access: StopAccess }

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
  /** STOP is heard at this port; null = the port is taken by another program. */
  | { readonly type: 'stop-door'; readonly port: number | null }
  | { readonly type: 'pong' }
