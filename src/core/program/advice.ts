import { LEAST_CLAIMED } from '../heat/lethality/lethality.ts'
import { bandsOf, goalOf } from './goal.ts'
import type { PanFood } from './pan-food.ts'
import type { ZoneNow } from './span.ts'
import { phaseOf, type ProgramState } from './state.ts'

/** What the cook does next. Texts under `program.next.<code>`. */
export type ProgramAction = 'touch' | 'word' | 'wait' | 'begin' | 'acknowledge' | 'serve'

export function nextAction(state: ProgramState): ProgramAction {
  switch (state.status) {
    case 'new':
    case 'waiting':
      return 'begin'
    case 'paused':
      return state.pausedBy?.kind === 'fault' ? 'acknowledge' : 'touch'
    case 'ended':
      return 'serve'
    case 'running':
      if (state.standing === 'awaiting') return 'touch'
      return state.phaseDone || phaseOf(state).until.kind === 'cook' ? 'word' : 'wait'
  }
}

export interface ProgramNotice {
  /** Texts under `program.notice.<code>`. */
  readonly code: string
  readonly figures: Readonly<Record<string, number>>
}

/** A goal that no measurement can end: only the cook can. */
const READABLE = { core: 'core-unknown', boil: 'liquid-unknown', weight: 'weight-unknown' } as const

/** What the cook should know of the running program. */
export function noticesOf(
  state: ProgramState,
  now: ZoneNow,
  food: PanFood | null,
  readsShare: boolean,
): readonly ProgramNotice[] {
  const found: ProgramNotice[] = []
  const note = (code: string, figures: ProgramNotice['figures'] = {}): void =>
    void found.push({ code, figures })
  const { until } = phaseOf(state)
  const { core } = state.plan.choices
  const kind = state.plan.choices.food?.kind
  const safe = kind === undefined ? null : goalOf(kind, 'safe')
  if (core !== null && safe !== null && core < safe) note('goal-below-safe', { core, safe })
  if (core !== null && kind !== undefined && bandsOf(kind).length > 0 && core < LEAST_CLAIMED) {
    note('never-pasteurised', { core, least: LEAST_CLAIMED })
  }
  if (food !== null && food.movedFor !== null && food.twin === null) note('food-unknown')
  if (until.kind === 'core' && food?.twin == null) note(READABLE.core)
  if (until.kind === 'boil' && now.liquid === null) note(READABLE.boil)
  if (until.kind === 'weight' && !readsShare) note(READABLE.weight)
  return found
}
