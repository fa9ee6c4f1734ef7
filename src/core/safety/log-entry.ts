import type { Milliseconds } from '../units/quantities.ts'
import type { ZoneId } from '../stove/stove.ts'

/**
 * One line of the append-only log (law 11). No personal data: `by` is the id of a screen, a program or
 * the supervisor.
 */
export interface LogEntry {
  readonly at: Milliseconds
  readonly kind:
    | 'connected'
    | 'lost'
    | 'off'
    | 'heat'
    | 'asked'
    | 'answered'
    | 'refused'
    | 'fault'
    | 'acknowledged'
    | 'lock'
    | 'settings'
    | 'cook'
    | 'program'
  readonly zone: ZoneId | null
  readonly by: string
  /** Figures and codes only, for example {share: 0.5} or {code: 'link-lost'}. */
  readonly details: Readonly<Record<string, string | number | boolean | null>>
}
