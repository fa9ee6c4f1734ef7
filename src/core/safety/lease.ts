import type { LeaseClass, StoveDescription, ZoneReading } from '../stove/stove.ts'

/**
 * Law 2: heat is a lease. The supervisor renews only while its own ticks come in time: a host that was asleep for
 * longer has no business heating.
 */
export const TICK = 100
const LATE = 300
/** A report that was made before our first heat frame may still say that the lease before it had run out. */
const OLD_NEWS = 1500
/** How long a device may heat on after its host has fallen silent, by class, ms. */
const LONGEST: Readonly<Record<LeaseClass, number>> = { A: 1000, B: 20_000, C: 0 }

export function isLate(lastTick: number | null, at: number): boolean {
  return lastTick === null || at - lastTick > LATE || at < lastTick
}

/**
 * Class C drops nothing by itself: it needs an external cut-off, declared by its owner. So does a device whose lease
 * is longer than its class allows.
 */
export function mayHeat({ leaseClass, lease }: StoveDescription, externalCutOff: boolean): boolean {
  return externalCutOff || (lease > 0 && lease <= LONGEST[leaseClass])
}

/** The device dropped the heat although we think that we renewed it. */
export function leaseMissed(
  zones: readonly ZoneReading[],
  heatingSince: number | null,
  reportPeriod: number,
  at: number,
): boolean {
  if (heatingSince === null || at - heatingSince < Math.max(OLD_NEWS, 2 * reportPeriod)) return false
  return zones.some((zone) => zone.flags.includes('lease-expired'))
}
