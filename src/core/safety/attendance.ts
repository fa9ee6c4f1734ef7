import type { ZoneTarget } from '../stove/stove.ts'

/**
 * Law 8: nobody is forgotten. Two clocks, whatever a recipe says: how long since a hand was at the display, by the
 * strongest zone, and how long each zone has been at its power since a hand set it.
 */
export type Level = 'low' | 'middle' | 'high'

/** How long each level has lasted without a break, as wall times; null while the zone is below it. */
export interface OnTimes {
  readonly since: number
  readonly middleSince: number | null
  readonly highSince: number | null
  /** Wall time at which a hand last set this zone. */
  readonly handAt: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * Without a hand at the display. Full power brings oil to its flash point within minutes, so frying is looked at each
 * half hour, the strictest figure that makers set for their highest level; simmering may be left for three hours.
 */
const ATTENDED: Readonly<Record<Level, number>> = {
  high: 30 * MINUTE,
  middle: 90 * MINUTE,
  low: 3 * HOUR,
}
/**
 * At one level since a hand set it. Makers switch off after 1.5 h at their highest level, about 3.5 h at half and
 * 6 to 8.5 h at their lowest (Bora CI11 and Pure manuals).
 */
const LONGEST: Readonly<Record<Level, number>> = {
  high: 1.5 * HOUR,
  middle: 3.5 * HOUR,
  low: 8 * HOUR,
}
/** The display asks "are you still there?" so long before. */
export const WARNING = 5 * MINUTE

/**
 * Power counts by its share; a setpoint by what it can do to food: up to 105 °C there is water, up to 160 °C nothing
 * that is cooked smokes, beyond it is frying.
 */
export function levelOf(target: ZoneTarget): Level | null {
  if (target.kind === 'off') return null
  if (target.kind === 'simmer') return 'low'
  const [middle, high, value] =
    target.kind === 'power' ? [0.25, 0.6, target.share] : [105, 160, target.celsius as number]
  if (value > high) return 'high'
  return value > middle ? 'middle' : 'low'
}

/** Keeps the clocks when a zone gets a target; a hand's own setting starts them anew. */
export function keepTimes(
  before: OnTimes | null,
  target: ZoneTarget,
  byHand: boolean,
  at: number,
): OnTimes | null {
  const level = levelOf(target)
  if (level === null) return null
  const old = byHand ? null : before
  return {
    since: before?.since ?? at,
    middleSince: level === 'low' ? null : (old?.middleSince ?? at),
    highSince: level === 'high' ? (old?.highSince ?? at) : null,
    handAt: byHand || before === null ? at : before.handAt,
  }
}

/** Wall time at which this zone has been on too long. */
export function longestUntil(times: OnTimes): number {
  return Math.min(
    times.handAt + LONGEST.low,
    times.middleSince === null ? Number.POSITIVE_INFINITY : times.middleSince + LONGEST.middle,
    times.highSince === null ? Number.POSITIVE_INFINITY : times.highSince + LONGEST.high,
  )
}

/** Wall time at which everything goes off unless a hand comes; null when nothing is on. */
export function attendedUntil(targets: readonly ZoneTarget[], touchedAt: number): number | null {
  const levels = targets.map(levelOf)
  if (levels.includes('high')) return touchedAt + ATTENDED.high
  if (levels.includes('middle')) return touchedAt + ATTENDED.middle
  return levels.includes('low') ? touchedAt + ATTENDED.low : null
}
