import type { Celsius, Watts } from '../units/quantities.ts'
import type { LogEntry } from './log-entry.ts'
import type { HeatAnswer } from './request.ts'

/** What the supervisor wants done, in this order, at once. */
export type SafetyCommand =
  /** All zones off; jumps every queue. */
  | { readonly type: 'off' }
  /** For every zone, in order: what it may draw, and the setpoint where it regulates itself; renews the lease (law 2). */
  | {
      readonly type: 'heat'
      readonly demand: readonly Watts[]
      readonly setpoints: readonly (Celsius | null)[]
    }
  | { readonly type: 'log'; readonly entries: readonly LogEntry[] }
  | { readonly type: 'answer'; readonly id: number; readonly answer: HeatAnswer }
