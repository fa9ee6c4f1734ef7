import { type Framing, type Point, project, unproject } from './framing.ts'
import type { HologramStove } from './props.ts'
import { ringOf } from './vessel.ts'

/** Half of the 60 px that a wet finger needs across a ring. */
export const GRIP_PX = 30

/** What lies under a finger. `angle`: direction from the zone's centre, radians, counter-clockwise from the right. */
export interface Hit {
  readonly zone: number
  readonly part: 'ring' | 'disc'
  readonly angle: number
}

/** The zone under a pixel. Between two rings the nearer one; its ring wins over its disc where both are in reach. */
export function hitAt(framing: Framing, stove: HologramStove, pixel: Point): Hit | null {
  const at = unproject(framing, pixel)
  if (at === null) return null
  let best: Hit | null = null
  let bestDistance = Infinity
  for (const zone of stove.zones) {
    const dx = at.x - zone.xMm
    const dy = at.y - zone.yMm
    const rho = Math.hypot(dx, dy)
    const angle = Math.atan2(dy, dx)
    const ring = ringOf(zone, stove)
    const onRing = project(framing, {
      x: zone.xMm + ring.radius * Math.cos(angle),
      y: zone.yMm + ring.radius * Math.sin(angle),
      h: 0,
    })
    const away = Math.hypot(onRing.x - pixel.x, onRing.y - pixel.y)
    const inside = rho < ring.radius
    // The middle of a zone selects it: an angle means nothing there.
    const part = away <= GRIP_PX && rho > ring.radius * 0.4 ? 'ring' : 'disc'
    if (part === 'disc' && !inside) continue
    const distance = inside ? 0 : away
    if (distance < bestDistance) {
      bestDistance = distance
      best = { zone: zone.id, part, angle }
    }
  }
  return best
}

/** Direction of a pixel seen from a zone's centre; null above the horizon. */
export function angleFrom(framing: Framing, stove: HologramStove, zone: number, pixel: Point): number | null {
  const about = stove.zones.find((each) => each.id === zone)
  const at = unproject(framing, pixel)
  return about === undefined || at === null ? null : Math.atan2(at.y - about.yMm, at.x - about.xMm)
}
