import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hottestSurface } from '#core/safety/hottest.ts'
import type { ZoneTarget } from '#core/stove/stove.ts'
import { milliseconds, watts } from '#core/units/quantities.ts'
import { liquid, simmer, temperature } from '../support/kitchen-rig.ts'
import { describePlate, plateRig } from '../support/toy-plate.ts'

const zone = describePlate().zones[0]
if (zone === undefined) throw new Error('no zone')

describe('law 5: heat must show, on plates that regulate themselves', () => {
  test('what does not warm under full power, told or only meant, is off', () => {
    const rig = plateRig()
    rig.toy.heat = 1e9
    rig.touch(temperature(180))
    rig.run(195_000)
    expect(rig.faults).toEqual([])
    rig.run(20_000)
    expect(rig.faults).toEqual(['no-rise'])
  })

  test('an overshoot as plates have it is no fault', () => {
    const rig = plateRig()
    rig.touch(temperature(120))
    rig.run(60_000)
    rig.run(20_000, () => {
      if (rig.toy.plate > 110 && rig.toy.plate < 138) rig.toy.plate += 0.4
    })
    rig.run(300_000)
    expect(rig.faults).toEqual([])
  })

  test('a plate that holds another setpoint than it was told runs away from the one that it was told', () => {
    const rig = plateRig()
    rig.touch(temperature(80))
    rig.run(300_000)
    rig.toy.holdsInstead = 200
    rig.run(120_000)
    expect(rig.faults).toEqual(['runaway'])
    expect(rig.toy.plate).toBeLessThan(125)
  })

  test('so it does under water, long before the most that water may ask of a plate', () => {
    const rig = plateRig()
    rig.touch(liquid(60))
    rig.run(300_000)
    const told = rig.toy.told ?? 0
    rig.toy.holdsInstead = 250
    rig.run(300_000)
    expect(rig.faults).toEqual(['runaway'])
    expect(rig.toy.plate).toBeLessThan(told + 45)
  })

  test.each([
    ['water', liquid(80), 160],
    ['water at the boil', liquid(100), 160],
    ['a simmer', simmer(1), 160],
    ['milk for yoghurt', liquid(42), 122],
    ['oil', liquid(175), 220],
    ['oil for chips', liquid(190), 220],
    ['the hottest oil', liquid(215), 230],
    ['the surface itself', temperature(180), 180],
  ])('%s asks no more of a plate than the laws allow', (_, target, most) => {
    expect(hottestSurface(target, zone, 100)).toBe(most)
  })

  test('whatever the controller wants, the plate is told no more than that, nor more than its own limit leaves', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: 30, max: 300 }).map(liquid),
          fc.integer({ min: 30, max: 345 }).map(temperature),
          fc.constantFrom(0.1, 0.5, 1).map(simmer),
        ),
        (target: ZoneTarget) => {
          const rig = plateRig()
          rig.touch(target)
          const most = hottestSurface(target, zone, 100) ?? 0
          rig.run(8000, () => {
            expect(rig.toy.told ?? 0).toBeLessThanOrEqual(most)
            expect(rig.toy.told ?? 0).toBeLessThanOrEqual(345)
          })
        },
      ),
      { numRuns: 40 },
    )
  })

  test('a lowered setpoint reaches a slow plate at once, not with its next report', () => {
    const rig = plateRig({ reportPeriod: milliseconds(2000) })
    rig.touch(temperature(200))
    rig.run(4500)
    expect(rig.toy.told).toBe(200)
    rig.from('remote', temperature(90))
    expect(rig.toy.told).toBe(90)
  })

  test('a slow plate may take its rounds to do what it is told; one that never does is off', () => {
    const rig = plateRig({ reportPeriod: milliseconds(2000) })
    rig.touch(temperature(200))
    let late = true
    rig.spoil(0, (reading) => (late ? { ...reading, commanded: watts(0) } : reading))
    rig.run(6000)
    expect(rig.faults).toEqual([])
    late = false
    rig.run(20_000)
    expect(rig.faults).toEqual([])
    late = true
    rig.run(16_000)
    expect(rig.faults).toEqual(['command-ignored'])
  })
})
