import type { RefusalCode } from '../safety/refusal.ts'
import type { ZoneId, ZoneTarget } from '../stove/stove.ts'
import type { ZonesByRole, ZoneWish } from '../recipe/heat.ts'
import type { Recipe } from '../recipe/recipe.ts'

/** What is cooked and where; fixed for the whole cook. */
export interface CookPlan {
  /** Scaled to the servings already. */
  readonly recipe: Recipe
  readonly zones: ZonesByRole
}

/** Why the cook stands still. Texts under `cook.paused.<kind>`. */
export type PauseReason =
  | { readonly kind: 'not-started' }
  | { readonly kind: 'cook' }
  /** A zone that the program had set went off: by a hand on STOP, or by a fault of this code. */
  | { readonly kind: 'zone-off'; readonly zone: ZoneId; readonly cause: string }
  /** The heat that the step needs was refused. */
  | { readonly kind: 'heat-refused'; readonly zone: ZoneId; readonly code: RefusalCode }
  /** Law 7: taken up after a crash or a power cut. */
  | { readonly kind: 'recovered' }

/**
 * One zone as the program sees it.
 * sent: asked for, no answer yet. set: the stove follows it. awaiting: a hand must touch the display first (law 6).
 * overridden: the cook has set something else by hand since; the program leaves it so until a step names the zone.
 */
export interface DrivenZone {
  readonly zone: ZoneId
  readonly wish: ZoneWish
  readonly standing: 'sent' | 'set' | 'awaiting' | 'overridden'
  /** What the hand is waited for, where a technique chooses its targets by itself. */
  readonly asked?: ZoneTarget
}

/**
 * The whole of a cooking session, as plain data. All times are milliseconds on the cook's clock.
 */
export interface CookState {
  readonly plan: CookPlan
  readonly status: 'running' | 'paused' | 'finished' | 'abandoned'
  /** Set while paused. */
  readonly pausedBy: PauseReason | null
  readonly stepIndex: number
  readonly startedAt: number
  readonly stepStartedAt: number
  /** Time that the step has run, up to `countedAt`. */
  readonly elapsed: number
  /** The newest instant this session has seen. */
  readonly countedAt: number
  /** What of `elapsed` is on record, so that a crash loses little of it. */
  readonly recordedElapsed: number
  /** The end of the step is reached, the cook's word is awaited. */
  readonly stepDone: boolean
  /** Zones that the program drives now; empty while paused. */
  readonly driven: readonly DrivenZone[]
}

/** A zone that the program has asked for heat and that waits for a hand keeps the step's time from running. */
const isAwaiting = (state: CookState): boolean =>
  state.driven.some(({ standing }) => standing === 'awaiting' || standing === 'sent')

/** Whether the step's time runs now. */
export const isCounting = (state: CookState): boolean => state.status === 'running' && !isAwaiting(state)

export const stepOf = (state: CookState): Recipe['steps'][number] => {
  const step = state.plan.recipe.steps[state.stepIndex]
  if (step === undefined) throw new RangeError(`no step ${state.stepIndex} in ${state.plan.recipe.id}`)
  return step
}

export const sameTarget = (a: ZoneTarget, b: ZoneTarget): boolean => {
  if (a.kind === 'power') return b.kind === 'power' && a.share === b.share
  if (a.kind === 'temperature') return b.kind === 'temperature' && a.celsius === b.celsius
  if (a.kind === 'liquid') return b.kind === 'liquid' && a.celsius === b.celsius
  if (a.kind === 'simmer') return b.kind === 'simmer' && a.vigour === b.vigour
  return b.kind === 'off'
}

/** Whether a step wants of a zone what it has already. */
export const sameWish = (a: ZoneWish, b: ZoneWish): boolean => {
  if (a.kind !== 'technique') return b.kind !== 'technique' && sameTarget(a, b)
  return (
    b.kind === 'technique' &&
    a.technique === b.technique &&
    a.phase === b.phase &&
    JSON.stringify(a.choices) === JSON.stringify(b.choices)
  )
}
