import { milliseconds } from '#core/units/quantities.ts'
import type { StoveProblemCode } from '../stove.ts'
import { LINK_VERSION, SEQUENCE_MODULUS, THERMAL_PERIOD } from './limits.ts'
import type { LinkAction, LinkMoment, LinkState, LinkStep, Live } from './machine-types.ts'
import type { Heat, Off } from './message.ts'

/** Sends the newest demand unless OFF is still on its way, the line is full or the demand has grown old. */
export function sendWaiting(state: LinkState, { at, congested }: LinkMoment): LinkStep {
  const { phase, off, session, next, times } = state
  if (phase.kind !== 'live' || phase.waiting === null || off !== null || congested) return same(state)
  const { powers, seen, at: demandedAt } = phase.waiting
  if (at - demandedAt > times.demandLife) return same({ ...state, phase: { ...phase, waiting: null } })
  const message: Heat = { type: 'heat', sequence: next, session, seen, powers }
  const heat = { message, firstAt: demandedAt, lastAt: at }
  return {
    state: { ...state, next: following(next), phase: { ...phase, waiting: null, heat } },
    actions: [{ type: 'send', message }],
  }
}

/** The same bytes again: they answer the same report, so they cannot make the lease longer. */
export function sayHeatAgain(
  state: LinkState,
  heat: NonNullable<Live['heat']>,
  at: number,
  congested: boolean,
): LinkStep {
  if (state.phase.kind !== 'live') return same(state)
  if (at - heat.firstAt > state.times.demandLife)
    return same({ ...state, phase: { ...state.phase, heat: null } })
  const later: LinkState = { ...state, phase: { ...state.phase, heat: { ...heat, lastAt: at } } }
  return congested ? same(later) : { state: later, actions: [{ type: 'send', message: heat.message }] }
}

export function sayOff(state: LinkState, at: number): LinkStep {
  if (state.off !== null) {
    return {
      state: { ...state, off: { ...state.off, lastAt: at } },
      actions: [{ type: 'send', message: state.off.message }],
    }
  }
  const message: Off = { type: 'off', sequence: state.next, session: state.session }
  return {
    state: { ...state, next: following(state.next), off: { message, firstAt: at, lastAt: at } },
    actions: [{ type: 'send', message }],
  }
}

export function sayHello(state: LinkState, at: number): LinkStep {
  if (state.phase.kind !== 'greeting') return same(state)
  const { session, next } = state
  return {
    state: { ...state, next: following(next), phase: { ...state.phase, helloAt: at } },
    actions: [{ type: 'send', message: { type: 'hello', sequence: next, version: LINK_VERSION, session } }],
  }
}

export function sayConfigure(state: LinkState, phase: Live, at: number): LinkStep {
  const { session, next } = state
  const { reportPeriod, thermalCamera } = phase.description
  const thermalPeriod = thermalCamera ? THERMAL_PERIOD.least : milliseconds(0)
  return {
    state: { ...state, next: following(next), phase: { ...phase, configureAt: at } },
    actions: [
      {
        type: 'send',
        message: { type: 'configure', sequence: next, session, reportPeriod, thermalPeriod },
      },
    ],
  }
}

/** The end of the line, told to whoever opened it or listens. Off is said once more in case the line still carries. */
export function lose(state: LinkState, reason: StoveProblemCode, detail: string): LinkStep {
  const dead: LinkState = { ...state, phase: { kind: 'dead' }, off: null }
  const actions: LinkAction[] = []
  if (reason === 'silent' || reason === 'no-answer') actions.push(...sayOff(state, state.heardAt).actions)
  if (state.phase.kind === 'greeting') actions.push({ type: 'failed', reason, detail })
  else if (state.phase.kind === 'live')
    actions.push({ type: 'emit', event: { type: 'lost', reason, detail } })
  actions.push({ type: 'hang-up' })
  return { state: dead, actions }
}

export function hangUp(state: LinkState): LinkStep {
  return { state: { ...state, phase: { kind: 'dead' }, off: null }, actions: [{ type: 'hang-up' }] }
}

export function forgetHeat(state: LinkState): LinkState {
  if (state.phase.kind !== 'live') return state
  return { ...state, phase: { ...state.phase, waiting: null, heat: null } }
}

function following(sequence: number): number {
  return (sequence + 1) % SEQUENCE_MODULUS
}

export function same(state: LinkState): LinkStep {
  return { state, actions: [] }
}
