import type { ZoneTarget } from '#core/stove/stove.ts'
import { celsius } from '#core/units/quantities.ts'
import type { DialRange } from './props.ts'

/**
 * The dial around a zone: 270 degrees from the lower left over the back to the lower right, its gap towards the
 * cook. With the default range one degree of arc is one kelvin. Angles in radians, 0 to the right, growing towards
 * the back (counter-clockwise seen from above), so the dial starts at 225 degrees and runs clockwise.
 */
export const DIAL_START = (225 / 180) * Math.PI
export const DIAL_SWEEP = (270 / 180) * Math.PI

export const DEFAULT_RANGE: DialRange = { minCelsius: 30, maxCelsius: 300 }

const clamp01 = (value: number): number => Math.min(1, Math.max(0, value))

export const angleAt = (fraction: number): number => DIAL_START - clamp01(fraction) * DIAL_SWEEP

export const temperatureFraction = (value: number, range: DialRange = DEFAULT_RANGE): number =>
  clamp01((value - range.minCelsius) / (range.maxCelsius - range.minCelsius))

/** Where a target stands on its dial, 0 to 1. */
export function targetFraction(target: ZoneTarget, range: DialRange = DEFAULT_RANGE): number {
  if (target.kind === 'off') return 0
  if (target.kind === 'power') return clamp01(target.share)
  return target.kind === 'simmer' ? clamp01(target.vigour) : temperatureFraction(target.celsius, range)
}

/** Below this share of the dial a turned ring means off. */
export const OFF_BELOW = 0.02

/** What a fraction of the dial means: off at its start, else a share of power or a temperature in whole steps. */
export function targetAt(
  fraction: number,
  kind: 'power' | 'temperature',
  range: DialRange = DEFAULT_RANGE,
  step = 1,
): ZoneTarget {
  if (fraction < OFF_BELOW) return { kind: 'off' }
  const share = clamp01(fraction)
  if (kind === 'power') return { kind, share: Math.round(share * 100) / 100 }
  const raw = range.minCelsius + share * (range.maxCelsius - range.minCelsius)
  const whole = Math.round(raw / step) * step
  return { kind, celsius: celsius(Math.min(range.maxCelsius, Math.max(range.minCelsius, whole))) }
}

/** A finger on a ring: where it was, and the fraction it has turned to so far (not clamped, so it never wraps). */
export interface Drag {
  readonly angle: number
  readonly turned: number
}

/** The shorter way round from one angle to another, -PI to PI, positive clockwise (up the dial). */
export function clockwise(from: number, to: number): number {
  const turn = (from - to) % (2 * Math.PI)
  if (turn > Math.PI) return turn - 2 * Math.PI
  return turn < -Math.PI ? turn + 2 * Math.PI : turn
}

/**
 * Follows the finger. The turn is relative: touching a ring anywhere changes nothing by itself, and past an end
 * the ring waits there instead of jumping to the other end.
 */
export function turn(drag: Drag, angle: number): Drag {
  const turned = drag.turned + clockwise(drag.angle, angle) / DIAL_SWEEP
  return { angle, turned: Math.min(1, Math.max(0, turned)) }
}
