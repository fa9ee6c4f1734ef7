import { describe, expect, test } from 'vitest'
import { celsius } from '#core/units/quantities.ts'
import { DEFAULT_RANGE } from '../../../src/renderer/hologram/dial.ts'
import { HobLook, type Wish } from '../../../src/renderer/hologram/hob-look.ts'
import { frameOf, MOMENTS, STOVES, targetsOf } from './harness/synthetic.ts'

const stove = STOVES.four
const wishOf = (moment: string): Wish => ({
  targets: targetsOf(stove, moment),
  selected: null,
  steps: new Set(),
  range: DEFAULT_RANGE,
})

function lookAt(moment: string): { look: HobLook; changes: () => number } {
  const look = new HobLook(stove)
  look.wish(wishOf(moment))
  look.tell(frameOf(stove, moment), wishOf(moment), false)
  look.settle()
  let changes = 0
  look.onChange(() => changes++)
  return { look, changes: () => changes }
}

describe('what the hob looks like', () => {
  test('the same frame again asks for nothing', () => {
    const { look, changes } = lookAt('hot')
    look.tell(frameOf(stove, 'hot'), wishOf('hot'), false)
    look.wish(wishOf('hot'))
    expect(changes()).toBe(0)
    expect(look.advance(16)).toBe(false)
  })

  test('law 9: an unknown zone has no heat colour, gives no light and reads nothing', () => {
    const { look } = lookAt('doubt')
    const unknown = look.zones[MOMENTS['doubt']?.findIndex((zone) => zone.quality === 'unknown') ?? -1]
    expect(unknown?.heat.value).toBe(0)
    expect(unknown?.reading.value).toBe(0)
    expect(unknown?.residual.value).toBe(1)
  })

  test('law 9: stale is marked, and live again when a live frame comes', () => {
    const { look, changes } = lookAt('doubt')
    expect(look.zones[0]?.stale.value).toBe(1)
    look.tell(frameOf(stove, 'cook'), wishOf('cook'), false)
    look.settle()
    expect(look.zones[0]?.stale.value).toBe(0)
    expect(changes()).toBe(1)
  })

  test('law 9: when the kitchen falls silent everything known turns stale', () => {
    const { look, changes } = lookAt('hot')
    look.tell(frameOf(stove, 'hot'), wishOf('hot'), true)
    expect(changes()).toBe(1)
    expect(look.zones.map((zone) => zone.stale.goal)).toEqual([1, 1, 1, 1])
  })

  test('law 9: without any frame nothing is known', () => {
    const { look } = lookAt('hot')
    look.tell(null, wishOf('hot'), false)
    expect(look.zones.map((zone) => zone.heat.goal)).toEqual([0, 0, 0, 0])
  })

  test('a ring follows the finger at once and is marked as not yet accepted', () => {
    const { look } = lookAt('hot')
    look.hold(0, 0.9, true)
    expect(look.zones[0]?.target.value).toBe(0.9)
    expect(look.zones[0]?.pending.goal).toBe(1)
  })

  test('a lifted ring waits for the kitchen and then shows what the kitchen says', () => {
    const { look } = lookAt('hot')
    look.hold(0, 0.9, true)
    look.hold(0, 0.9, false)
    look.wish(wishOf('hot'))
    expect(look.zones[0]?.target.goal).toBe(0.9)
    const targets = wishOf('hot').targets.with(0, { kind: 'temperature', celsius: celsius(165) })
    look.wish({ ...wishOf('hot'), targets })
    expect(look.zones[0]?.target.goal).toBeCloseTo(0.5)
    expect(look.zones[0]?.pending.goal).toBe(0)
  })

  test('a snapshot that comes while the finger turns does not take the ring away', () => {
    const { look } = lookAt('hot')
    look.hold(0, 0.8, true)
    look.wish({ ...wishOf('hot'), targets: wishOf('cold').targets })
    expect(look.zones[0]?.target.goal).toBe(0.8)
  })

  test('a refused ring goes back', () => {
    const { look } = lookAt('hot')
    const before = look.fractionOf(0)
    look.hold(0, 1, false)
    look.release()
    expect(look.zones[0]?.target.goal).toBe(before)
  })

  test('every motion comes to rest within two seconds', () => {
    const { look } = lookAt('cold')
    look.wish(wishOf('hot'))
    look.tell(frameOf(stove, 'hot'), wishOf('hot'), false)
    let time = 0
    while (look.advance(16) && time < 5000) time += 16
    expect(time).toBeLessThan(2000)
  })
})
