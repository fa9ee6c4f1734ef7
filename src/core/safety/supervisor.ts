import { celsius, milliseconds } from '../units/quantities.ts'
import type { SafetyCommand } from './command.ts'
import { displayLives } from './display.ts'
import type { SafetyEvent } from './event.ts'
import { isFresh, NO_LINK } from './link.ts'
import { isLate, mayHeat } from './lease.ts'
import { onConnected, onLost, recallHeat } from './on-connection.ts'
import { startAnew } from './off-must-cool.ts'
import { onReport } from './on-report.ts'
import { follow, onAcknowledge, onAnswer, onStop } from './on-request.ts'
import { onTick } from './on-tick.ts'
import { believable } from './readings.ts'
import { UNSET, type SupervisorSettings } from './settings.ts'
import { anyOn, freshZone, type SafetyState } from './state.ts'
import { SUPERVISOR, Work } from './work.ts'

export interface SafetyStep {
  readonly state: SafetyState
  readonly commands: readonly SafetyCommand[]
}

/** The supervisor: the thirteen laws as one pure function. It reads no clock; time comes with the events. */
export function step(state: SafetyState, event: SafetyEvent): SafetyStep {
  const work = new Work(state, event.at)
  if (event.at < state.now) clockWentBack(work, state.now)
  // Law 2, before anything else: whoever slept through his ticks does not go on heating.
  else if (anyOn(state) && state.lastTick !== null && isLate(state.lastTick, event.at)) {
    const late = Math.round(event.at - state.lastTick)
    work.fault({ code: 'supervisor-late', zone: null, figures: { milliseconds: late } })
  }
  return work.finish(handle(work, event))
}

/** Does what the event asks for; answers whether the lease may be renewed with it. */
function handle(work: Work, event: SafetyEvent): boolean {
  switch (event.type) {
    case 'connected':
      onConnected(work, event.stove)
      return false
    case 'lost':
      onLost(work, event.reason)
      return false
    case 'report':
      return onReport(work, event.report)
    case 'tick':
      return onTick(work)
    case 'stop':
      onStop(work, event.zone, event.by)
      return false
    case 'request':
      work.commands.push({ type: 'answer', id: event.id, answer: follow(work, event.request) })
      return false
    case 'answer-question':
      if (displayLives(work.state.displaySeenAt, work.at)) {
        onAnswer(work, event.question, event.accept, event.by)
      }
      return false
    case 'acknowledge':
      onAcknowledge(work, event.fault, event.by)
      return false
    case 'display-beat':
      work.change({
        displaySeenAt: work.at,
        touchedAt: event.touched ? work.at : work.state.touchedAt,
      })
      return false
    case 'envelope':
      work.change({ envelope: event.envelope })
      work.note('cook', null, event.by, { envelope: event.envelope?.length ?? null })
      return false
    case 'log-state':
      work.change({ logWritable: event.writable })
      return false
    case 'configure':
      configure(work, event.settings)
      return false
    case 'lock':
      work.change({ locked: event.locked })
      work.note('lock', null, event.by, { locked: event.locked })
      return false
  }
}

/** The lowest and highest that water can boil where people live; anything else is a mistake. */
const BOILING_LOW = 78
const BOILING_HIGH = 102

function configure(work: Work, settings: SupervisorSettings): void {
  const circuit = settings.circuit !== null && settings.circuit > 0 ? settings.circuit : null
  const told = Number.isFinite(settings.boiling) ? settings.boiling : UNSET.boiling
  const boiling = celsius(Math.min(BOILING_HIGH, Math.max(BOILING_LOW, told)))
  const residual = settings.residual.filter(({ surface, at }) => Number.isFinite(surface + at))
  work.change({ settings: { ...settings, circuit, boiling, residual } })
  work.note('settings', null, 'kitchen', { circuit, externalCutOff: settings.externalCutOff })
  const { remembered } = settings
  if (work.state.stove === null && remembered !== null) {
    // Nothing heats before a stove has answered; what was hot on this one is told all the same.
    work.change({ stove: remembered, zones: remembered.zones.map((zone) => freshZone(zone, null, work.at)) })
  }
  const { stove, link, connected } = work.state
  const live = connected && stove !== null && isFresh(link, work.at, stove.reportPeriod)
  work.change({
    zones: work.state.zones.map((zone) =>
      live && believable(zone.reading, work.at)
        ? zone
        : { ...zone, stored: recallHeat(zone.stored, zone.zone, residual, work.at) },
    ),
  })
  if (!anyOn(work.state)) return
  if (circuit === null || (stove !== null && !mayHeat(stove, settings.externalCutOff))) {
    work.allOff(SUPERVISOR, { reason: 'settings' })
    return
  }
  work.share()
  work.hurry()
}

/** Nothing that was timed on a clock can be trusted after it went back: all of it is unknown, so all is off. */
function clockWentBack(work: Work, before: number): void {
  const { state, at } = work
  if (anyOn(state)) {
    work.fault({
      code: 'supervisor-late',
      zone: null,
      figures: { milliseconds: Math.round(at - before) },
    })
  }
  work.change({
    lastTick: null,
    lastHeat: null,
    link: NO_LINK,
    sent: [],
    questions: [],
    faults: work.state.faults.map((fault) => ({ ...fault, at: milliseconds(Math.min(fault.at, at)) })),
    displaySeenAt: null,
    touchedAt: at,
    zones: work.state.zones.map((zone) => ({
      ...zone,
      stoppedAt: at,
      reading: { ...zone.reading, at: null, doubtUntil: at, panChangedAt: null },
      cooling: startAnew(at),
      frozen: { ...zone.frozen, raw: null },
      ignoredSince: null,
      stored: zone.stored === null ? null : { ...zone.stored, at },
    })),
  })
}
