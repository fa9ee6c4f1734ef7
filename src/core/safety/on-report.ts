import type { StoveReport } from '../stove/stove.ts'
import { isFresh, NO_LINK, observeLink, periodOf } from './link.ts'
import { leaseMissed } from './lease.ts'
import { controlZone, observeZone } from './observe-zone.ts'
import { anyOn } from './state.ts'
import { SUPERVISOR, type Work } from './work.ts'

/** Two frames closer than this are one too many on a slow line. */
const SPACING = 50

/** Takes a report in. Answers whether it was news, so that a renewal may follow. */
export function onReport(work: Work, report: StoveReport): boolean {
  const { stove } = work.state
  if (stove === null || !work.state.connected) return false
  const { link, verdict } = observeLink(work.state.link, report, work.at)
  work.change({ link })
  if (verdict === 'restarted') {
    restarted(work, report)
    return false
  }
  // Old news refreshes nothing: if nothing newer comes, age tells (on-tick.ts).
  if (verdict !== 'fresh' || !isFresh(link, work.at, stove.reportPeriod)) return false

  if (leaseMissed(report.zones, work.state.heatingSince, periodOf(stove.reportPeriod), work.at)) {
    work.fault({ code: 'lease-missed', zone: null, figures: {} })
  }
  const { state } = work
  const observed = state.zones.map((zone, index) =>
    observeZone(state, index, zone, report.zones[index], work.at),
  )
  work.change({ zones: observed.map((entry) => entry.zone) })
  for (const finding of observed.flatMap((entry) => entry.findings)) work.fault(finding)

  work.state.zones.forEach((zone, index) => {
    const controlled = controlZone(zone, stove, work.state.settings.boiling, work.at)
    work.changeZone(index, controlled.zone)
    if (controlled.expired) work.zoneOff(index, SUPERVISOR, { reason: 'no-pan' })
  })
  work.share()
  return work.state.lastHeat === null || work.at - work.state.lastHeat >= SPACING
}

/** Uptime went back: the device has restarted and knows nothing of what it was told. */
function restarted(work: Work, report: StoveReport): void {
  const on = anyOn(work.state)
  work.change({ link: NO_LINK, sent: [] })
  if (on) work.fault({ code: 'device-fault', zone: null, figures: { uptime: report.uptime } })
  else {
    work.note('lost', null, SUPERVISOR, { reason: 'restarted', uptime: report.uptime })
    work.repeatOff()
  }
}
