import type { TechniqueHeat } from '../recipe/recipe.ts'
import type { RefusalCode } from '../safety/refusal.ts'
import type { HeatAnswer } from '../safety/request.ts'
import type { ZoneId, ZoneTarget } from '../stove/stove.ts'
import type { Celsius } from '../units/quantities.ts'
import type { CookState } from './state.ts'

/** What happens to a cooking session. `at` is the cook's clock in milliseconds; it never runs backwards. */
export type CookEvent = { readonly at: number } & (
  | { readonly type: 'start' | 'next' | 'back' | 'pause' | 'resume' | 'finish' | 'abandon' | 'tick' }
  /** Temperature at the zone's sensor, and in the middle of its food; null when nothing trustworthy is known. */
  | {
      readonly type: 'reading'
      readonly zone: ZoneId
      readonly celsius: Celsius | null
      readonly core?: number | null
    }
  /** What became of a technique that a step has begun on a zone. */
  | { readonly type: 'program'; readonly zone: ZoneId; readonly news: ProgramNews }
  /** The supervisor's answer to a wish. */
  | {
      readonly type: 'heat-answer'
      readonly zone: ZoneId
      readonly target: ZoneTarget
      readonly answer: HeatAnswer
    }
  /** The zone has a new target that is not off: a touch answered the question, or the cook set it by hand. */
  | { readonly type: 'zone-set'; readonly zone: ZoneId; readonly target: ZoneTarget }
  /** The zone was on and is off now. `cause` is 'stop' or the code of the fault. */
  | { readonly type: 'zone-off'; readonly zone: ZoneId; readonly cause: string }
)

export type ProgramNews =
  | { readonly kind: 'set' | 'ended' }
  | { readonly kind: 'awaiting'; readonly target: ZoneTarget }
  | { readonly kind: 'refused'; readonly code: RefusalCode }
  /** STOP or a fault. */
  | { readonly kind: 'off'; readonly cause: string }

/** Why it rings. Texts under `cook.ring.<why>`. */
export type RingReason = 'step-done' | 'moved-on' | 'touch-needed' | 'paused' | 'finished'

/** Figures and words only, as the store keeps them. */
export type RecordData = Readonly<Record<string, string | number | boolean | null>>

export type RecordKind =
  | 'start'
  | 'step'
  | 'step-done'
  | 'progress'
  | 'heat'
  | 'pause'
  | 'resume'
  | 'finish'
  | 'abandon'

/** One line of the cook's history; `at` in its data is the cook's clock. */
interface CookRecord {
  readonly kind: RecordKind
  readonly data: RecordData
}

export type CookEffect =
  /** To be asked of the supervisor as a heat request of origin `program`. */
  | { readonly type: 'wish'; readonly zone: ZoneId; readonly target: ZoneTarget }
  /** A technique begins on a zone, in place of what ran there; null = it lets go, and the zone keeps its heat. */
  | { readonly type: 'program'; readonly zone: ZoneId; readonly heat: TechniqueHeat | null }
  | { readonly type: 'ring'; readonly why: RingReason; readonly stepIndex: number }
  | { readonly type: 'record'; readonly record: CookRecord }

export interface CookOutcome {
  readonly state: CookState
  readonly effects: readonly CookEffect[]
}
