import { CORE_TOLERANCE } from '../cook/end.ts'
import { sameTarget } from '../cook/state.ts'
import { OFF } from '../stove/stove.ts'
import { onward, outcome, record } from './outcome.ts'
import type { Belief, ProgramOutcome } from './event.ts'
import { within } from './envelope.ts'
import { askedOf, isCounting, phaseOf, type ProgramState } from './state.ts'

/** Asks for what the phase wants, unless it stands already or a hand has decided otherwise. */
export function wishForPhase(state: ProgramState): ProgramOutcome {
  if (state.status !== 'running' || state.standing === 'overridden') return outcome(state)
  const target = askedOf(state)
  if (state.standing !== 'none' && sameTarget(state.target, target)) return outcome(state)
  // Off needs no answer: it always works (law 1).
  const off = target.kind === 'off'
  if (off && state.target.kind === 'off') return outcome({ ...state, standing: 'set' })
  return {
    state: { ...state, target, standing: off ? 'set' : 'sent' },
    effects: [{ type: 'wish', target, beyond: !within(state.accepted, target) }],
  }
}

/** Goes to the next phase, or ends after the last. */
export function leavePhase(state: ProgramState): ProgramOutcome {
  const index = state.phaseIndex + 1
  if (index >= state.plan.phases.length) return endProgram(state, true)
  const at = state.countedAt
  const { target } = state
  const rampFrom = target.kind === 'temperature' || target.kind === 'liquid' ? target.celsius : null
  const moved: ProgramState = {
    ...state,
    phaseIndex: index,
    phaseStartedAt: at,
    elapsed: 0,
    phaseDone: false,
    rampFrom,
    standing: state.standing === 'overridden' ? 'none' : state.standing,
  }
  return onward(outcome(moved, [record('phase', { at, index })]), wishForPhase)
}

export function endProgram(state: ProgramState, ready: boolean): ProgramOutcome {
  const at = state.countedAt
  const keeps = ready && state.atEnd === 'keep'
  const ended: ProgramState = { ...state, status: 'ended', pausedBy: null, phaseDone: true }
  return {
    state: keeps ? ended : { ...ended, target: OFF, standing: 'none' },
    effects: [
      // What waits for a hand is withdrawn the same way.
      ...(keeps ? [] : [{ type: 'wish', target: OFF, beyond: false } as const]),
      record('end', { at, index: state.phaseIndex, ready }),
      ...(ready ? [{ type: 'ring', why: 'ready' } as const] : []),
    ],
  }
}

/** Marks the phase as done once its end is reached, and goes on where no word of the cook is awaited. */
export function reachEnd(state: ProgramState, belief: Belief | null): ProgramOutcome {
  if (state.phaseDone || !isCounting(state) || !isReached(state, belief)) return outcome(state)
  const done = record('phase-done', { at: state.countedAt, index: state.phaseIndex })
  if (!phaseOf(state).waits) return onward(outcome(state, [done]), leavePhase)
  return outcome({ ...state, phaseDone: true }, [done, { type: 'ring', why: 'phase-done' }])
}

/** A controller settles around its setpoint, not on it: this near, in kelvin, counts as reached. */
const NEAR = { surface: 3, liquid: 1 }

function isReached(state: ProgramState, belief: Belief | null): boolean {
  const { until } = phaseOf(state)
  switch (until.kind) {
    case 'cook':
      return false
    case 'time':
      return state.elapsed >= until.seconds * 1000
    case 'boil':
      return belief?.boiling === true
    case 'core':
      return (belief?.core ?? Number.NEGATIVE_INFINITY) >= until.celsius - CORE_TOLERANCE
    case 'weight':
      return (belief?.share ?? Number.POSITIVE_INFINITY) <= until.share
    case 'temperature': {
      const reading = until.of === 'surface' ? belief?.surface : belief?.liquid
      if (reading === null || reading === undefined) return false
      const near = NEAR[until.of]
      return until.direction === 'above' ? reading >= until.celsius - near : reading <= until.celsius + near
    }
  }
}
