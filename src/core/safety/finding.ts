import type { ZoneId } from '../stove/stove.ts'
import type { FaultCode } from './fault.ts'

/** What a check has found: it becomes a latched fault. */
export interface Finding {
  readonly code: FaultCode
  /** Null when it is the whole stove's. */
  readonly zone: ZoneId | null
  readonly figures: Readonly<Record<string, number>>
}
