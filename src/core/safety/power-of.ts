import type { Reading } from './readings.ts'
import type { ZoneState } from './state.ts'

/** A regulator closes in on its setpoint: nearer than this it may draw anything from nothing to all. */
const CLOSE = 10

/**
 * Power into the zone for the checks of law 4 and 5, W. Where the device cannot tell: all of it while a zone that
 * regulates itself was told to heat and is far below its setpoint, else none, so that no check is asked about heat
 * that may not flow.
 */
export function powerOf({ zone, setpoint, demand }: ZoneState, { power }: Reading, surface: number): number {
  if (power !== null) return power
  const mustHeat = demand > 0 && setpoint !== null && surface < setpoint - CLOSE
  return mustHeat ? zone.maxPower : 0
}
