import type { ZoneId, ZoneTarget } from '../stove/stove.ts'
import { countTime, reachEnd } from './end.ts'
import type { CookEvent, CookOutcome, ProgramNews } from './event.ts'
import { drop, take, wishForPlace, wishForStep } from './drive.ts'
import { outcome, record, ring, onward } from './outcome.ts'
import { sameTarget, sameWish, stepOf, type CookPlan, type CookState, type PauseReason } from './state.ts'

/** A session before its first event. `start` begins it. */
export function planCook(plan: CookPlan, at: number): CookState {
  return {
    plan,
    status: 'paused',
    pausedBy: { kind: 'not-started' },
    stepIndex: 0,
    startedAt: at,
    stepStartedAt: at,
    elapsed: 0,
    countedAt: at,
    recordedElapsed: 0,
    stepDone: false,
    driven: [],
  }
}

/**
 * The cooking session. Pure: everything that happens is an event, everything it wants done is an effect.
 *
 * Heat: a step asks for its heat when it begins. What needs a hand (law 6) is awaited, and the step's time does
 * not run meanwhile. Pausing turns every zone that the program drives off: a cook who answers the door has
 * nobody at the stove, also not for a heat that was corrected by hand. Resuming asks for the same heat again, so the zones wait for a touch. When a zone goes off
 * by STOP or by a fault in the middle of a step, the session pauses and says why. Zones outside the recipe are
 * never touched; a zone that the cook has set otherwise stays so until a step names it.
 */
export function cookStep(before: CookState, event: CookEvent): CookOutcome {
  if (before.status === 'finished' || before.status === 'abandoned') return outcome(before)
  const counted = countTime(before, event.at)
  return onward(counted, (state) => react(state, event))
}

function react(state: CookState, event: CookEvent): CookOutcome {
  switch (event.type) {
    case 'start':
      return begin(state)
    case 'tick':
      return onward(reachEnd(state, null), autoAdvance)
    case 'reading':
      return onward(reachEnd(state, event), autoAdvance)
    case 'next':
      return next(state)
    case 'back':
      return state.stepIndex === 0 ? outcome(state) : moveTo(state, state.stepIndex - 1)
    case 'pause':
      return state.status === 'running' ? pause(state, { kind: 'cook' }) : outcome(state)
    case 'resume':
      return state.status === 'paused' ? resume(state) : outcome(state)
    case 'finish':
      return end(state, 'finished')
    case 'abandon':
      return end(state, 'abandoned')
    case 'heat-answer':
      return answered(state, event)
    case 'program':
      return programNews(state, event.zone, event.news)
    case 'zone-set':
      return zoneSet(state, event.zone, event.target)
    case 'zone-off':
      return zoneOff(state, event.zone, event.cause)
  }
}

/** Starts once only: a session that was paused or recovered is resumed instead. */
function begin(state: CookState): CookOutcome {
  if (state.pausedBy?.kind !== 'not-started') return outcome(state)
  const at = state.countedAt
  const started: CookState = { ...state, status: 'running', pausedBy: null, startedAt: at, stepStartedAt: at }
  const begun = outcome(started, [record('start', { at }), record('step', { at, index: state.stepIndex })])
  return onward(begun, wishForPlace)
}

function next(state: CookState): CookOutcome {
  const last = state.stepIndex >= state.plan.recipe.steps.length - 1
  return last ? end(state, 'finished') : moveTo(state, state.stepIndex + 1)
}

/**
 * Going on sets what the new step names; going back sets what stood at that step, so that the place is whole
 * again. While paused one may leaf through the steps: nothing heats until `resume`.
 */
function moveTo(state: CookState, index: number): CookOutcome {
  const at = state.countedAt
  const forward = index === state.stepIndex + 1
  const moved: CookState = {
    ...state,
    stepIndex: index,
    stepStartedAt: at,
    elapsed: 0,
    recordedElapsed: 0,
    stepDone: false,
  }
  const there = outcome(moved, [record('step', { at, index })])
  if (moved.status !== 'running') return there
  return onward(there, forward ? wishForStep : wishForPlace)
}

function autoAdvance(state: CookState): CookOutcome {
  if (state.status !== 'running' || !state.stepDone || stepOf(state).mode !== 'automatic')
    return outcome(state)
  const moved = next(state)
  const why = moved.state.status === 'finished' ? [] : [ring('moved-on', moved.state.stepIndex)]
  return { state: moved.state, effects: [...moved.effects, ...why] }
}

function pause(state: CookState, reason: PauseReason): CookOutcome {
  const at = state.countedAt
  const dropped = drop(state)
  const cause =
    reason.kind === 'zone-off' ? reason.cause : reason.kind === 'heat-refused' ? reason.code : null
  const zone = reason.kind === 'zone-off' || reason.kind === 'heat-refused' ? reason.zone : null
  return {
    state: { ...dropped.state, status: 'paused', pausedBy: reason, recordedElapsed: state.elapsed },
    effects: [
      ...dropped.effects,
      record('pause', { at, elapsed: state.elapsed, reason: reason.kind, cause, zone }),
      ...(reason.kind === 'cook' ? [] : [ring('paused', state.stepIndex)]),
    ],
  }
}

