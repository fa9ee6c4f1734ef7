import { type Box, circleBox, ELEVATION, type Framing, fit, join, type Point, project } from './framing.ts'
import type { HologramStove, HologramZone } from './props.ts'
import { ringOf, type Vessel, vesselOf } from './vessel.ts'

/** Thickness of the slab in millimetres. */
export const SLAB_MM = 18

type Side = 'above' | 'below' | 'left' | 'right'

export interface Size {
  readonly width: number
  readonly height: number
}

/** The place of one zone's labels on the screen, and the line that ties them to the zone. */
export interface Slot {
  readonly zone: number
  readonly side: Side
  /** Everything of the zone: reading and, where it has one, the step's bubble. */
  readonly box: Box
  readonly reading: Box
  /** Null for a zone without a step. */
  readonly bubble: Box | null
  /** From the reading's edge to the dial's ring. */
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
  /** What a reading needs, and what a step's bubble needs. */
  readonly reading: Size
  readonly bubble: Size
  /** Zones that have a bubble now. */
  readonly steps: ReadonlySet<number>
  /** Bubbles may come: their height is kept free, so that the camera stays when they do. */
  readonly stepRoom: boolean
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

/** One label along a band: where it would like its middle, and how long it is. */
export interface Span {
  readonly wish: number
  readonly length: number
}

/**
 * Middles of labels along a band: each as near to its wish as order, gaps and the ends allow. Lengths that do not
 * fit together shrink alike, by `share`.
 */
export function spread(
  spans: readonly Span[],
  gap: number,
  from: number,
  to: number,
): { readonly middles: readonly number[]; readonly share: number } {
  const total = spans.reduce((sum, span) => sum + span.length, 0)
  const share = Math.min(1, Math.max(0.01, (to - from - gap * (spans.length - 1)) / Math.max(1, total)))
  const order = spans
    .map((_, index) => index)
    .sort((a, b) => (spans[a]?.wish ?? 0) - (spans[b]?.wish ?? 0) || a - b)
  const middles: number[] = spans.map(() => 0)
  let least = from
  for (const index of order) {
    const half = ((spans[index]?.length ?? 0) * share) / 2
    middles[index] = Math.max(least + half, spans[index]?.wish ?? 0)
    least = (middles[index] ?? 0) + half + gap
  }
  let most = to
  for (const index of order.toReversed()) {
    const half = ((spans[index]?.length ?? 0) * share) / 2
    middles[index] = Math.min(most - half, middles[index] ?? 0)
    most = (middles[index] ?? 0) - half - gap
  }
  return { middles, share }
}

type SideOf = (stove: HologramStove, zone: HologramZone) => Side

/** Depth of the band on a side, away from the stove. Over and under the stove a bubble stands beside its reading. */
function bandDepth(wish: LayoutWish, side: Side): number {
  const { reading, bubble, steps, stepRoom } = wish
  const asked = stepRoom || steps.size > 0
  return side === 'above' || side === 'below'
    ? Math.max(reading.height, asked ? bubble.height : 0)
    : Math.max(reading.width, asked ? bubble.width : 0)
}

/** The bubble goes to the outer side of its reading, where there is room, so that the reading can keep its place. */
const outwards = (zone: HologramZone): -1 | 1 => (zone.xMm < 0 ? -1 : 1)

interface Band {
  readonly slots: readonly Slot[]
  /** Less than 1: labels had to shrink. */
  readonly share: number
}

function bandOf(
  side: Side,
  members: readonly HologramZone[],
  wish: LayoutWish,
  framing: Framing,
  taken: Box,
): Band {
  const { stove, room, reading, bubble, steps, gap } = wish
  const depth = bandDepth(wish, side)
  const across = side === 'above' || side === 'below'
  const near = gap / 2
  const spans = members.map((zone): Span => {
    const anchor = anchorOf(side, zone, stove, framing)
    const extra = steps.has(zone.id) ? near + (across ? bubble.width : bubble.height) : 0
    return across
      ? { wish: anchor.x + (outwards(zone) * extra) / 2, length: reading.width + extra }
      : { wish: anchor.y + extra / 2, length: reading.height + extra }
  })
  const { middles, share } = across
    ? spread(spans, gap, room.left, room.right)
    : spread(spans, gap, room.top, room.bottom)
  const slots = members.map((zone, index): Slot => {
    const middle = middles[index] ?? 0
    const half = ((spans[index]?.length ?? 0) * share) / 2
    const box = bandBox(side, middle - half, middle + half, depth, gap, taken)
    const own = across ? reading.width * share : reading.height * share
    const first = steps.has(zone.id) && across && outwards(zone) < 0 ? middle + half - own : middle - half
    const readingBox = across
      ? { ...box, left: first, right: first + own }
      : { ...box, top: first, bottom: first + own }
    let bubbleBox: Box | null = null
    if (steps.has(zone.id)) {
      if (!across) bubbleBox = { ...box, top: readingBox.bottom + near }
      else if (outwards(zone) < 0) bubbleBox = { ...box, right: readingBox.left - near }
      else bubbleBox = { ...box, left: readingBox.right + near }
    }
    const leader = { from: edgeOf(side, readingBox), to: anchorOf(side, zone, stove, framing) }
    return { zone: zone.id, side, box, reading: readingBox, bubble: bubbleBox, leader }
  })
  return { slots, share }
}

/** A piece of the band on a side, from one place along it to another. */
function bandBox(side: Side, from: number, to: number, depth: number, gap: number, taken: Box): Box {
  switch (side) {
    case 'above':
      return { left: from, right: to, top: taken.top - gap - depth, bottom: taken.top - gap }
    case 'below':
      return { left: from, right: to, top: taken.bottom + gap, bottom: taken.bottom + gap + depth }
    case 'left':
      return { left: taken.left - gap - depth, right: taken.left - gap, top: from, bottom: to }
    case 'right':
      return { left: taken.right + gap, right: taken.right + gap + depth, top: from, bottom: to }
  }
}

/** The middle of the edge that faces the stove. */
function edgeOf(side: Side, box: Box): Point {
  const x = (box.left + box.right) / 2
  const y = (box.top + box.bottom) / 2
  switch (side) {
    case 'above':
      return { x, y: box.bottom }
    case 'below':
      return { x, y: box.top }
    case 'left':
      return { x: box.right, y }
    case 'right':
      return { x: box.left, y }
  }
}

const TOWARDS: Readonly<Record<Side, readonly [number, number]>> = {
  above: [0, 1],
  below: [0, -1],
  left: [-1, 0],
  right: [1, 0],
}

/** The point of a zone's dial that faces a side. */
function anchorOf(side: Side, zone: HologramZone, stove: HologramStove, framing: Framing): Point {
  const [dx, dy] = TOWARDS[side]
  const reach = ringOf(zone, stove).outer
  return project(framing, { x: zone.xMm + dx * reach, y: zone.yMm + dy * reach, h: 0 })
}

interface Arranged {
  readonly layout: Layout
  readonly share: number
}

function arrange(wish: LayoutWish, sideOf: SideOf): Arranged {
  const { stove, room, gap, plan } = wish
  const sides = stove.zones.map((zone) => sideOf(stove, zone))
  const kept = (side: Side): number => (sides.includes(side) ? bandDepth(wish, side) + gap : 0)
  const inner: Box = {
    left: room.left + kept('left'),
    right: room.right - kept('right'),
    top: room.top + kept('above'),
    bottom: room.bottom - kept('below'),
  }
  const extent = extentOf(stove, plan)
  const view = plan
    ? { elevation: Math.PI / 2, distance: Infinity }
    : { elevation: ELEVATION, distance: Math.hypot(stove.widthMm, stove.depthMm) * 2.3 }
  const framing = fit(view, extent, inner)
  const taken = extent(framing)
  const bands = SIDES.map((side) => {
    const members = stove.zones.filter((_, index) => sides[index] === side)
    return bandOf(side, members, wish, framing, taken)
  })
  return {
    layout: { framing, slots: bands.flatMap((band) => band.slots) },
    share: Math.min(...bands.map((band) => band.share)),
  }
}

/**
 * Both arrangements are tried; the one that shows the larger stove wins, unless its labels would be cramped and the
 * other's would not. Nothing here is random or measured late.
 */
export function layOut(wish: LayoutWish): Layout {
  // Bubbles come and go: which arrangement is used may not depend on them.
  const calm = { ...wish, steps: new Set<number>(), stepRoom: wish.stepRoom || wish.steps.size > 0 }
  const rows = arrange(calm, inRows)
  const columns = arrange(calm, inColumns)
  const larger = columns.layout.framing.scale > rows.layout.framing.scale * 1.02
  const inCols = columns.share >= 1 && (larger || rows.share < 1)
  return arrange(wish, inCols ? inColumns : inRows).layout
}
