import { milliseconds, watts } from '../units/quantities.ts'
import { attendedUntil, longestUntil, WARNING } from './attendance.ts'
import { forbids } from './latch.ts'
import { isFresh } from './link.ts'
import { believable } from './readings.ts'
import { tell } from './residual.ts'
import { isOn, type SafetyState, type ZoneState } from './state.ts'
import type { SafetyView, ZoneSafety } from './view.ts'

/** What the supervisor tells, at the moment of its last event. */
export function view(state: SafetyState): SafetyView {
  const attended = attendedUntil(
    state.zones.map((zone) => zone.target),
    state.touchedAt,
  )
  return {
    zones: state.zones.map((zone) => zoneView(state, zone, attended)),
    faults: state.faults,
    questions: state.questions,
    circuit: {
      limit: watts(state.settings.circuit ?? 0),
      used: watts(state.zones.reduce((sum, zone) => sum + zone.demand, 0)),
      shared: state.zones.some((zone) => zone.shared),
    },
    log: state.logWritable ? 'ok' : 'unwritable',
    locked: state.locked,
    displaySeenAt: state.displaySeenAt === null ? null : milliseconds(state.displaySeenAt),
    attendanceDueAt: attended === null ? null : milliseconds(attended - WARNING),
  }
}

function zoneView(state: SafetyState, zone: ZoneState, attended: number | null): ZoneSafety {
  const { stove, now } = state
  const live =
    state.connected &&
    stove !== null &&
    isFresh(state.link, now, stove.reportPeriod) &&
    believable(zone.reading, now)
  const on = isOn(zone) && zone.times !== null && attended !== null
  const limitedBy = forbids(state.faults, zone.zone.id) ? 'fault' : zone.shared ? 'circuit' : null
  return {
    zone: zone.zone.id,
    target: zone.target,
    demand: watts(zone.demand),
    limitedBy,
    ...tell(zone.stored, zone.reading, live, now),
    onSince: on && zone.times !== null ? milliseconds(zone.times.since) : null,
    offAt: on && zone.times !== null ? milliseconds(Math.min(attended, longestUntil(zone.times))) : null,
  }
}
