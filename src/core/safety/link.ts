import type { StoveReport } from '../stove/stove.ts'

/**
 * Law 3: is what the stove says new? A link is judged by the age of what came over it, never by events, and a
 * report counts only when the device's own sequence and uptime have moved on.
 */
export interface LinkWatch {
  readonly sequence: number | null
  /** The device's uptime in its newest report, ms. */
  readonly uptime: number | null
  /** Wall time at which the newest report was made, as far as the two clocks can tell. */
  readonly freshAt: number | null
  /** Wall time at which the newest report arrived. */
  readonly arrivedAt: number | null
  /** Smallest difference seen between our clock and the device's: what a report costs that did not wait anywhere. */
  readonly offset: number | null
  /** Wall time since which reports arrive that say nothing new; null when they do. */
  readonly repeatingSince: number | null
}

export const NO_LINK: LinkWatch = {
  sequence: null,
  uptime: null,
  freshAt: null,
  arrivedAt: null,
  offset: null,
  repeatingSince: null,
}

export type LinkVerdict = 'fresh' | 'repeated' | 'old' | 'restarted'

const WRAP = 65_536
/** Reports that a line may overtake one another by, before it looks like a restart instead. */
const REORDERED = 20
const REORDERED_MS = 3000
/** How much slower than ours a device's clock may run: a serial line works up to about 2-3 % (UART sampling). */
const CLOCK_DRIFT = 0.05
/** Older than this and a reading counts as unknown, unless the device reports more seldom by itself. */
const MAX_AGE = 1000
/** No device may call itself slower than the weakest lease that heats without a cut-off (class B). */
const MAX_PERIOD = 20_000

/** The device's own period between reports as far as the laws believe it, ms. */
export function periodOf(reportPeriod: number): number {
  return Number.isFinite(reportPeriod) ? Math.min(reportPeriod, MAX_PERIOD) : 0
}

/** The age in ms from which on readings are unknown. A quarter of a period is left for jitter. */
function maxAge(reportPeriod: number): number {
  return Math.max(MAX_AGE, periodOf(reportPeriod) * 1.25)
}

export function isFresh(link: LinkWatch, at: number, reportPeriod: number): boolean {
  return link.freshAt !== null && at - link.freshAt <= maxAge(reportPeriod)
}

function verdict(link: LinkWatch, report: StoveReport): LinkVerdict {
  if (link.sequence === null || link.uptime === null) return 'fresh'
  if (report.uptime < link.uptime) {
    const behind = (link.sequence - report.sequence + WRAP) % WRAP
    const overtaken = behind > 0 && behind <= REORDERED && link.uptime - report.uptime < REORDERED_MS
    return overtaken ? 'old' : 'restarted'
  }
  return report.sequence === link.sequence || report.uptime === link.uptime ? 'repeated' : 'fresh'
}

/** Takes a report in. Only a `fresh` one says anything about the zones. */
export function observeLink(
  link: LinkWatch,
  report: StoveReport,
  at: number,
): { readonly link: LinkWatch; readonly verdict: LinkVerdict } {
  const found = verdict(link, report)
  if (found === 'restarted') return { link: NO_LINK, verdict: found }
  if (found === 'old') return { link, verdict: found }
  if (found === 'repeated') {
    return {
      link: { ...link, arrivedAt: at, repeatingSince: link.repeatingSince ?? at },
      verdict: found,
    }
  }
  // A line that buffers delivers old news at an even pace: the two clocks give it away.
  const difference = at - report.uptime
  const crept =
    link.offset === null || link.arrivedAt === null
      ? difference
      : link.offset + (at - link.arrivedAt) * CLOCK_DRIFT
  const offset = Math.min(difference, crept)
  return {
    link: {
      sequence: report.sequence,
      uptime: report.uptime,
      freshAt: at - (difference - offset),
      arrivedAt: at,
      offset,
      repeatingSince: null,
    },
    verdict: found,
  }
}
