import type { Celsius, Milliseconds, Watts } from '../units/quantities.ts'
import type { ZoneId, ZoneTarget } from '../stove/stove.ts'
import type { Fault } from './fault.ts'
import type { HeatRequest } from './request.ts'

/** What is known of a zone's temperature now (law 9). */
export type Quality = 'measured' | 'estimated' | 'stale' | 'unknown'

/** Whether the surface may burn a hand. `assume-hot` = nothing trustworthy is known since it was heated. */
export type Residual = 'cool' | 'hot' | 'assume-hot'

export interface ZoneSafety {
  readonly zone: ZoneId
  /** What the cook wants. */
  readonly target: ZoneTarget
  /** What was sent to the stove last. */
  readonly demand: Watts
  /** Why the zone gets less than its controller wants. */
  readonly limitedBy: 'circuit' | 'fault' | 'start-up' | null
  readonly surface: Celsius | null
  readonly quality: Quality
  readonly residual: Residual
  /** Wall time at which the zone was switched on; null when off. */
  readonly onSince: Milliseconds | null
  /** Law 8: wall time at which the zone goes off by itself unless somebody touches the display; null when off. */
  readonly offAt: Milliseconds | null
}

/** A question on the display (law 6): another screen asks for heat, or a program asks to start a zone. */
export interface HeatQuestion {
  readonly id: number
  readonly request: HeatRequest
  readonly askedAt: Milliseconds
  /** Questions go away unanswered. */
  readonly expiresAt: Milliseconds
}

/** Everything the supervisor tells, without secrets and without its own bookkeeping. */
export interface SafetyView {
  readonly zones: readonly ZoneSafety[]
  /** Every fault that is latched, oldest first. */
  readonly faults: readonly Fault[]
  readonly questions: readonly HeatQuestion[]
  readonly circuit: { readonly limit: Watts; readonly used: Watts; readonly shared: boolean }
  /** Law 11. */
  readonly log: 'ok' | 'unwritable'
  readonly locked: boolean
  /** Law 13: wall time of the last proof that a display shows STOP. */
  readonly displaySeenAt: Milliseconds | null
  /** Law 8: wall time from which the display asks "are you still there?"; null when nothing heats. */
  readonly attendanceDueAt: Milliseconds | null
}
