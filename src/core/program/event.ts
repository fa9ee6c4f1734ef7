import type { RecordData } from '../cook/event.ts'
import type { HeatAnswer } from '../safety/request.ts'
import type { ZoneTarget } from '../stove/stove.ts'
import type { Envelope } from './envelope.ts'
import type { ProgramPlan } from './plan.ts'
import type { ProgramState } from './state.ts'

/** What the kitchen believes of a zone now; null = it does not know. */
export interface Belief {
  /** Temperatures, °C: pan base, what is in the pan, the middle of the food. */
  readonly surface: number | null
  readonly liquid: number | null
  readonly core: number | null
  readonly boiling: boolean | null
  /** What the contents weigh as a share of what they weighed when the phase began. */
  readonly share: number | null
}

/** What happens to a program. `at` is the cook's clock in milliseconds; it never runs backwards. */
export type ProgramEvent = { readonly at: number } & (
  | { readonly type: 'tick' }
  /** `hand`: a finger at the stove's own display, which accepts the plan's envelope (law 6). */
  | { readonly type: 'start'; readonly hand: boolean }
  | { readonly type: 'resume'; readonly hand: boolean }
  | { readonly type: 'next' }
  | { readonly type: 'stop' }
  | { readonly type: 'belief'; readonly belief: Belief }
  /** Another mind; `startsAt` as in the state. */
  | {
      readonly type: 'change'
      readonly plan: ProgramPlan
      readonly startsAt: number | null
      readonly hand: boolean
    }
  /** The supervisor's answer to a wish. */
  | { readonly type: 'heat-answer'; readonly target: ZoneTarget; readonly answer: HeatAnswer }
  /** The zone has a target that is not off: a question was answered by hand, or a hand set it otherwise. */
  | { readonly type: 'zone-set'; readonly target: ZoneTarget }
  /** The zone was on and is off now. `cause` is 'stop' or the code of the fault. */
  | { readonly type: 'zone-off'; readonly cause: string }
)

/** Why it rings. Texts under `program.ring.<why>`. */
export type ProgramRing = 'phase-done' | 'touch-needed' | 'paused' | 'ready'

export type ProgramEffect =
  /** To be asked of the supervisor. `beyond`: more than was accepted, so a hand has to answer. */
  | { readonly type: 'wish'; readonly target: ZoneTarget; readonly beyond: boolean }
  /** What is accepted of this zone from now on, before any wish that follows. */
  | { readonly type: 'accepted'; readonly envelope: Envelope }
  | { readonly type: 'ring'; readonly why: ProgramRing }
  | { readonly type: 'record'; readonly kind: ProgramRecordKind; readonly data: RecordData }

export type ProgramRecordKind =
  | 'start'
  | 'phase'
  | 'phase-done'
  | 'heat'
  | 'pause'
  | 'resume'
  | 'change'
  | 'end'

export interface ProgramOutcome {
  readonly state: ProgramState
  readonly effects: readonly ProgramEffect[]
}
