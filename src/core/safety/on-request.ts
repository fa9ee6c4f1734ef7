import { milliseconds } from '../units/quantities.ts'
import type { ZoneTarget } from '../stove/stove.ts'
import { causeGone } from './cause.ts'
import { displayLives, stopInReach } from './display.ts'
import { NOT_FROZEN } from './frozen.ts'
import { forbids } from './latch.ts'
import { mayHeat } from './lease.ts'
import { isFresh } from './link.ts'
import type { LogEntry } from './log-entry.ts'
import { startAnew } from './off-must-cool.ts'
import { ask, withdraw } from './questions.ts'
import { believable } from './readings.ts'
import type { RefusalCode } from './refusal.ts'
import type { HeatAnswer, HeatRequest } from './request.ts'
import { NO_RUNAWAY } from './runaway.ts'
import type { SafetyState, ZoneState } from './state.ts'
import { isNoMore, judgeRaise, plainTarget, sameTarget, targetInRange, touchHolds } from './touch.ts'
import type { Work } from './work.ts'

function figures(target: ZoneTarget): LogEntry['details'] {
  if (target.kind === 'power') return { share: target.share }
  if (target.kind === 'temperature') return { celsius: target.celsius }
  if (target.kind === 'liquid') return { liquid: target.celsius }
  return target.kind === 'simmer' ? { vigour: target.vigour } : { off: true }
}

/** Everything that forbids more heat, whoever asks; null when nothing does. */
function forbidden(state: SafetyState, zone: ZoneState): RefusalCode | null {
  const { stove, settings, now } = state
  if (stove === null || !state.connected) return 'not-connected'
  if (state.locked) return 'locked'
  if (settings.circuit === null) return 'not-set-up'
  if (!mayHeat(stove, settings.externalCutOff)) return 'no-cut-off'
  if (forbids(state.faults, zone.zone.id)) return 'fault-latched'
  if (!state.logWritable) return 'log-unwritable'
  if (!stopInReach(state.displaySeenAt, stove, now)) return 'no-display'
  const live = isFresh(state.link, now, stove.reportPeriod) && believable(zone.reading, now)
  return live ? null : 'reading-unknown'
}

/** Follows a request as far as the laws allow (law 6). */
export function follow(work: Work, request: HeatRequest): HeatAnswer {
  const answer = judge(work, { ...request, target: plainTarget(request.target) })
  if (answer.kind === 'refused') {
    work.noteInVain('refused', request.zone, request.by, { code: answer.code, ...figures(request.target) })
  }
  return answer
}

function judge(work: Work, request: HeatRequest): HeatAnswer {
  const { state, at } = work
  const { target, by } = request
  const index = work.indexOf(request.zone)
  const zone = state.zones[index]
  if (target.kind === 'off') {
    // Off always works (law 1): a zone that we do not know is off already.
    if (zone === undefined) return state.connected ? refused('unknown-zone') : { kind: 'done' }
    stopZone(work, request.zone, by)
    return { kind: 'done' }
  }
  if (!state.connected) return refused('not-connected')
  if (zone === undefined) return refused('unknown-zone')
  if (!targetInRange(target, zone.zone)) return refused('target-out-of-range')

  const byHand =
    request.origin === 'display' &&
    request.touch !== null &&
    touchHolds(request.touch, request, at, zone.stoppedAt)
  if (isNoMore(zone.target, target)) {
    set(work, index, request, byHand)
    return { kind: 'done' }
  }
  const why = forbidden(state, zone)
  if (why !== null) return refused(why)
  const verdict = judgeRaise(request, zone.target, state.envelope, at, zone.stoppedAt)
  if (verdict === 'allowed') {
    set(work, index, request, byHand)
    return { kind: 'done' }
  }
  if (verdict !== 'ask') return refused(verdict)
  if (!displayLives(state.displaySeenAt, at)) return refused('no-display')
  const question = state.nextQuestion
  work.change({ questions: ask(state.questions, question, request, at), nextQuestion: question + 1 })
  work.noteInVain('asked', request.zone, by, { question, origin: request.origin, ...figures(target) })
  return { kind: 'asked', question }
}

const refused = (code: RefusalCode): HeatAnswer => ({ kind: 'refused', code })

function set(work: Work, index: number, request: HeatRequest, byHand: boolean): void {
  const before = work.state.zones[index]?.target
  const same = before !== undefined && sameTarget(before, request.target)
  work.setTarget(index, request.target, byHand)
  if (byHand) {
    // The hand has decided for this zone: what was asked about it before is answered with that.
    work.change({ touchedAt: work.at, questions: withdraw(work.state.questions, request.zone) })
  }
  const details = { origin: request.origin, ...figures(request.target) }
  if (same) work.noteInVain('heat', request.zone, request.by, details)
  else work.note('heat', request.zone, request.by, details)
}

function stopZone(work: Work, zone: number, by: string): void {
  work.change({ questions: withdraw(work.state.questions, zone) })
  work.zoneOff(work.indexOf(zone), by)
}

/** Law 1. A zone that does not exist cannot be meant: whoever presses STOP wants heat to end. */
export function onStop(work: Work, zone: number | null, by: string): void {
  if (zone !== null && work.indexOf(zone) >= 0) return stopZone(work, zone, by)
  work.change({ questions: withdraw(work.state.questions, null) })
  work.allOff(by)
}

/** Law 6: an answer at the display is the touch itself, for exactly what was asked. */
export function onAnswer(work: Work, id: number, accept: boolean, by: string): void {
  const question = work.state.questions.find((entry) => entry.id === id)
  if (question === undefined || question.expiresAt <= work.at) return
  const { zone, target, by: asker } = question.request
  work.change({
    questions: work.state.questions.filter((entry) => entry !== question),
    touchedAt: work.at,
  })
  work.note('answered', zone, by, { question: id, accept, asker })
  if (!accept) return
  const touch = { zone, target, at: milliseconds(work.at) }
  follow(work, { zone, target, origin: 'display', by, touch })
}

/** A fault goes when its cause is gone and a hand has seen it. */
export function onAcknowledge(work: Work, id: number, by: string): void {
  const fault = work.state.faults.find((entry) => entry.id === id)
  if (fault === undefined) return
  work.change({ touchedAt: work.at })
  if (!causeGone(work.state, fault)) {
    work.noteInVain('refused', fault.zone, by, { fault: id, code: fault.code })
    return
  }
  work.change({ faults: work.state.faults.filter((entry) => entry !== fault) })
  work.note('acknowledged', fault.zone, by, { fault: id, code: fault.code })
  const index = fault.zone === null ? -1 : work.indexOf(fault.zone)
  if (index < 0) return
  if (fault.code === 'sensor-frozen') work.changeZone(index, { frozen: NOT_FROZEN })
  if (fault.code === 'runaway') work.changeZone(index, { runaway: NO_RUNAWAY })
  if (fault.code === 'heats-while-off' || fault.code === 'rise-without-power') {
    work.changeZone(index, { cooling: startAnew(work.at) })
  }
}
