import { watts, type Watts } from '#core/units/quantities.ts'
import { hear } from './hear.ts'
import {
  LINK_TIMES,
  type LinkAction,
  type LinkInput,
  type LinkMoment,
  type LinkState,
  type LinkStep,
  type LinkTimes,
} from './machine-types.ts'
import {
  forgetHeat,
  hangUp,
  lose,
  same,
  sayConfigure,
  sayHeatAgain,
  sayHello,
  sayOff,
  sendWaiting,
} from './say.ts'

/**
 * The host's side of SmartTop Link as a pure state machine. `session` and `sequence` are drawn at random by the
 * caller, so that answers to a former connection cannot pass for answers to this one.
 */
export function greet(
  session: number,
  sequence: number,
  at: number,
  times: LinkTimes = LINK_TIMES,
): LinkStep {
  const state: LinkState = {
    times,
    session,
    next: sequence,
    phase: { kind: 'greeting', since: at, helloAt: at },
    off: null,
    heardAt: at,
    refused: 0,
    lateReports: 0,
    droppedReports: 0,
  }
  // Law 2: whatever was left of a former connection ends before anything else is said.
  const off = sayOff(state, at)
  const hello = sayHello(off.state, at)
  return { state: hello.state, actions: [...off.actions, ...hello.actions] }
}

export function step(state: LinkState, input: LinkInput, moment: LinkMoment): LinkStep {
  if (state.phase.kind === 'dead') return same(state)
  const { at } = moment
  switch (input.type) {
    case 'message':
      return hear({ ...state, heardAt: at }, input.message, moment)
    case 'other-frame':
      return same({ ...state, heardAt: at })
    case 'tick':
      return onTick(state, moment)
    case 'heat':
      return onHeat(state, input.demand, moment)
    case 'off':
      return state.phase.kind === 'live' ? sayOff(forgetHeat(state), at) : same(state)
    case 'close':
      return onClose(state, at)
    case 'ended':
      return lose(state, input.reason, input.detail)
  }
}

/** The wall time of the next tick that changes anything; Infinity when none does. */
export function wakeAt(state: LinkState): number {
  const { phase, off, times } = state
  if (phase.kind === 'dead') return Infinity
  const again = off === null ? Infinity : off.lastAt + times.commandAgain
  if (phase.kind === 'closing') return phase.since + times.farewell
  if (phase.kind === 'greeting') {
    return Math.min(again, phase.helloAt + times.again, phase.since + times.greeting)
  }
  const heat = phase.heat === null ? Infinity : phase.heat.lastAt + times.commandAgain
  const configure = phase.configureAt === null ? Infinity : phase.configureAt + times.again
  return Math.min(again, heat, configure, state.heardAt + times.silence)
}

function onHeat(state: LinkState, demand: readonly Watts[], moment: LinkMoment): LinkStep {
  const { phase } = state
  if (phase.kind !== 'live') return same(state)
  const { zones } = phase.description
  if (demand.length !== zones.length) {
    throw new RangeError(`${demand.length} powers were demanded of a stove with ${zones.length} zones`)
  }
  const powers = zones.map((zone, index) =>
    watts(Math.max(0, Math.min(zone.maxPower, Math.round(demand[index] ?? 0)))),
  )
  const waiting = { powers, seen: phase.seen, at: moment.at }
  return sendWaiting({ ...state, phase: { ...phase, waiting, heat: null } }, moment)
}

function onTick(state: LinkState, moment: LinkMoment): LinkStep {
  const { at, congested } = moment
  const { phase, times } = state
  if (phase.kind === 'closing') return at >= phase.since + times.farewell ? hangUp(state) : same(state)
  if (phase.kind === 'greeting' && at >= phase.since + times.greeting) {
    return lose(state, 'no-answer', `no answer within ${times.greeting} ms`)
  }
  if (phase.kind === 'live' && at >= state.heardAt + times.silence) {
    return lose(state, 'silent', `nothing was heard for ${times.silence} ms`)
  }
  let now = state
  const actions: LinkAction[] = []
  const take = (taken: LinkStep): void => {
    now = taken.state
    actions.push(...taken.actions)
  }
  if (state.off !== null && at >= state.off.lastAt + times.commandAgain) take(sayOff(now, at))
  if (phase.kind === 'greeting' && at >= phase.helloAt + times.again) take(sayHello(now, at))
  if (phase.kind === 'live') {
    if (phase.configureAt !== null && at >= phase.configureAt + times.again)
      take(sayConfigure(now, phase, at))
    if (phase.heat !== null && at >= phase.heat.lastAt + times.commandAgain) {
      take(sayHeatAgain(now, phase.heat, at, congested))
    }
    take(sendWaiting(now, moment))
  }
  return { state: now, actions }
}

function onClose(state: LinkState, at: number): LinkStep {
  if (state.phase.kind === 'closing') return same(state)
  return sayOff({ ...forgetHeat(state), phase: { kind: 'closing', since: at } }, at)
}
