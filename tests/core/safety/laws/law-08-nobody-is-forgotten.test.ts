import { describe, expect, test } from 'vitest'
import type { ZoneTarget } from '#core/stove/stove.ts'
import { keepTimes, levelOf, longestUntil } from '#core/safety/attendance.ts'
import { celsius } from '#core/units/quantities.ts'
import { KitchenRig, liquid, power, simmer, temperature } from '../support/kitchen-rig.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A pot that takes any power for hours without any other law minding. */
function patient(): KitchenRig {
  const rig = KitchenRig.ready()
  for (const pot of rig.toy.pots) Object.assign(pot, { celsius: 99, boils: 99, heat: 9000 })
  rig.happen({ type: 'lost', reason: 'unplugged' })
  rig.connect()
  rig.run(1500)
  return rig
}

describe('law 8: nobody is forgotten', () => {
  test.each<[string, ZoneTarget, number]>([
    ['frying', power(0.9), 30 * MINUTE],
    ['cooking', power(0.5), 90 * MINUTE],
  ])('%s without a hand at the display ends, after a warning five minutes ahead', (_, target, limit) => {
    const rig = patient()
    rig.touch(target)
    const began = rig.at
    expect(rig.view.attendanceDueAt).toBe(began + limit - 5 * MINUTE)
    expect(rig.view.zones[0]?.offAt).toBe(began + limit)
    rig.run(limit - 100)
    expect(rig.faults).toEqual([])
    expect(rig.toy.demand[0]).toBeGreaterThan(0)
    rig.run(200)
    expect(rig.state.faults).toMatchObject([{ code: 'unattended', zone: null, cleared: true }])
    expect(rig.toy.demand).toEqual([0, 0, 0])
    expect(rig.view.attendanceDueAt).toBeNull()
  })

  test('the strongest zone decides for all', () => {
    const rig = patient()
    rig.touch(power(0.2), 0)
    const low = rig.view.attendanceDueAt
    rig.touch(power(0.8), 1)
    expect(rig.view.attendanceDueAt).toBe(rig.at + 25 * MINUTE)
    expect(low).toBe(rig.at + 3 * HOUR - 5 * MINUTE)
    rig.run(30 * MINUTE)
    expect(rig.faults).toEqual(['unattended'])
    expect(rig.target(0)).toEqual({ kind: 'off' })
  })

  test('a hand at the display begins the count anew; a program and a phone do not', () => {
    const rig = patient()
    rig.happen({
      type: 'envelope',
      envelope: [{ zone: 0, maxShare: 1, maxCelsius: celsius(200), maxLiquid: celsius(0), maxVigour: 0 }],
      by: 'cook',
    })
    rig.touch(power(0.9))
    const began = rig.at
    rig.run(10 * MINUTE)
    rig.from('program', power(0.8))
    rig.from('program', power(0.9))
    rig.from('remote', power(0.85))
    expect(rig.view.attendanceDueAt).toBe(began + 25 * MINUTE)
    rig.happen({ type: 'display-beat', display: 'hob', touched: true })
    expect(rig.view.attendanceDueAt).toBe(rig.at + 25 * MINUTE)
  })

  test('one zone is on too long at its power, however often somebody nods', () => {
    const rig = patient()
    rig.attended = true
    rig.touch(power(0.9), 0)
    rig.touch(power(0.2), 1)
    rig.run(90 * MINUTE - 100)
    expect(rig.faults).toEqual([])
    rig.run(200)
    expect(rig.state.faults).toMatchObject([{ code: 'on-too-long', zone: 0, figures: { minutes: 90 } }])
    expect(rig.target(1)).toEqual(power(0.2))
  })

  test('a program that goes down and up again does not begin the longest time anew; a hand does', () => {
    const start = 1000
    const first = keepTimes(null, power(0.9), true, start)
    const harder = keepTimes(first, power(1), false, start + HOUR)
    expect(harder === null ? 0 : longestUntil(harder)).toBe(start + 1.5 * HOUR)
    const lower = keepTimes(first, power(0.2), false, start + HOUR)
    const again = keepTimes(lower, power(0.9), false, start + HOUR + 1)
    if (first === null || again === null) throw new Error('a zone that is on has times')
    expect(longestUntil(first)).toBe(start + 1.5 * HOUR)
    // The break counts for the high level only; the zone as a whole is on since the hand.
    expect(longestUntil(again)).toBe(start + HOUR + 1 + 1.5 * HOUR)
    const hand = keepTimes(again, power(0.9), true, start + 2 * HOUR)
    if (hand === null) throw new Error('a zone that is on has times')
    expect(longestUntil(hand)).toBe(start + 3.5 * HOUR)
    expect(hand.since).toBe(start)
    let times = keepTimes(null, power(0.2), true, 0)
    for (let hour = 1; hour < 12; hour++)
      times = keepTimes(times, power(hour % 2 ? 0.9 : 0.2), false, hour * HOUR)
    if (times === null) throw new Error('a zone that is on has times')
    expect(longestUntil(times)).toBe(8 * HOUR)
  })

  test('a liquid counts as a setpoint does, a simmer is water', () => {
    expect(levelOf(liquid(80))).toBe('low')
    expect(levelOf(liquid(130))).toBe('middle')
    expect(levelOf(liquid(175))).toBe('high')
    expect(levelOf(simmer(1))).toBe('low')
  })

  test('a setpoint counts by what it can do', () => {
    expect([95, 105, 106, 160, 161, 240].map((value) => levelOf(temperature(value)))).toEqual([
      'low',
      'low',
      'middle',
      'middle',
      'high',
      'high',
    ])
    expect([0.1, 0.25, 0.26, 0.6, 0.61, 1].map((share) => levelOf(power(share)))).toEqual([
      'low',
      'low',
      'middle',
      'middle',
      'high',
      'high',
    ])
  })
})
