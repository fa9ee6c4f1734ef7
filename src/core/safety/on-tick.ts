import { attendedUntil, longestUntil } from './attendance.ts'
import { causeGone } from './cause.ts'
import { stopInReach } from './display.ts'
import { isFresh } from './link.ts'
import { meterFloor } from './off-must-cool.ts'
import { expire } from './questions.ts'
import { anyOn } from './state.ts'
import type { Work } from './work.ts'

/** A renewal is due when the last frame is about one tick old. */
const RENEW_AFTER = 90

/** Everything that time alone brings. Answers whether a renewal is due. */
export function onTick(work: Work): boolean {
  work.change({ lastTick: work.at, questions: expire(work.state.questions, work.at) })
  checkAge(work)
  checkDisplay(work)
  checkAttendance(work)
  refreshFaults(work)
  if (deviceStillHeats(work)) work.repeatOff()
  return work.state.lastHeat === null || work.at - work.state.lastHeat >= RENEW_AFTER
}

/** Law 3: link loss is found by age. Reports that come and say nothing new are a frozen device. */
function checkAge(work: Work): void {
  const { link, stove, connected } = work.state
  if (!anyOn(work.state) || stove === null) return
  if (connected && isFresh(link, work.at, stove.reportPeriod)) return
  const age = link.freshAt === null ? 0 : Math.round(work.at - link.freshAt)
  const frozen = connected && link.repeatingSince !== null
  work.fault({ code: frozen ? 'sensor-frozen' : 'link-lost', zone: null, figures: { milliseconds: age } })
}

/** Law 13. */
function checkDisplay(work: Work): void {
  const { displaySeenAt, stove } = work.state
  if (!anyOn(work.state) || stopInReach(displaySeenAt, stove, work.at)) return
  const seconds = displaySeenAt === null ? 0 : Math.round((work.at - displaySeenAt) / 1000)
  work.fault({ code: 'display-lost', zone: null, figures: { seconds } })
}

/** Law 8. */
function checkAttendance(work: Work): void {
  const { zones, touchedAt } = work.state
  for (const { zone, times } of zones) {
    if (times === null || work.at < longestUntil(times)) continue
    const minutes = Math.round((work.at - times.since) / 60_000)
    work.fault({ code: 'on-too-long', zone: zone.id, figures: { minutes } })
  }
  const until = attendedUntil(
    work.state.zones.map((zone) => zone.target),
    touchedAt,
  )
  if (until === null || work.at < until) return
  const minutes = Math.round((work.at - touchedAt) / 60_000)
  work.fault({ code: 'unattended', zone: null, figures: { minutes } })
}

function refreshFaults(work: Work): void {
  const { faults } = work.state
  const now = faults.map((fault) => {
    const cleared = causeGone(work.state, fault)
    return cleared === fault.cleared ? fault : { ...fault, cleared }
  })
  if (now.some((fault, index) => fault !== faults[index])) work.change({ faults: now })
}

/** While nothing is wanted, a device that still heats or means to is told off again, with every tick. */
function deviceStillHeats(work: Work): boolean {
  const { state } = work
  if (!state.connected || state.stove === null || anyOn(state)) return false
  if (!isFresh(state.link, work.at, state.stove.reportPeriod)) return false
  return state.zones.some(
    ({ zone, reading }) => reading.commanded > 0 || (reading.power ?? 0) > meterFloor(zone),
  )
}
