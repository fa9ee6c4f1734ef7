import type { ZoneTarget } from '../stove/stove.ts'
import type { PanFood } from './pan-food.ts'
import type { ProgramPlan } from './plan.ts'
import { spanLater, spanNow, type Span, type ZoneNow } from './span.ts'
import { askedOf, type ProgramState } from './state.ts'

/** What is to come, on the cook's clock in milliseconds. */
export interface Outlook {
  readonly ready: {
    readonly atCook: number
    readonly earliestCook: number
    readonly latestCook: number
  } | null
  readonly assumes: readonly string[]
  /** The targets to come, as far as their times are known. */
  readonly path: readonly { readonly atCook: number; readonly target: ZoneTarget }[]
}

/** The last phase that ends by itself: when it does, the food is ready. */
export const readyPhase = ({ phases }: ProgramPlan): number =>
  phases.findLastIndex(({ until }) => until.kind !== 'cook')

/** Adds up what the phases still take; as soon as one of them cannot be told, no more is claimed. */
export function outlookOf(state: ProgramState, now: ZoneNow, food: PanFood | null): Outlook {
  const goal = readyPhase(state.plan)
  const path = [{ atCook: state.countedAt, target: askedOf(state) }]
  const assumes = new Set<string>()
  let at: Omit<Span, 'assumes'> | null = { seconds: 0, earliest: 0, latest: 0 }
  let ready: Outlook['ready'] = null
  for (let index = state.phaseIndex; index < state.plan.phases.length && at !== null; index++) {
    const span = index === state.phaseIndex ? spanNow(state, now, food) : later(state, index, now, food)
    if (span === null) break
    for (const each of span.assumes) assumes.add(each)
    at = {
      seconds: at.seconds + span.seconds,
      earliest: at.earliest + span.earliest,
      latest: at.latest + span.latest,
    }
    if (state.plan.phases[index]?.waits && index < goal) assumes.add('no-pause')
    if (index === goal) {
      ready = {
        atCook: state.countedAt + at.seconds * 1000,
        earliestCook: state.countedAt + at.earliest * 1000,
        latestCook: state.countedAt + at.latest * 1000,
      }
    }
    const next = state.plan.phases[index + 1]
    if (next !== undefined) path.push({ atCook: state.countedAt + at.seconds * 1000, target: next.target })
  }
  return { ready, assumes: ready === null ? [] : [...assumes], path }
}

const later = (state: ProgramState, index: number, now: ZoneNow, food: PanFood | null): Span | null => {
  const phase = state.plan.phases[index]
  return phase === undefined ? null : spanLater(phase, state.plan.technique.phases[index], now, food)
}

export type ReadyBy =
  /** It begins later; or begins now and is kept at its end; or cannot be ready so soon. */
  {
    readonly kind: 'late' | 'hold' | 'too-late'
    readonly startsAtCook: number
    readonly assumes: readonly string[]
  }

/** What is allowed for a pan or a pot to warm up where nobody can know how full it is, s: an allowance, no forecast. */
const WARM_UP = 600

/**
 * How a wanted hour is met: food that can wait is begun at once and held, other food begins as late as it may. Times
 * are the cook's clock in milliseconds.
 */
export function planReadyBy(
  plan: ProgramPlan,
  wanted: number,
  at: number,
  now: ZoneNow,
  food: PanFood | null,
): ReadyBy {
  let seconds = 0
  const assumes = new Set<string>()
  plan.phases.slice(0, readyPhase(plan) + 1).forEach((phase, index) => {
    const span = spanLater(phase, plan.technique.phases[index], now, food)
    if (span === null) assumes.add(phase.until.kind === 'cook' ? 'your-word' : 'warm-up')
    seconds += span?.latest ?? (phase.until.kind === 'cook' ? 0 : WARM_UP)
    for (const each of span?.assumes ?? []) assumes.add(each)
  })
  const begins = wanted - seconds * 1000
  if (begins < at) return { kind: 'too-late', startsAtCook: at, assumes: [...assumes] }
  if (plan.technique.early === 'hold') return { kind: 'hold', startsAtCook: at, assumes: [...assumes] }
  return { kind: 'late', startsAtCook: begins, assumes: [...assumes] }
}
