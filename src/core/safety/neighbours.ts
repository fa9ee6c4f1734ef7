import type { ZoneDescription } from '../stove/stove.ts'

/**
 * Law 4 allows what neighbours give. Glass ceramic conducts badly across (1.5 W/mK) and a wide pan may overlap, so a
 * neighbour can lift a zone by a share of the difference between them at most, less with distance.
 */
const SHARE_TOUCHING = 0.2
const FADES_OVER_MM = 60

/** Kelvin that the neighbours may add to a zone at `own` degrees. `temperatures[i]` belongs to `zones[i]`. */
export function neighbourAllowance(
  zone: ZoneDescription,
  own: number,
  zones: readonly ZoneDescription[],
  temperatures: readonly (number | null)[],
): number {
  let allowance = 0
  zones.forEach((other, index) => {
    const temperature = temperatures[index] ?? null
    if (other.id === zone.id || temperature === null || temperature <= own) return
    const distance = Math.hypot(other.xMm - zone.xMm, other.yMm - zone.yMm)
    const gap = Math.max(0, distance - (other.diameterMm + zone.diameterMm) / 2)
    const share = SHARE_TOUCHING * Math.exp(-gap / FADES_OVER_MM)
    allowance = Math.max(allowance, share * (temperature - own))
  })
  return allowance
}
