import { milliseconds } from '#core/units/quantities.ts'
import { sequenceDistance, UPTIME_MODULUS } from './limits.ts'
import type { Report } from './message.ts'

/** A report that took this much longer than the quickest ones tells of the past: it is not passed on as now. */
const LATE_MS = 500
/**
 * How fast the quickest known way may grow, in ms per ms: clocks differ by up to 0.5 % (ceramic resonators of
 * small boards), so the difference between both clocks is followed at 1 %.
 */
const DRIFT = 0.01
/** So many reports in a row may be repeats or older; from then on it is the device that stands still. */
const PATIENCE = 2

/** What is known of the order and the age of reports. */
export interface ReportOrder {
  /** Newest uptime, unwrapped. */
  readonly uptime: number
  readonly sequence: number | null
  readonly notNewer: number
  /** Smallest known difference between the host's clock and the device's. */
  readonly offset: number
  readonly offsetAt: number
}

export type ReportVerdict =
  | { readonly kind: 'fresh'; readonly report: Report }
  /** A repeated or overtaken frame. */
  | { readonly kind: 'not-newer' }
  /** Held up on the line: law 3 goes by the age of what is told, not by its arrival. */
  | { readonly kind: 'late'; readonly ms: number }

export function reportOrder(uptime: number, at: number): ReportOrder {
  return { uptime, sequence: null, notNewer: 0, offset: at - uptime, offsetAt: at }
}

/** Judges one report that arrived at `at` (wall time). The report passed on has an uptime that never wraps. */
export function judgeReport(
  order: ReportOrder,
  report: Report,
  at: number,
): { readonly order: ReportOrder; readonly verdict: ReportVerdict } {
  const uptime = unwrap(report.uptime, order.uptime)
  const known = order.offset + (at - order.offsetAt) * DRIFT
  const offset = Math.min(known, at - uptime)
  const late = at - uptime - offset
  const older = order.sequence !== null && sequenceDistance(report.sequence, order.sequence) <= 0
  if (older && order.notNewer < PATIENCE) {
    return { order: { ...order, notNewer: order.notNewer + 1 }, verdict: { kind: 'not-newer' } }
  }
  const next = {
    uptime: Math.max(uptime, order.uptime),
    sequence: report.sequence,
    notNewer: older ? order.notNewer : 0,
    offset,
    offsetAt: at,
  }
  // A device that stands still is passed on as it is: its frozen figures are for the supervisor to judge.
  if (late > LATE_MS && !older) return { order: next, verdict: { kind: 'late', ms: late } }
  return { order: next, verdict: { kind: 'fresh', report: { ...report, uptime: milliseconds(uptime) } } }
}

/** Continues `uptime` beyond its wrap after 49.7 days. */
function unwrap(uptime: number, previous: number): number {
  const turns = Math.round((previous - uptime) / UPTIME_MODULUS)
  return uptime + turns * UPTIME_MODULUS
}