function resume(state: CookState): CookOutcome {
  if (state.pausedBy?.kind === 'not-started') return begin(state)
  const running: CookState = { ...state, status: 'running', pausedBy: null }
  return onward(outcome(running, [record('resume', { at: state.countedAt })]), wishForPlace)
}

function end(state: CookState, how: 'finished' | 'abandoned'): CookOutcome {
  const dropped = drop(state)
  const at = state.countedAt
  return {
    state: { ...dropped.state, status: how, pausedBy: null },
    effects: [
      ...dropped.effects,
      record(how === 'finished' ? 'finish' : 'abandon', { at, index: state.stepIndex }),
      ...(how === 'finished' ? [ring('finished', state.stepIndex)] : []),
    ],
  }
}

/** Refusals that mean "a hand is needed"; every other one means "not now", and the session pauses with it. */
const NEEDS_HAND: readonly string[] = ['needs-touch', 'touch-expired']

function answered(state: CookState, event: Extract<CookEvent, { type: 'heat-answer' }>): CookOutcome {
  const { zone, target, answer } = event
  const driven = state.driven.find((candidate) => candidate.zone === zone)
  // An answer to a wish that a newer one has replaced says nothing any more.
  if (state.status !== 'running' || driven?.standing !== 'sent' || !sameWish(driven.wish, target)) {
    return outcome(state)
  }
  const at = state.countedAt
  if (answer.kind === 'done') {
    return outcome(take(state, { zone, wish: target, standing: 'set' }), [
      record('heat', { at, zone, ...figures(target) }),
    ])
  }
  if (answer.kind === 'asked' || NEEDS_HAND.includes(answer.code)) {
    return outcome(take(state, { zone, wish: target, standing: 'awaiting' }), [
      ring('touch-needed', state.stepIndex),
    ])
  }
  return pause(state, { kind: 'heat-refused', zone, code: answer.code })
}

/** A technique says how its zone stands; it is heard only while a step still wants it there. */
function programNews(state: CookState, zone: ZoneId, news: ProgramNews): CookOutcome {
  const driven = state.driven.find((candidate) => candidate.zone === zone)
  if (state.status !== 'running' || driven?.wish.kind !== 'technique') return outcome(state)
  const { wish } = driven
  switch (news.kind) {
    case 'set':
      return outcome(take(state, { zone, wish, standing: 'set' }), [
        record('heat', { at: state.countedAt, zone, target: 'technique', technique: wish.technique }),
      ])
    case 'awaiting':
      return outcome(take(state, { zone, wish, standing: 'awaiting', asked: news.target }), [
        ring('touch-needed', state.stepIndex),
      ])
    case 'refused':
      return pause(state, { kind: 'heat-refused', zone, code: news.code })
    case 'off':
      return pause(state, { kind: 'zone-off', zone, cause: news.cause })
    case 'ended':
      return onward(reachEnd(state, { type: 'program-end', zone }), autoAdvance)
  }
}

function zoneSet(state: CookState, zone: ZoneId, target: ZoneTarget): CookOutcome {
  const driven = state.driven.find((candidate) => candidate.zone === zone)
  if (state.status !== 'running' || driven === undefined || target.kind === 'off') return outcome(state)
  // A technique moves its own target; what a hand sets against it, the technique deals with.
  if (driven.wish.kind === 'technique') return outcome(state)
  const asWished = sameTarget(driven.wish, target)
  // While an answer is on its way, another target can only be one that the wish has already replaced.
  if (asWished ? driven.standing === 'set' : driven.standing === 'sent') return outcome(state)
  const data = { at: state.countedAt, zone, ...figures(target) }
  const standing = asWished ? 'set' : 'overridden'
  return outcome(take(state, { zone, wish: target, standing }), [record('heat', data)])
}

function zoneOff(state: CookState, zone: ZoneId, cause: string): CookOutcome {
  const driven = state.driven.find((candidate) => candidate.zone === zone)
  if (state.status !== 'running' || driven === undefined) return outcome(state)
  // A technique turns its zone off by itself where it rests, and tells when somebody else did.
  const expected = driven.wish.kind === 'technique' || driven.standing === 'awaiting'
  return expected ? outcome(state) : pause(state, { kind: 'zone-off', zone, cause })
}

const figures = (target: ZoneTarget) => ({
  target: target.kind,
  share: target.kind === 'power' ? target.share : null,
  celsius: target.kind === 'temperature' || target.kind === 'liquid' ? target.celsius : null,
  vigour: target.kind === 'simmer' ? target.vigour : null,
})
