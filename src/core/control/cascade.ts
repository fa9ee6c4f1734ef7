/**
 * For a zone that holds a surface setpoint by itself: what the surface must be for the liquid to be what is wanted.
 * With a probe the outer loop learns the offset (proportional and integral, clamped against winding up); without one
 * a modest offset is assumed, for nothing tells better.
 */
/** Kelvin that a hotplate's surface stands above a liquid it holds, by experience of hotplates with a 1 l beaker. */
const ASSUMED = 6
const MOST = 30
/** One kelvin too few in the liquid raises the surface by so many, and by as many again in this time, s. */
const GAIN = 2
const INTEGRAL_TIME = 240
/** Learned only near the target: what lies before is the ramp, K. */
const LEARNS_WITHIN = 8

export interface Cascade {
  /** Learned offset, K. */
  readonly offset: number
}

export const NO_CASCADE: Cascade = { offset: ASSUMED }

export function surfaceFor(
  before: Cascade,
  target: number,
  probe: number | null,
  elapsed: number,
): { readonly cascade: Cascade; readonly surface: number } {
  if (probe === null) return { cascade: before, surface: target + before.offset }
  const error = target - probe
  const learns = Math.abs(error) <= LEARNS_WITHIN
  const offset = learns
    ? Math.min(MOST, Math.max(0, before.offset + (GAIN * error * elapsed) / INTEGRAL_TIME))
    : before.offset
  const above = Math.min(MOST, Math.max(-2, offset + GAIN * error))
  return { cascade: { offset }, surface: target + above }
}
