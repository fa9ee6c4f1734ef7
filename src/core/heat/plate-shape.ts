import { COIL_RING, EFFICIENCY, PLATE, ROOM } from './parameters.ts'

/**
 * The shape of the heat over a pan's base: a disc of a middling plate in rings, heated by a coil's ring, with
 * conduction between the rings. Its level is never trusted: it is carried to the estimated centre with every step,
 * as contents and losses that nobody knows take heat from all of it. What remains is how much hotter the ring is
 * than the middle, how cool the rim, and how fast that evens out when the power goes.
 */
const RINGS = 15

/** Pans reach over their zone: the disc of the model as a share of the zone's radius. */
const EXTENT = 1.25

/** Temperature of each ring over the centre, K; ring 0 is the middle. */
export type PlateShape = readonly number[]

export const FLAT: PlateShape = Array.from({ length: RINGS }, () => 0)

/** The explicit scheme is stable up to half of dr² / (k/c); this keeps some distance. */
const STABLE = 0.4
/** Longest step all the same, s: the power is held for so long. */
const LONGEST_STEP = 1

/** Share of the power that each ring gets per area, so that the disc gets all of it. */
const SOURCE: readonly number[] = sourceProfile()

function sourceProfile(): readonly number[] {
  const raw = Array.from({ length: RINGS }, (_, ring) => {
    const off = (((ring + 0.5) / RINGS) * EXTENT - COIL_RING.radius) / COIL_RING.width
    return Math.exp(-off * off)
  })
  // Ring areas grow as 2 i + 1, and together they are RINGS squared; the flux is counted over the zone's own area.
  const total = raw.reduce((sum, value, ring) => sum + value * (2 * ring + 1), 0) * (EXTENT / RINGS) ** 2
  return raw.map((value) => value / total)
}

/**
 * One step of `elapsed` seconds at `power` watts on a disc of `radius` metres whose centre is at `centre` degrees
 * and changes by `rate` K/s.
 */
export function advanceShape(
  shape: PlateShape,
  elapsed: number,
  power: number,
  radius: number,
  centre: number,
  rate: number,
): PlateShape {
  const area = Math.PI * radius * radius
  const flux = (EFFICIENCY * power) / area
  const loss = wetness(flux, centre, rate) * PLATE.wetLoss + PLATE.dryLoss
  const width = (radius * EXTENT) / RINGS
  const exchange = PLATE.conduction / PLATE.capacity / (width * width)
  const steps = Math.max(1, Math.ceil(elapsed / Math.min(LONGEST_STEP, STABLE / exchange)))
  const dt = elapsed / steps
  let now = shape
  for (let step = 0; step < steps; step++)
    now = stepRings(now, dt, exchange, flux / PLATE.capacity, loss / PLATE.capacity)
  return now
}

/**
 * How much of the heat goes into contents, 0 to 1: what arrives, less what the plate itself stores and loses dry.
 * Without power nothing is heard of contents, and the shape is nearly flat anyway.
 */
function wetness(flux: number, centre: number, rate: number): number {
  if (flux < 1000) return 0.3
  const kept = PLATE.capacity * Math.max(0, rate) + PLATE.dryLoss * (centre - ROOM)
  return Math.min(1, Math.max(0, (flux - kept) / flux))
}

function stepRings(shape: PlateShape, dt: number, exchange: number, heating: number, loss: number): number[] {
  const next: number[] = []
  for (let ring = 0; ring < RINGS; ring++) {
    const here = shape[ring] ?? 0
    const inner = ring === 0 ? 0 : (ring / (ring + 0.5)) * ((shape[ring - 1] ?? here) - here)
    const outer = ring === RINGS - 1 ? 0 : ((ring + 1) / (ring + 0.5)) * ((shape[ring + 1] ?? here) - here)
    // Losses pull towards the temperature of the contents, which is the same for all rings: it drops out below.
    next.push(here + dt * (exchange * (inner + outer) + heating * (SOURCE[ring] ?? 0) - loss * here))
  }
  const middle = next[0] ?? 0
  return next.map((value) => value - middle)
}

/** Kelvin over the centre at a radius as a share of the zone's, 0 to 1, linear between the middles of the rings. */
export function shapeAt(shape: PlateShape, radius: number): number {
  const place = Math.min(RINGS - 1, Math.max(0, (radius / EXTENT) * RINGS - 0.5))
  const ring = Math.floor(place)
  const here = shape[ring] ?? 0
  return here + (place - ring) * ((shape[ring + 1] ?? here) - here)
}
