import type { ZoneDescription } from '../stove/stove.ts'
import type { Finding } from './finding.ts'

/** Whether the device does what it was told: what it believes to be commanded against what was sent. */
export interface Sent {
  readonly at: number
  readonly demand: readonly number[]
}

/** How far back a report may look, ms: two reports and a resend. */
const WINDOW = 1000
const PATIENCE = 2000
const windowOf = (period: number): number => Math.max(WINDOW, 2 * period)
/** A slow device gets three rounds to take what it is told. */
const patienceOf = (period: number): number => Math.max(PATIENCE, 3 * period)
/** Rounding on the device's side. */
const TOLERANCE_FLOOR = 10
const TOLERANCE_SHARE = 0.02

/** Keeps what was sent within the window, and the newest before it: that one was still in force. */
export function remember(
  sent: readonly Sent[],
  demand: readonly number[],
  period: number,
  at: number,
): readonly Sent[] {
  const all = [...sent, { at, demand }]
  const firstInside = all.findIndex((entry) => entry.at >= at - windowOf(period))
  return all.slice(Math.max(0, firstInside - 1))
}

function wasSent(
  sent: readonly Sent[],
  index: number,
  commanded: number,
  tolerance: number,
  since: number,
  at: number,
): boolean {
  return sent.some((entry, position) => {
    const until = sent[position + 1]?.at ?? at
    return until >= since && Math.abs((entry.demand[index] ?? 0) - commanded) <= tolerance
  })
}

/** `ignoredSince` is the wall time since which the device has claimed something else; null when it obeys. */
export function watchObedience(
  ignoredSince: number | null,
  sent: readonly Sent[],
  zone: ZoneDescription,
  index: number,
  commanded: number,
  period: number,
  at: number,
): { readonly ignoredSince: number | null; readonly finding: Finding | null } {
  const tolerance = Math.max(TOLERANCE_FLOOR, zone.maxPower * TOLERANCE_SHARE)
  if (wasSent(sent, index, commanded, tolerance, at - windowOf(period), at))
    return { ignoredSince: null, finding: null }
  const since = ignoredSince ?? at
  const told = sent.at(-1)?.demand[index] ?? 0
  return {
    ignoredSince: since,
    finding:
      at - since > patienceOf(period)
        ? {
            code: 'command-ignored',
            zone: zone.id,
            figures: { watts: Math.round(commanded), told: Math.round(told) },
          }
        : null,
  }
}
