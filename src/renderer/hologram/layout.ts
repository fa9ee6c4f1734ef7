import { type Box, circleBox, ELEVATION, type Framing, fit, join, type Point, project } from './framing.ts'
import type { HologramStove, HologramZone } from './props.ts'
import { ringOf, type Vessel, vesselOf } from './vessel.ts'

/** Thickness of the slab in millimetres. */
export const SLAB_MM = 18

export type Side = 'above' | 'below' | 'left' | 'right'
export type Flow = 'row' | 'column'

export interface Size {
  readonly width: number
  readonly height: number
}

/** The place of one zone's labels on the screen, and the line that ties them to the zone. */
export interface Slot {
  readonly zone: number
  readonly side: Side
  readonly box: Box
  /** Whether a step's bubble stands beside the reading or beyond it. */
  readonly flow: Flow
  /** From the slot's edge to the dial's ring. */
  readonly leader: { readonly from: Point; readonly to: Point }
}

export interface Layout {
  readonly framing: Framing
  readonly slots: readonly Slot[]
}

export interface LayoutWish {
  readonly stove: HologramStove
  /** What cards leave free, in pixels. */
  readonly room: Box
  /** What a reading needs, and what a bubble needs; null while no bubbles are expected. */
  readonly reading: Size
  readonly bubble: Size | null
  /** Distance kept between labels, and between labels and the stove. */
  readonly gap: number
  readonly plan: boolean
}

const SIDES: readonly Side[] = ['above', 'below', 'left', 'right']

/** Rows: labels over the back zones and under the front ones. It lets the stove be as wide as the room. */
function inRows(stove: HologramStove, zone: HologramZone): Side {
  if (zone.yMm !== 0) return zone.yMm > 0 ? 'above' : 'below'
  const back = stove.zones.filter((other) => other.yMm > 0).length
  return back * 2 < stove.zones.length ? 'above' : 'below'
}

/** Columns: labels beside the stove. Zones of a middle column go over or under it, or all right when it is alone. */
function inColumns(stove: HologramStove, zone: HologramZone): Side {
  const middle = (other: HologramZone): boolean => Math.abs(other.xMm) < stove.widthMm * 0.1
  if (!middle(zone)) return zone.xMm < 0 ? 'left' : 'right'
  return stove.zones.every(middle) ? 'right' : inRows(stove, zone)
}

/** Everything that is drawn of the stove, whether pans stand on it or not: the camera must not move when one does. */
function extentOf(stove: HologramStove, plan: boolean): (framing: Framing) => Box {
  const vessels = stove.zones.map((zone) => vesselOf(zone, stove))
  return (framing) => {
    let box: Box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
    for (const sx of [-0.5, 0.5]) {
      for (const sy of [-0.5, 0.5]) {
        for (const h of [0, -SLAB_MM]) {
          const at = project(framing, { x: stove.widthMm * sx, y: stove.depthMm * sy, h })
          box = join(box, { left: at.x, right: at.x, top: at.y, bottom: at.y })
        }
      }
    }
    stove.zones.forEach((zone, index) => {
      box = join(box, circleBox(framing, zone.xMm, zone.yMm, ringOf(zone, stove).outer, 0))
      const vessel = vessels[index]
      if (vessel !== undefined && !plan) box = join(box, vesselBox(framing, zone, vessel))
    })
    return box
  }
}

export function vesselBox(framing: Framing, zone: HologramZone, vessel: Vessel): Box {
  const rim = circleBox(framing, zone.xMm, zone.yMm, vessel.radius, vessel.height)
  const along = vessel.radius + vessel.reach
  const tip = project(framing, {
    x: zone.xMm + along * Math.cos(vessel.angle),
    y: zone.yMm + along * Math.sin(vessel.angle),
    h: vessel.height,
  })
  return join(rim, { left: tip.x, right: tip.x, top: tip.y, bottom: tip.y })
}

/**
 * Centres of intervals along a band: each as near to its wish as order, gaps and the ends allow. Widths that do
 * not fit together shrink alike.
 */
export function spread(
  wishes: readonly number[],
  width: number,
  gap: number,
  from: number,
  to: number,
): { readonly centres: readonly number[]; readonly width: number } {
  const count = wishes.length
  const fitting = Math.max(1, Math.min(width, (to - from - gap * (count - 1)) / Math.max(1, count)))
  const order = wishes.map((_, index) => index).sort((a, b) => (wishes[a] ?? 0) - (wishes[b] ?? 0) || a - b)
  const centres: number[] = wishes.map(() => 0)
  let least = from + fitting / 2
  for (const index of order) {
    const at = Math.max(least, wishes[index] ?? 0)
    centres[index] = at
    least = at + fitting + gap
  }
  let most = to - fitting / 2
  for (const index of order.toReversed()) {
    const at = Math.min(most, centres[index] ?? 0)
    centres[index] = at
    most = at - fitting - gap
  }
  return { centres, width: fitting }
}

