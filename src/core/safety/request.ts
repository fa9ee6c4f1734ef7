import type { Milliseconds } from '../units/quantities.ts'
import type { ZoneId, ZoneTarget } from '../stove/stove.ts'
import type { RefusalCode } from './refusal.ts'

/** Who asks. Only `display` is the stove's own display; a program speaks for the cook's accepted envelope. */
export type Origin = 'display' | 'program' | 'remote' | 'assistant'

/** A finger at the stove's own display, bound to one zone and one target (law 6). `at` is wall time. */
export interface Touch {
  readonly zone: ZoneId
  readonly target: ZoneTarget
  readonly at: Milliseconds
}

export interface HeatRequest {
  readonly zone: ZoneId
  readonly target: ZoneTarget
  readonly origin: Origin
  /** Id of the screen or program, for the log; no name, which may be a person's. On a screen: the name it goes by. */
  readonly by: string
  readonly touch: Touch | null
}

export type HeatAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly code: RefusalCode }
  /** Law 6: the question now stands on the display. */
  | { readonly kind: 'asked'; readonly question: number }
