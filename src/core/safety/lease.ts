import type { StoveDescription, ZoneReading } from '../stove/stove.ts'

/**
 * Law 2: heat is a lease. The supervisor renews only while its own ticks come in time: a host that was asleep for
 * longer has no business heating.
 */
export const TICK = 100
const LATE = 300
/** A report that was made before our first heat frame may still say that the lease before it had run out. */
const OLD_NEWS = 1500

export function isLate(lastTick: number | null, at: number): boolean {
  return lastTick === null || at - lastTick > LATE || at < lastTick
}

/** Class C drops nothing by itself: it needs an external cut-off, declared by its owner. */
export function mayHeat(stove: StoveDescription, externalCutOff: boolean): boolean {
  return stove.leaseClass !== 'C' || externalCutOff
}

/** The device dropped the heat although we think that we renewed it. */
export function leaseMissed(zones: readonly ZoneReading[], heatingSince: number | null, at: number): boolean {
  if (heatingSince === null || at - heatingSince < OLD_NEWS) return false
  return zones.some((zone) => zone.flags.includes('lease-expired'))
}