interface Arrangement {
  readonly sideOf: (stove: HologramStove, zone: HologramZone) => Side
  readonly flow: Flow
}

/** What one zone's labels need together. */
function labelSize(wish: LayoutWish, flow: Flow): Size {
  const { reading, bubble, gap } = wish
  if (bubble === null) return reading
  return flow === 'row'
    ? { width: reading.width + gap / 2 + bubble.width, height: Math.max(reading.height, bubble.height) }
    : { width: Math.max(reading.width, bubble.width), height: reading.height + gap / 2 + bubble.height }
}

/** Null when labels would have to be cramped. */
function arrange(wish: LayoutWish, { sideOf, flow }: Arrangement, cramped: boolean): Layout | null {
  const { stove, room, gap, plan } = wish
  const label = labelSize(wish, flow)
  const sides = stove.zones.map((zone) => sideOf(stove, zone))
  const has = (side: Side): boolean => sides.includes(side)
  const inner: Box = {
    left: room.left + (has('left') ? label.width + gap : 0),
    right: room.right - (has('right') ? label.width + gap : 0),
    top: room.top + (has('above') ? label.height + gap : 0),
    bottom: room.bottom - (has('below') ? label.height + gap : 0),
  }
  const extent = extentOf(stove, plan)
  const view = plan
    ? { elevation: Math.PI / 2, distance: Infinity }
    : { elevation: ELEVATION, distance: Math.hypot(stove.widthMm, stove.depthMm) * 2.3 }
  const framing = fit(view, extent, inner)
  const taken = extent(framing)
  const slots: Slot[] = []
  for (const side of SIDES) {
    const members = stove.zones.filter((_, index) => sides[index] === side)
    const across = side === 'above' || side === 'below'
    const centreOf = (zone: HologramZone): Point => project(framing, { x: zone.xMm, y: zone.yMm, h: 0 })
    const { centres, width } = across
      ? spread(
          members.map((zone) => centreOf(zone).x),
          label.width,
          gap,
          room.left,
          room.right,
        )
      : spread(
          members.map((zone) => centreOf(zone).y),
          label.height,
          gap,
          inner.top,
          inner.bottom,
        )
    if (!cramped && width < (across ? label.width : label.height)) return null
    members.forEach((zone, index) => {
      const centre = centres[index] ?? 0
      const box = slotBox(side, centre, width, label, gap, taken)
      slots.push({ zone: zone.id, side, box, flow, leader: leaderOf(side, box, zone, stove, framing) })
    })
  }
  return { framing, slots }
}

function slotBox(side: Side, centre: number, width: number, label: Size, gap: number, taken: Box): Box {
  switch (side) {
    case 'above':
      return {
        left: centre - width / 2,
        right: centre + width / 2,
        top: taken.top - gap - label.height,
        bottom: taken.top - gap,
      }
    case 'below':
      return {
        left: centre - width / 2,
        right: centre + width / 2,
        top: taken.bottom + gap,
        bottom: taken.bottom + gap + label.height,
      }
    case 'left':
      return {
        left: taken.left - gap - label.width,
        right: taken.left - gap,
        top: centre - width / 2,
        bottom: centre + width / 2,
      }
    case 'right':
      return {
        left: taken.right + gap,
        right: taken.right + gap + label.width,
        top: centre - width / 2,
        bottom: centre + width / 2,
      }
  }
}

function leaderOf(
  side: Side,
  box: Box,
  zone: HologramZone,
  stove: HologramStove,
  framing: Framing,
): Slot['leader'] {
  const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }
  const from =
    side === 'above'
      ? { x: middle.x, y: box.bottom }
      : side === 'below'
        ? { x: middle.x, y: box.top }
        : { x: side === 'left' ? box.right : box.left, y: middle.y }
  const [dx, dy] = { above: [0, 1], below: [0, -1], left: [-1, 0], right: [1, 0] }[side] as [number, number]
  const reach = ringOf(zone, stove).outer
  const to = project(framing, { x: zone.xMm + dx * reach, y: zone.yMm + dy * reach, h: 0 })
  return { from, to }
}

const ARRANGEMENTS: readonly Arrangement[] = [
  { sideOf: inRows, flow: 'row' },
  { sideOf: inRows, flow: 'column' },
  { sideOf: inColumns, flow: 'column' },
]

/**
 * Every arrangement is tried; of those that leave each label its room, the one that shows the largest stove wins,
 * the earlier one among near equals. Nothing here is random or measured late.
 */
export function layOut(wish: LayoutWish): Layout {
  let best: Layout | null = null
  for (const arrangement of ARRANGEMENTS) {
    const layout = arrange(wish, arrangement, false)
    if (layout !== null && (best === null || layout.framing.scale > best.framing.scale * 1.02)) best = layout
  }
  const last = best ?? arrange(wish, { sideOf: inRows, flow: 'column' }, true)
  if (last === null) throw new RangeError('a cramped arrangement is never refused')
  return last
}
