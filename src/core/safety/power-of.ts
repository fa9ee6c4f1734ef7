import type { Reading } from './readings.ts'
import type { ZoneState } from './state.ts'

/** A regulator closes in on its setpoint: nearer than this it may draw anything from nothing to all, K. */
const CLOSE = 10

/**
 * Power into the zone for the checks of law 3 to 5, W; null = it may be anything, and no check may rest on it. Where the
 * device cannot tell: nothing while it is told off, what it was told where it takes a power; a zone that regulates
 * itself draws all of it far below its setpoint and nothing far above.
 */
export function powerOf(
  { zone, setpoint, demand }: Pick<ZoneState, 'zone' | 'setpoint' | 'demand'>,
  { power }: Pick<Reading, 'power'>,
  surface: number,
): number | null {
  if (power !== null) return power
  if (demand <= 0) return 0
  if (zone.sets === 'power') return demand
  if (setpoint === null || Math.abs(surface - setpoint) <= CLOSE) return null
  return surface < setpoint ? zone.maxPower : 0
}
