import { sameTarget } from '../cook/state.ts'
import type { ZoneTarget } from '../stove/stove.ts'
import { OFF } from '../stove/stove.ts'
import type { ProgramEvent, ProgramOutcome } from './event.ts'
import { onward, outcome, record } from './outcome.ts'
import { endProgram, leavePhase, reachEnd, wishForPhase } from './phase.ts'
import { NOTHING, union, widen } from './envelope.ts'
import { isCounting, type ProgramPause, type ProgramState } from './state.ts'

/**
 * A technique on one zone. Pure: everything that happens is an event, everything it wants done is an effect.
 *
 * Heat (laws 6 and 7): a hand at the display accepts the plan's envelope; what lies within it is wished, what lies
 * beyond is asked of a hand, and the phase's time does not run meanwhile. When the zone goes off by STOP or a fault the
 * program pauses, and what was accepted is spent: going on asks anew. A target that a hand sets otherwise stays until
 * the next phase.
 */
export function programStep(before: ProgramState, event: ProgramEvent): ProgramOutcome {
  if (before.status === 'ended') return outcome(before)
  return react(countTime(before, event.at), event)
}

/** Lets the clock run on. A clock that runs backwards is held, never followed. */
function countTime(state: ProgramState, at: number): ProgramState {
  const passed = Math.max(0, at - state.countedAt)
  const countedAt = Math.max(at, state.countedAt)
  return isCounting(state) && !state.phaseDone
    ? { ...state, countedAt, elapsed: state.elapsed + passed }
    : { ...state, countedAt }
}

function react(state: ProgramState, event: ProgramEvent): ProgramOutcome {
  switch (event.type) {
    case 'start':
      return state.status === 'new' ? start(state, event.hand) : outcome(state)
    case 'resume':
      return state.status === 'paused' ? resume(state, event.hand) : outcome(state)
    case 'tick':
      return tick(state)
    case 'belief':
      return reachEnd(state, event.belief)
    case 'next':
      return next(state)
    case 'stop':
      return endProgram(state, false)
    case 'change':
      return change(state, event)
    case 'heat-answer':
      return answered(state, event)
    case 'zone-set':
      return zoneSet(state, event.target)
    case 'zone-off':
      return zoneOff(state, event.cause)
  }
}

function start(state: ProgramState, hand: boolean): ProgramOutcome {
  const accepted = hand ? state.plan.envelope : NOTHING
  const started = { ...state, accepted, phaseStartedAt: state.countedAt }
  const at = state.countedAt
  const begun = outcome(started, [
    { type: 'accepted', envelope: accepted },
    record('start', { at, technique: state.plan.technique.id, ...chosenOf(state) }),
  ])
  if (state.startsAt === null || state.startsAt <= at) return onward(begun, begin)
  return { ...begun, state: { ...started, status: 'waiting' } }
}

function begin(state: ProgramState): ProgramOutcome {
  const at = state.countedAt
  const running: ProgramState = { ...state, status: 'running', startsAt: null, phaseStartedAt: at }
  return onward(outcome(running, [record('phase', { at, index: state.phaseIndex })]), wishForPhase)
}

function tick(state: ProgramState): ProgramOutcome {
  if (state.status === 'waiting') {
    return state.startsAt !== null && state.countedAt >= state.startsAt ? begin(state) : outcome(state)
  }
  return onward(reachEnd(state, null), wishForPhase)
}

/** The cook's word: a waiting program begins, a running one goes to its next phase. */
function next(state: ProgramState): ProgramOutcome {
  if (state.status === 'waiting') return begin(state)
  return state.status === 'running' ? leavePhase(state) : outcome(state)
}

function resume(state: ProgramState, hand: boolean): ProgramOutcome {
  const accepted = hand ? state.plan.envelope : NOTHING
  const running: ProgramState = { ...state, status: 'running', pausedBy: null, accepted, standing: 'none' }
  const resumed = outcome(running, [
    { type: 'accepted', envelope: accepted },
    record('resume', { at: state.countedAt }),
  ])
  return onward(resumed, wishForPhase)
}

function pause(state: ProgramState, reason: ProgramPause): ProgramOutcome {
  const wasOn = state.target.kind !== 'off'
  const at = state.countedAt
  return {
    state: {
      ...state,
      status: 'paused',
      pausedBy: reason,
      target: OFF,
      standing: 'none',
      accepted: NOTHING,
    },
    effects: [
      ...(wasOn ? [{ type: 'wish', target: OFF, beyond: false } as const] : []),
      { type: 'accepted', envelope: NOTHING },
      record('pause', {
        at,
        elapsed: state.elapsed,
        reason: reason.kind,
        code: 'code' in reason ? reason.code : null,
      }),
      { type: 'ring', why: 'paused' },
    ],
  }
}

