/**
 * The camera as plain numbers: a pin-hole that looks down on the hob's centre at a fixed elevation, with lens
 * shift, so that the stove can stand anywhere on the screen without tilting. At 90 degrees and infinite distance
 * it is the plan view of the flat hob. Hob millimetres: x right, y to the back, h up from the glass.
 */
export interface Framing {
  /** Angle of view above the horizon, radians. */
  readonly elevation: number
  /** Distance of the eye from the hob's centre in millimetres; Infinity for the plan view. */
  readonly distance: number
  /** Pixels per millimetre at the hob's centre. */
  readonly scale: number
  /** Where the hob's centre stands on the screen, pixels. */
  readonly centreX: number
  readonly centreY: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Solid extends Point {
  readonly h: number
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Looking down this steeply shows the heat as an area and the pans as volumes. */
export const ELEVATION = (52 / 180) * Math.PI

/** Depth along the line of sight, as a share of the distance: nearer things are larger. */
function shrink(framing: Pick<Framing, 'elevation' | 'distance'>, point: Solid): number {
  if (framing.distance === Infinity) return 1
  const nearer = point.h * Math.sin(framing.elevation) - point.y * Math.cos(framing.elevation)
  return framing.distance / (framing.distance - nearer)
}

export function project(framing: Framing, point: Solid): Point {
  const size = framing.scale * shrink(framing, point)
  const up = point.y * Math.sin(framing.elevation) + point.h * Math.cos(framing.elevation)
  return { x: framing.centreX + point.x * size, y: framing.centreY - up * size }
}

/** The point of the glass (h = 0) under a pixel; null above the horizon. */
export function unproject(framing: Framing, pixel: Point): Point | null {
  const u = (pixel.x - framing.centreX) / framing.scale
  const v = (framing.centreY - pixel.y) / framing.scale
  const sin = Math.sin(framing.elevation)
  if (framing.distance === Infinity) return { x: u, y: v / sin }
  const pull = (v * Math.cos(framing.elevation)) / framing.distance
  if (sin - pull <= 1e-6) return null
  const y = v / (sin - pull)
  return { x: u * (1 + (y * Math.cos(framing.elevation)) / framing.distance), y }
}

/** The screen box around a circle that lies at height h; exact enough from 48 points. */
export function circleBox(framing: Framing, x: number, y: number, radius: number, h: number): Box {
  let left = Infinity
  let top = Infinity
  let right = -Infinity
  let bottom = -Infinity
  for (let i = 0; i < 48; i++) {
    const angle = (i / 48) * 2 * Math.PI
    const at = project(framing, { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle), h })
    left = Math.min(left, at.x)
    right = Math.max(right, at.x)
    top = Math.min(top, at.y)
    bottom = Math.max(bottom, at.y)
  }
  return { left, top, right, bottom }
}

export const join = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
})

/** The framing in which everything that `extent` measures just fits the room, in its middle. */
export function fit(
  view: Pick<Framing, 'elevation' | 'distance'>,
  extent: (framing: Framing) => Box,
  room: Box,
): Framing {
  const unit = extent({ ...view, scale: 1, centreX: 0, centreY: 0 })
  const scale = Math.max(
    0.05,
    Math.min(
      (room.right - room.left) / (unit.right - unit.left),
      (room.bottom - room.top) / (unit.bottom - unit.top),
    ),
  )
  return {
    ...view,
    scale,
    centreX: (room.left + room.right) / 2 - ((unit.left + unit.right) / 2) * scale,
    centreY: (room.top + room.bottom) / 2 - ((unit.top + unit.bottom) / 2) * scale,
  }
}
