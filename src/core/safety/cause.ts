import type { Fault } from './fault.ts'
import { stopInReach } from './display.ts'
import { isFresh } from './link.ts'
import { coolsAgain } from './off-must-cool.ts'
import { believable } from './readings.ts'
import type { SafetyState } from './state.ts'

/** Kelvin that a surface must have fallen before "too hot" is over. */
const COOLED_BELOW_LIMIT = 20
const FALLEN = 3

/** Whether the cause of a fault is gone. What is unknown is not gone. */
export function causeGone(state: SafetyState, fault: Fault): boolean {
  const { now, stove } = state
  const live = state.connected && stove !== null && isFresh(state.link, now, stove.reportPeriod)
  const zone = state.zones.find((entry) => entry.zone.id === fault.zone)
  // A fault of another stove, which had more zones.
  if (fault.zone !== null && zone === undefined) return state.connected
  const surface = zone?.reading.smooth ?? null
  switch (fault.code) {
    case 'link-lost':
      return live
    case 'sensor-missing':
    case 'sensor-range':
    case 'sensor-jump':
      return live && zone !== undefined && believable(zone.reading, now)
    case 'sensor-frozen':
      if (zone === undefined) return live
      return live && believable(zone.reading, now) && zone.frozen.changedAt > fault.at
    case 'heats-while-off':
    case 'rise-without-power':
      return live && zone !== undefined && coolsAgain(zone.cooling, surface)
    case 'too-hot':
      return (
        live &&
        zone !== undefined &&
        surface !== null &&
        surface <= zone.zone.maxSurface - COOLED_BELOW_LIMIT &&
        !zone.reading.flags.includes('over-temperature')
      )
    case 'runaway':
      return live && surface !== null && surface <= (fault.figures['celsius'] ?? 0) - FALLEN
    case 'device-fault':
      return (
        live &&
        state.zones
          .filter((entry) => fault.zone === null || entry.zone.id === fault.zone)
          .every(({ reading }) => !reading.flags.includes('hardware') && !reading.flags.includes('brown-out'))
      )
    case 'lease-missed':
      return live && state.zones.every((entry) => !entry.reading.flags.includes('lease-expired'))
    case 'command-ignored':
      return live && zone?.ignoredSince === null
    case 'display-lost':
      return stopInReach(state.displaySeenAt, stove, now)
    // What was wrong was heat itself, and it is off.
    case 'no-rise':
    case 'supervisor-late':
    case 'unattended':
    case 'on-too-long':
      return true
  }
}
