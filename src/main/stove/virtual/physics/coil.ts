import type { ZoneParameters } from './parameters.ts'
import type { Vessel } from './vessel.ts'

/** Share of its field below which a zone does not see a pan: a spoon or a small cup must not heat. */
const LEAST_COVERAGE = 0.4

/** How a coil couples to the pan that stands on it. */
export interface Coupling {
  /** Share of the heat that enters each cell of the plate; all together 1. */
  readonly weights: Float64Array
  /** Share of the coil's field that the pan covers, 0 to 1. */
  readonly coverage: number
}

/**
 * Heat of eddy currents at a point over the coil, relative: none in the middle, most on a ring (measured profiles of
 * pancake coils peak near the mean radius of the winding), uneven round it. `x`, `y` in m from the coil's centre.
 */
function ring(x: number, y: number, radius: number, zone: ZoneParameters): number {
  const outward = Math.hypot(x, y) / radius
  if (outward > 1.08) return 0
  const angle = Math.atan2(y, x)
  const uneven =
    1 +
    zone.unevenOnce * Math.cos(angle - zone.unevenOnceAngle) +
    zone.unevenTwice * Math.cos(2 * (angle - zone.unevenTwiceAngle))
  // The axis itself has no field along the winding: the middle is heated by conduction only.
  const middle = Math.min(1, (outward / 0.3) ** 2)
  return middle * uneven * Math.exp(-(((outward - zone.ringRadius) / zone.ringWidth) ** 2))
}

/** The whole field over a coil of this radius (m), to measure coverage against. */
function wholeField(radius: number, zone: ZoneParameters): number {
  const steps = 60
  const size = (2.2 * radius) / steps
  let sum = 0
  for (let row = 0; row < steps; row++) {
    for (let column = 0; column < steps; column++) {
      sum += ring((column + 0.5) * size - 1.1 * radius, (row + 0.5) * size - 1.1 * radius, radius, zone)
    }
  }
  return sum * size * size
}

export function couple(vessel: Vessel, diameter: number, zone: ZoneParameters): Coupling {
  const radius = diameter / 2
  const { plate, parameters, bump } = vessel
  const weights = new Float64Array(plate.count)
  let field = 0
  let sum = 0
  for (let cell = 0; cell < plate.count; cell++) {
    const x = (plate.x[cell] ?? 0) + parameters.offsetX
    const y = (plate.y[cell] ?? 0) + parameters.offsetY
    const here = ring(x, y, radius, zone)
    field += here * plate.cellArea
    // A base that stands off the glass couples less, some 10 % for each millimetre.
    const weight = here * (1 - 100 * (bump[cell] ?? 0))
    weights[cell] = weight
    sum += weight
  }
  if (sum > 0) for (let cell = 0; cell < plate.count; cell++) weights[cell] = (weights[cell] ?? 0) / sum
  return { weights, coverage: Math.min(1, field / wholeField(radius, zone)) }
}

/** Whether an inverter would start on this coupling. */
export function detects(coupling: Coupling): boolean {
  return coupling.coverage >= LEAST_COVERAGE
}
