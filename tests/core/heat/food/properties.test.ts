import { describe, expect, test } from 'vitest'
import { composition, type Composition } from '#core/heat/food/composition.ts'
import { enthalpy, freezingPointOfMeat, FUSION, iceFraction } from '#core/heat/food/freezing.ts'
import { NAMED_FOODS } from '#core/heat/food/named-foods.ts'
import { thermalProperties } from '#core/heat/food/properties.ts'
import { hasReference, reference, WITHOUT } from '../reference.ts'

function made(parts: Parameters<typeof composition>[0]): Composition {
  const answer = composition(parts)
  if (answer.kind !== 'composition') throw new Error(answer.problem)
  return answer.composition
}
const water = made({ water: 1 })
const beef = made({ water: 71.6, protein: 21.5, fat: 5.8, ash: 1.1 })

describe('thermal properties from composition', () => {
  // Published: steam tables (IAPWS), liquid water at 1 bar.
  test.each([
    [20, 4184, 998.2, 0.598],
    [60, 4185, 983.2, 0.654],
    [90, 4205, 965.3, 0.677],
  ])('water at %d °C has the %d J/(kg K), %d kg/m³ and %d W/(m K) of steam tables', (t, cp, rho, k) => {
    const found = thermalProperties(water, t)
    expect(Math.abs(found.heat / cp - 1)).toBeLessThan(0.004)
    expect(Math.abs(found.density / rho - 1)).toBeLessThan(0.004)
    expect(Math.abs(found.parallel / k - 1)).toBeLessThan(0.015)
    expect(found.perpendicular).toBeCloseTo(found.parallel, 12)
  })

  test('heat flows better along layers than across them', () => {
    const { parallel, perpendicular } = thermalProperties(beef, 20)
    expect(parallel).toBeGreaterThan(perpendicular)
  })

  test('an analysis that does not add up is refused', () => {
    expect(composition({ water: 50, protein: 20 }, 100)).toEqual({ kind: 'problem', problem: 'sum' })
    expect(composition({ water: -1, protein: 20 })).toEqual({ kind: 'problem', problem: 'negative' })
    expect(composition({ water: Number.NaN })).toEqual({ kind: 'problem', problem: 'not-a-number' })
  })
})

describe.skipIf(!hasReference)(`computed checks of Choi and Okos (${WITHOUT})`, () => {
  const rows = hasReference ? reference('choi_okos_checks.csv') : []
  test.each(rows)('%s', (_name, ...row) => {
    const [w = 0, protein = 0, fat = 0, carbohydrate = 0, fibre = 0, ash = 0, t = 0] = row.map(Number)
    const [cp = 0, rho = 0, along = 0, across = 0] = row.slice(7).map(Number)
    const food = made({ water: w, protein, fat, carbohydrate, fibre, ash })
    const found = thermalProperties(food, t)
    // The table was computed with 4.1289 for water where the original has 4.1762 kJ/(kg K).
    expect(Math.abs(found.heat - food.water * 47.3 - cp)).toBeLessThan(1.5)
    expect(Math.abs(found.density - rho)).toBeLessThan(0.6)
    expect(Math.abs(found.parallel - along)).toBeLessThan(3e-4)
    expect(Math.abs(found.perpendicular - across)).toBeLessThan(3e-4)
  })
})

describe('freezing', () => {
  test('beef freezes at about -1 °C', () => {
    expect(freezingPointOfMeat(beef)).toBeCloseTo(-0.92, 1)
    expect(freezingPointOfMeat(water)).toBeNull()
  })

  // Published: ASHRAE Refrigeration Handbook, lean beef sirloin: 304 kJ/kg between -40 °C and the thawed state.
  test('thawing beef from -40 °C takes about 300 kJ/kg', () => {
    const heat = enthalpy(beef, -1.7, -1.7) - enthalpy(beef, -1.7, -40)
    expect(heat / 1000).toBeGreaterThan(260)
    expect(heat / 1000).toBeLessThan(320)
  })

  test('water freezes whole and gives its heat of fusion', () => {
    expect(iceFraction(water, -0.01, -5)).toBeGreaterThan(0.99)
    const jump = enthalpy(water, -0.001, 0) - enthalpy(water, -0.001, -0.5)
    expect(Math.abs(jump / FUSION - 1)).toBeLessThan(0.01)
  })

  test('enthalpy always rises with temperature', () => {
    for (let t = -40; t < 120; t += 0.1) {
      expect(enthalpy(beef, -0.9, t + 0.1)).toBeGreaterThan(enthalpy(beef, -0.9, t))
    }
  })
})

describe('foods by name', () => {
  test('are complete analyses, and muscle is mostly water and protein', () => {
    for (const { composition: parts, muscle, ndb } of Object.values(NAMED_FOODS)) {
      expect(ndb).toMatch(/^\d{5}$/)
      expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 12)
      if (muscle) expect(parts.water + parts.protein).toBeGreaterThan(0.8)
    }
  })
})
