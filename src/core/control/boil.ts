import type { ZoneDescription } from '../stove/stove.ts'

/**
 * Whether what is in the pan boils: a plateau in spite of power. Water gives all it gets to steam, so its temperature
 * stands still where its boiling point is; nothing else in a pan does that there.
 */
export interface BoilWatch {
  readonly boils: boolean
  /** Readings smoothed over two spans, °C: their difference is the slope. Null before the first. */
  readonly quick: number | null
  readonly slow: number | null
  /** Seconds for which it has stood still under power. */
  readonly still: number
  /** What the pan lost before it boiled, W: the part of the power that makes no bubbles. */
  readonly loss: number
}

export const NO_BOIL: BoilWatch = { boils: false, quick: null, slow: null, still: 0, loss: 0 }

const QUICK = 4
const SLOW = 16
/** Slope under which it stands still, K/s: the smallest zone lifts ten litres faster at full power. */
const STILL = 0.02
/** It must stand so long, s. */
const FOR = 12
/** Power that must flow for a plateau to mean anything, as a share of the zone's. */
const UNDER_POWER = 0.3
/** A probe this near below the boiling point says so by itself, K; sensors are wrong by a little. */
const PROBE_NEAR = 1
const SURFACE_NEAR = 3
/** Fallen so far it no longer boils: food went in, or water. */
const FALLEN = 3.5

/** Heat of steam from a rolling boil over the pan's base, W/m²: 0.4 g/s on a 21 cm zone, a litre in 40 minutes. */
const ROLLING = 26_000
/** A pot that boils loses at least this share of its zone's power, and at most that, before a bubble rises. */
const LEAST_LOSS = 0.03
const MOST_LOSS = 0.3

export interface BoilInput {
  readonly surface: number
  readonly probe: number | null
  readonly boiling: number
  readonly elapsed: number
  readonly power: number
  readonly maxPower: number
  /** What the model says is lost now, W. */
  readonly lost: number
}

export function watchBoil(before: BoilWatch, input: BoilInput): BoilWatch {
  const { surface, probe, boiling, elapsed, maxPower } = input
  const seen = probe ?? surface
  if (before.quick === null || before.slow === null) return { ...before, quick: seen, slow: seen }
  const quick = before.quick + (seen - before.quick) * (1 - Math.exp(-elapsed / QUICK))
  const slow = before.slow + (seen - before.slow) * (1 - Math.exp(-elapsed / SLOW))
  const watch = { ...before, quick, slow }
  if (before.boils) {
    const boils = quick > boiling - FALLEN
    return { ...watch, boils, still: 0 }
  }
  // A ramp of slope s parts the two means by s (SLOW - QUICK).
  const slope = (quick - slow) / (SLOW - QUICK)
  const near = quick > boiling - (probe === null ? SURFACE_NEAR : PROBE_NEAR)
  const stands = near && Math.abs(slope) < STILL && input.power > UNDER_POWER * maxPower
  const still = stands ? before.still + elapsed : 0
  const arrived = probe !== null && quick > boiling - PROBE_NEAR / 2
  // What is lost some kelvins below is what a boiling pot loses to the air and its rim.
  const approaching = quick > boiling - 12 && quick < boiling - 4
  const loss = approaching
    ? before.loss + (input.lost - before.loss) * (1 - Math.exp(-elapsed / 10))
    : before.loss
  return { ...watch, still, loss, boils: arrived || still >= FOR }
}

/** Power of a simmer, W: what the pan loses anyway, and steam over the zone's area by vigour (0 to 1). */
export function simmerPower(
  watch: BoilWatch,
  vigour: number,
  { maxPower, diameterMm }: Pick<ZoneDescription, 'maxPower' | 'diameterMm'>,
): number {
  const area = (Math.PI * (diameterMm / 1000) ** 2) / 4
  const loss = Math.min(MOST_LOSS * maxPower, Math.max(LEAST_LOSS * maxPower, watch.loss))
  return Math.min(maxPower, loss + Math.min(1, Math.max(0, vigour)) * ROLLING * area)
}
