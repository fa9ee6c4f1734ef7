import {
  BufferAttribute,
  BufferGeometry,
  CapsuleGeometry,
  LatheGeometry,
  Matrix4,
  RingGeometry,
  TorusGeometry,
  Vector2,
} from 'three'
import type { HologramStove, HologramZone } from '../props.ts'
import { ringOf, type Vessel } from '../vessel.ts'

/** A flat square from -1 to 1 in the plane of the glass; the shader scales it. */
export function planeGeometry(): BufferGeometry {
  const geometry = new BufferGeometry()
  geometry.setAttribute(
    'position',
    new BufferAttribute(new Float32Array([-1, 0, -1, 1, 0, -1, 1, 0, 1, -1, 0, 1]), 3),
  )
  geometry.setAttribute(
    'normal',
    new BufferAttribute(new Float32Array([0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0]), 3),
  )
  geometry.setIndex([0, 2, 1, 0, 3, 2])
  return geometry
}

/** Room beyond the dial for the mark of a selected zone and the knob's glow. */
export const DIAL_MARGIN = 8

/** The annulus that the dial needs, as a share of its reach: what lies inside is the disc's alone. */
export function ringGeometry(zone: HologramZone, stove: HologramStove): BufferGeometry {
  const reach = ringOf(zone, stove).outer + DIAL_MARGIN
  const inner = (zone.diameterMm / 2 - 4) / reach
  // A polygon's edge cuts the circle: a little more outside keeps the whole ring.
  const geometry = new RingGeometry(inner, 1.003, 64)
  geometry.rotateX(-Math.PI / 2)
  return geometry
}

const CORNER = 14
const BEVEL = 7

/** A slab with rounded corners and a rounded upper edge, its top at y = 0. Millimetres. */
export function slabGeometry(
  width: number,
  depth: number,
  thickness: number,
  corner: number,
  bevel: number,
): BufferGeometry {
  const outline: { x: number; z: number; nx: number; nz: number }[] = []
  for (let quarter = 0; quarter < 4; quarter++) {
    const sx = quarter === 0 || quarter === 3 ? 1 : -1
    const sz = quarter < 2 ? 1 : -1
    for (let i = 0; i <= CORNER; i++) {
      const angle = ((quarter + i / CORNER) * Math.PI) / 2
      const nx = Math.cos(angle)
      const nz = Math.sin(angle)
      outline.push({
        x: sx * (width / 2 - corner) + corner * nx,
        z: sz * (depth / 2 - corner) + corner * nz,
        nx,
        nz,
      })
    }
  }
  const position: number[] = [0, 0, 0]
  const normal: number[] = [0, 1, 0]
  const rings: { inset: number; y: number; up: number }[] = []
  for (let i = 0; i <= BEVEL; i++) {
    const angle = (i / BEVEL) * (Math.PI / 2)
    rings.push({
      inset: bevel * (1 - Math.sin(angle)),
      y: bevel * (Math.cos(angle) - 1),
      up: Math.cos(angle),
    })
  }
  rings.push({ inset: 0, y: -thickness, up: 0 })
  for (const ring of rings) {
    const out = Math.sqrt(1 - ring.up * ring.up)
    for (const point of outline) {
      position.push(point.x - point.nx * ring.inset, ring.y, point.z - point.nz * ring.inset)
      normal.push(point.nx * out, ring.up, point.nz * out)
    }
  }
  const index: number[] = []
  const count = outline.length
  for (let i = 0; i < count; i++) {
    const next = (i + 1) % count
    index.push(0, 1 + next, 1 + i)
    for (let ring = 0; ring + 1 < rings.length; ring++) {
      const a = 1 + ring * count + i
      const b = 1 + ring * count + next
      index.push(a, b, a + count, b, b + count, a + count)
    }
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(position), 3))
  geometry.setAttribute('normal', new BufferAttribute(new Float32Array(normal), 3))
  geometry.setIndex(index)
  return geometry
}

