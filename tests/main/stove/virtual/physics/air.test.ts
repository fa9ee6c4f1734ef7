import { describe, expect, test } from 'vitest'
import { convection, radiation, wallConvection } from '#main/stove/virtual/physics/air.ts'
import { stage } from './stage.ts'

describe('losses to the kitchen', () => {
  test('radiate as a black body does: 2.42 kW/m2 from 200 C to 20 C, in proportion to the emissivity', () => {
    expect(radiation(1, 200, 20)).toBeCloseTo(2423, -1)
    expect(radiation(0.3, 200, 20)).toBeCloseTo(0.3 * radiation(1, 200, 20), 6)
    expect(radiation(0.9, 20, 20)).toBe(0)
  })

  test('convect 5 to 10 W/(m2 K) in still air at cooking heat, and more in a draught', () => {
    for (const difference of [50, 100, 200]) {
      expect(convection(difference, 0)).toBeGreaterThan(5)
      expect(convection(difference, 0)).toBeLessThan(10)
      expect(convection(difference, 0.5)).toBeGreaterThan(convection(difference, 0))
      expect(wallConvection(difference, 0.1, 0)).toBeGreaterThan(5)
      expect(wallConvection(difference, 0.1, 0)).toBeLessThan(11)
    }
  })

  test('are larger from a dark pan than from a bright one of the same shape, by what radiation makes of it', () => {
    const lost = (name: 'steel-24' | 'coated-24'): number => {
      const { hob } = stage(701, name, 0, 250)
      const before = hob.ledger.air
      hob.run(1)
      return hob.ledger.air - before
    }
    // 0.028 m2 of base, 0.58 more emissivity, some 3.8 kW/m2 from 250 C, a little of it sheltered: 50 W.
    const more = lost('coated-24') - lost('steel-24')
    expect(more).toBeGreaterThan(30)
    expect(more).toBeLessThan(75)
  })
})
