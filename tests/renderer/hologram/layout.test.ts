import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Box, circleBox } from '../../../src/renderer/hologram/framing.ts'
import { layOut, type LayoutWish, spread, vesselBox } from '../../../src/renderer/hologram/layout.ts'
import { ringOf, vesselOf } from '../../../src/renderer/hologram/vessel.ts'
import { STOVES } from './harness/synthetic.ts'
import { anyStove } from './stoves.ts'

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right - 0.01 && b.left < a.right - 0.01 && a.top < b.bottom - 0.01 && b.top < a.bottom - 0.01
const inside = (a: Box, room: Box): boolean =>
  a.left >= room.left - 0.01 &&
  a.right <= room.right + 0.01 &&
  a.top >= room.top - 0.01 &&
  a.bottom <= room.bottom + 0.01

/** The three sizes with what the screens leave of them, and the size of their letters. */
const ROOMS = [
  { name: '1280x800', room: { left: 500, top: 64, right: 1280, bottom: 640 }, rem: 16 },
  { name: '1920x1080', room: { left: 480, top: 77, right: 1520, bottom: 870 }, rem: 19.2 },
  { name: '3840x2160', room: { left: 960, top: 150, right: 3040, bottom: 1740 }, rem: 37 },
]

const wishFor = (
  stove: LayoutWish['stove'],
  index: number,
  steps: readonly number[],
  plan: boolean,
): LayoutWish => {
  const { room, rem } = ROOMS[index] ?? { room: { left: 0, top: 0, right: 800, bottom: 600 }, rem: 16 }
  return {
    stove,
    room,
    reading: { width: 10 * rem, height: 4.9 * rem },
    bubble: { width: 12.5 * rem, height: 4.1 * rem },
    steps: new Set(steps.filter((zone) => zone < stove.zones.length)),
    stepRoom: true,
    gap: 0.75 * rem,
    plan,
  }
}

const anyWish = fc
  .tuple(
    fc.oneof(anyStove, fc.constantFrom(...Object.values(STOVES))),
    fc.integer({ min: 0, max: 2 }),
    fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 6 }),
    fc.boolean(),
  )
  .map(([stove, size, steps, plan]) => wishFor(stove, size, steps, plan))

describe('the labels', () => {
  test('never touch each other, a dial or a pan, and stay in their room', () => {
    fc.assert(
      fc.property(anyWish, (wish) => {
        const { framing, slots } = layOut(wish)
        expect(slots).toHaveLength(wish.stove.zones.length)
        const labels = slots.flatMap((slot) =>
          slot.bubble === null ? [slot.reading] : [slot.reading, slot.bubble],
        )
        labels.forEach((label, index) => {
          expect(inside(label, wish.room)).toBe(true)
          for (const other of labels.slice(index + 1)) expect(overlap(label, other)).toBe(false)
          for (const zone of wish.stove.zones) {
            const ring = ringOf(zone, wish.stove).outer
            expect(overlap(label, circleBox(framing, zone.xMm, zone.yMm, ring, 0))).toBe(false)
            if (wish.plan) continue
            expect(overlap(label, vesselBox(framing, zone, vesselOf(zone, wish.stove)))).toBe(false)
          }
        })
      }),
      { numRuns: 300 },
    )
  })

  test('have room for every bubble that a zone shows', () => {
    fc.assert(
      fc.property(anyWish, (wish) => {
        for (const slot of layOut(wish).slots) expect(slot.bubble !== null).toBe(wish.steps.has(slot.zone))
      }),
    )
  })

  test('do not move the camera when bubbles come and go', () => {
    fc.assert(
      fc.property(anyWish, (wish) => {
        const without = layOut({ ...wish, steps: new Set() })
        expect(layOut(wish).framing).toEqual(without.framing)
      }),
    )
  })

  test.each(ROOMS.map(({ name }, index) => [name, index] as const))(
    'leave the stove of four zones most of its room at %s',
    (_, index) => {
      const wish = wishFor(STOVES.four, index, [0], false)
      const width = STOVES.four.widthMm * layOut(wish).framing.scale
      expect(width / (wish.room.right - wish.room.left)).toBeGreaterThan(0.55)
    },
  )

  test('stand beside a narrow hob, over and under a wide one', () => {
    expect(new Set(layOut(wishFor(STOVES.two, 1, [], false)).slots.map((slot) => slot.side))).toEqual(
      new Set(['right']),
    )
    expect(new Set(layOut(wishFor(STOVES.six, 1, [], false)).slots.map((slot) => slot.side))).toEqual(
      new Set(['above', 'below']),
    )
  })
})

describe('a band of labels', () => {
  test('leaves each where it wants to be while there is room', () => {
    const spans = [
      { wish: 300, length: 100 },
      { wish: 100, length: 100 },
    ]
    expect(spread(spans, 10, 0, 400)).toEqual({ middles: [300, 100], share: 1 })
  })

  test('pushes neighbours apart, in order, and back from the ends', () => {
    const spans = [
      { wish: 380, length: 100 },
      { wish: 370, length: 100 },
    ]
    expect(spread(spans, 10, 0, 400).middles).toEqual([350, 240])
  })

  test('shrinks what cannot fit', () => {
    const spans = [
      { wish: 0, length: 300 },
      { wish: 0, length: 100 },
    ]
    expect(spread(spans, 0, 0, 200).share).toBe(0.5)
  })
})