/** The figures that the cook chose, for the record. */
function chosenOf({ plan }: ProgramState) {
  const { celsius, minutes, core, share } = plan.choices
  return { celsius, minutes, core, share }
}

/** A new plan from the phase it is in; where that phase is no more, from the last one there is. */
function change(
  state: ProgramState,
  { plan, startsAt, hand }: Extract<ProgramEvent, { type: 'change' }>,
): ProgramOutcome {
  const at = state.countedAt
  const accepted = hand && state.status !== 'paused' ? union(state.accepted, plan.envelope) : state.accepted
  const early = state.status === 'waiting' || state.status === 'new'
  const changed: ProgramState = {
    ...state,
    plan,
    accepted,
    startsAt: early ? startsAt : null,
    phaseIndex: Math.min(state.phaseIndex, plan.phases.length - 1),
    phaseDone: false,
    standing: state.standing === 'overridden' ? 'set' : state.standing,
  }
  const effects = [
    { type: 'accepted', envelope: accepted } as const,
    record('change', { at, ...chosenOf(changed) }),
  ]
  return onward(outcome(changed, effects), (next) =>
    next.status === 'running' ? wishForPhase(next) : tick(next),
  )
}

/** Refusals that mean "a hand is needed"; every other one means "not now", and the program pauses with it. */
const NEEDS_HAND: readonly string[] = ['needs-touch', 'touch-expired']

function answered(
  state: ProgramState,
  { target, answer }: Extract<ProgramEvent, { type: 'heat-answer' }>,
): ProgramOutcome {
  // An answer to a wish that a newer one has replaced says nothing any more.
  if (state.status !== 'running' || state.standing !== 'sent' || !sameTarget(state.target, target)) {
    return outcome(state)
  }
  if (answer.kind === 'done') return follow(state, target)
  const needed = { type: 'ring', why: 'touch-needed' } as const
  if (answer.kind === 'asked') return outcome({ ...state, standing: 'awaiting' }, [needed])
  if (NEEDS_HAND.includes(answer.code)) {
    // The hand that was thought to be there was not: nothing was accepted.
    const accepted = { type: 'accepted', envelope: NOTHING } as const
    return outcome({ ...state, standing: 'awaiting', accepted: NOTHING }, [accepted, needed])
  }
  return pause(state, { kind: 'refused', code: answer.code })
}

const follow = (state: ProgramState, target: ZoneTarget): ProgramOutcome =>
  outcome({ ...state, standing: 'set' }, [record('heat', { at: state.countedAt, ...figuresOf(target) })])

/** A hand has answered what was asked: it accepts that, and no more. */
function accept(state: ProgramState, target: ZoneTarget): ProgramOutcome {
  const accepted = widen(state.accepted, target)
  const widened = outcome({ ...state, accepted }, [{ type: 'accepted', envelope: accepted }])
  return onward(widened, (next) => follow(next, target))
}

function zoneSet(state: ProgramState, target: ZoneTarget): ProgramOutcome {
  if (state.status !== 'running' || target.kind === 'off') return outcome(state)
  if (sameTarget(state.target, target)) {
    if (state.standing === 'awaiting') return accept(state, target)
    return state.standing === 'sent' ? follow(state, target) : outcome(state)
  }
  // While an answer is on its way, another target can only be one that the wish has already replaced.
  if (state.standing === 'sent') return outcome(state)
  return outcome({ ...state, standing: 'overridden', target }, [
    record('heat', { at: state.countedAt, ...figuresOf(target) }),
  ])
}

function zoneOff(state: ProgramState, cause: string): ProgramOutcome {
  if (state.status !== 'running' || state.target.kind === 'off') return outcome(state)
  return pause(state, cause === 'stop' ? { kind: 'stopped' } : { kind: 'fault', code: cause })
}

export const figuresOf = (target: ZoneTarget) => ({
  target: target.kind,
  share: target.kind === 'power' ? target.share : null,
  celsius: target.kind === 'temperature' || target.kind === 'liquid' ? target.celsius : null,
  vigour: target.kind === 'simmer' ? target.vigour : null,
})