/** The wall's profile from foot to lip, radius and height in millimetres. */
function profileOf(vessel: Vessel): Vector2[] {
  const { radius, height } = vessel
  const foot = vessel.kind === 'pan' ? radius * 0.93 : radius * 0.965
  const points = [new Vector2(foot, 0.5)]
  for (let i = 1; i <= 6; i++) {
    const angle = (i / 6) * (Math.PI / 2)
    points.push(new Vector2(foot + (radius - foot) * 0.55 * Math.sin(angle), 0.5 + 7 * (1 - Math.cos(angle))))
  }
  points.push(new Vector2(radius, height - 4), new Vector2(radius, height))
  return points
}

/** Half the width of the band in which a vessel's lip is drawn as a smooth line. */
const LIP = 4

/** The lip as a flat band: one layer of glass from above; the shader draws the line along its middle. */
function lipOf(vessel: Vessel): BufferGeometry {
  const ring = new RingGeometry(vessel.radius + 1 - LIP, vessel.radius + 1 + LIP, 96, 1)
  ring.rotateX(-Math.PI / 2)
  ring.translate(0, vessel.height, 0)
  return withAlong(ring, (x, z) => -2 + (Math.hypot(x, z) - vessel.radius - 1) / LIP)
}

/**
 * Which part of a vessel a vertex belongs to, and where in it: 0 = the wall, above 0 to 1 = out along a handle,
 * -3 to -1 = across the lip.
 */
function withAlong(geometry: BufferGeometry, along: (x: number, z: number) => number): BufferGeometry {
  const position = geometry.getAttribute('position')
  const values = new Float32Array(position.count)
  for (let i = 0; i < position.count; i++) values[i] = along(position.getX(i), position.getZ(i))
  geometry.setAttribute('along', new BufferAttribute(values, 1))
  return geometry
}

/** Pan with a handle or pot with two lugs, as one geometry with the attributes position, normal and along. */
export function vesselGeometry(vessel: Vessel): BufferGeometry {
  const { radius, height, reach } = vessel
  const parts = [withAlong(new LatheGeometry(profileOf(vessel), 96), () => 0), lipOf(vessel)]
  if (vessel.kind === 'pan') {
    const handle = new CapsuleGeometry(6.5, reach, 6, 20)
    handle.applyMatrix4(new Matrix4().makeRotationZ(Math.PI / 2))
    handle.applyMatrix4(new Matrix4().makeScale(1, 0.5, 1))
    handle.applyMatrix4(new Matrix4().makeRotationZ(0.1))
    handle.applyMatrix4(new Matrix4().makeTranslation(radius + reach / 2 - 1, height * 0.86, 0))
    parts.push(withAlong(handle, (x) => Math.min(1, Math.max(0.02, (x - radius) / reach))))
  } else {
    for (const turn of [0, Math.PI]) {
      const lug = new TorusGeometry(reach, 2.6, 8, 24, Math.PI)
      lug.applyMatrix4(new Matrix4().makeRotationX(Math.PI / 2))
      lug.applyMatrix4(new Matrix4().makeRotationY(Math.PI / 2))
      lug.applyMatrix4(new Matrix4().makeScale(0.85, 1, 1.15))
      lug.applyMatrix4(new Matrix4().makeTranslation(radius, height * 0.8, 0))
      withAlong(lug, () => 0.3)
      lug.applyMatrix4(new Matrix4().makeRotationY(turn))
      parts.push(lug)
    }
  }
  const whole = merge(parts)
  for (const part of parts) part.dispose()
  // Hob angles grow towards the back, three's about y as well: the same sense.
  whole.applyMatrix4(new Matrix4().makeRotationY(vessel.angle))
  return whole
}

function merge(parts: readonly BufferGeometry[]): BufferGeometry {
  const merged = new BufferGeometry()
  for (const [name, size] of [
    ['position', 3],
    ['normal', 3],
    ['along', 1],
  ] as const) {
    const arrays = parts.map((part) => part.getAttribute(name).array)
    const all = new Float32Array(arrays.reduce((sum, array) => sum + array.length, 0))
    let at = 0
    for (const array of arrays) {
      all.set(array, at)
      at += array.length
    }
    merged.setAttribute(name, new BufferAttribute(all, size))
  }
  const index: number[] = []
  let base = 0
  for (const part of parts) {
    for (const i of part.getIndex()?.array ?? []) index.push(base + i)
    base += part.getAttribute('position').count
  }
  merged.setIndex(index)
  return merged
}
