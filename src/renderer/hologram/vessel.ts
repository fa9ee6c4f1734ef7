import type { HologramStove, HologramZone } from './props.ts'

/** The ghost of a pan or pot that stands on a zone. Millimetres and radians in the hob's plane. */
export interface Vessel {
  readonly kind: 'pan' | 'pot'
  readonly radius: number
  readonly height: number
  /** Direction of the pan's handle, or of one of the pot's two lugs. */
  readonly angle: number
  /** How far the handle or lug reaches beyond the wall. */
  readonly reach: number
}

/** Zones from this diameter on take a frying pan, smaller ones a pot. */
const PAN_FROM_MM = 200

/** Where the dial's ring runs beyond the zone's edge, and how far it reaches with its ticks and knob. */
export interface Ring {
  readonly radius: number
  readonly outer: number
}

/** The widest ring that leaves its neighbours' rings alone. */
export function ringOf(zone: HologramZone, stove: HologramStove): Ring {
  const radius = zone.diameterMm / 2
  let room = 24
  for (const other of stove.zones) {
    if (other === zone) continue
    const gap = Math.hypot(other.xMm - zone.xMm, other.yMm - zone.yMm) - radius - other.diameterMm / 2
    room = Math.min(room, Math.max(10, gap / 2 - 2))
  }
  return { radius: radius + room * 0.5, outer: radius + room }
}

const HANDLE = 118
const FINEST = 36

/** How badly a handle in this direction runs over neighbouring zones or off the hob; 0 is clear. */
function trespass(zone: HologramZone, stove: HologramStove, angle: number, from: number, to: number): number {
  let cost = 0
  for (let step = 1; step <= 6; step++) {
    const along = from + ((to - from) * step) / 6
    const x = zone.xMm + along * Math.cos(angle)
    const y = zone.yMm + along * Math.sin(angle)
    for (const other of stove.zones) {
      if (other === zone) continue
      const inside = ringOf(other, stove).outer + 12 - Math.hypot(other.xMm - x, other.yMm - y)
      if (inside > 0) cost += inside
    }
    cost += Math.max(0, Math.abs(x) - stove.widthMm / 2 - 40) * 2
    cost += Math.max(0, Math.abs(y) - stove.depthMm / 2 - 30) * 2
  }
  return cost
}

/** The clearest direction for a handle; among equals the one a hand would choose: towards the front, outwards. */
function handleAngle(zone: HologramZone, stove: HologramStove, radius: number, reach: number): number {
  const wish = zone.xMm > 0 ? (-38 / 180) * Math.PI : (-142 / 180) * Math.PI
  let best = wish
  let bestCost = Infinity
  for (let i = 0; i < FINEST; i++) {
    const angle = wish + (i / FINEST) * 2 * Math.PI
    const away = 1 - Math.cos(angle - wish)
    const cost = trespass(zone, stove, angle, radius, radius + reach) + away * 20
    if (cost < bestCost - 1e-9) {
      best = angle
      bestCost = cost
    }
  }
  return best
}

export function vesselOf(zone: HologramZone, stove: HologramStove): Vessel {
  const radius = zone.diameterMm / 2 - 4
  if (zone.diameterMm < PAN_FROM_MM) {
    return { kind: 'pot', radius, height: zone.diameterMm * 0.46, angle: 0, reach: 14 }
  }
  const reach = Math.min(HANDLE, radius * 1.1)
  return {
    kind: 'pan',
    radius,
    height: Math.min(48, zone.diameterMm * 0.2),
    angle: handleAngle(zone, stove, radius, reach),
    reach,
  }
}
