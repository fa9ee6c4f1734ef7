import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BaldwinFood } from '#core/heat/food/conduction/baldwin.ts'
import { warming, type Body } from '#core/heat/food/conduction/body.ts'
import { eigen, type Shape } from '#core/heat/food/conduction/eigen.ts'
import { baldwinAt, baldwinTimeToDone, timeToDone } from '#core/heat/food/conduction/time-to.ts'
import { hasReference, reference, WITHOUT } from '../reference.ts'

const food = { diffusivity: 1.4e-7, conductivity: 0.48, start: 5 }
const SHAPES = [
  ['slab', 0],
  ['cylinder', 1],
  ['sphere', 2],
] as const
const BIOTS = [1e-4, 0.01, 0.3, 1, 2.5, 10, 100, 1000, 1e6]
const RADIUS = 0.0125

function bothWays(kind: Shape, shapeFactor: number, biot: number) {
  const h = (biot * food.conductivity) / RADIUS
  const exact = warming({ ...food, h, medium: 60, body: { kind, across: 2 * RADIUS } })
  const model: BaldwinFood = { ...food, h, bath: 60, thickness: 2 * RADIUS, shapeFactor }
  return { exact, model }
}

describe.skipIf(!hasReference)(`eigenvalues (${WITHOUT})`, () => {
  test('agree with the computed table to its last digit', () => {
    for (const [shape, biot, ...figures] of hasReference ? reference('eigen_first6.csv') : []) {
      for (let n = 1; n <= 6; n++) {
        const { zeta, coefficient } = eigen(shape as Shape, Number(biot), n)
        expect(Math.abs(zeta - Number(figures[n - 1]))).toBeLessThan(6e-9)
        expect(Math.abs(coefficient - Number(figures[n + 5]))).toBeLessThan(6e-9)
      }
    }
  })
})

describe('the middle of food in a bath', () => {
  // Two code paths: a series of eigenfunctions, and finite volumes marched through time.
  test.each(SHAPES)('a %s by series and by marching agrees within 0.02 K and 0.05 % of time', (kind, b) => {
    for (const biot of BIOTS) {
      const { exact, model } = bothWays(kind, b, biot)
      for (const { seconds, core, surface } of baldwinAt(model, [0, 0.01, 1, 10, 60, 300, 900, 3600])) {
        expect(Math.abs(core - exact.core(seconds))).toBeLessThan(0.02)
        expect(Math.abs(surface - exact.surface(seconds))).toBeLessThan(0.02)
      }
      const ratio = baldwinTimeToDone(model) / timeToDone(exact, 60)
      expect(Math.abs(ratio - 1)).toBeLessThan(0.0005)
    }
  })

  // Published: Carslaw and Jaeger, table of the centre of a slab, face held: theta = 0.7723 at Fo = 0.2.
  test('a slab with its faces held has 77 % of its difference left at Fo 0.2', () => {
    const { exact } = bothWays('slab', 0, Infinity)
    expect((60 - exact.core((0.2 * RADIUS ** 2) / food.diffusivity)) / 55).toBeCloseTo(0.7723, 3)
  })

  test('without time nothing has changed, in the end all is as the bath', () => {
    const { exact } = bothWays('sphere', 2, 3)
    expect(exact.core(0)).toBe(5)
    expect(exact.core(1e9)).toBeCloseTo(60, 9)
  })

  test('food cools by the same law', () => {
    const body: Body = { kind: 'slab', across: 0.03 }
    const warm = warming({ ...food, h: 95, start: 5, medium: 60, body })
    const cool = warming({ ...food, h: 95, start: 60, medium: 5, body })
    expect(cool.core(900)).toBeCloseTo(65 - warm.core(900), 9)
    expect(timeToDone(cool, 5)).toBeCloseTo(timeToDone(warm, 60), 6)
  })

  test('a cube is faster than a slab, a drum faster than a long cylinder', () => {
    const at = (body: Body): number => warming({ ...food, h: 95, medium: 60, body }).core(900)
    expect(at({ kind: 'cuboid', sides: [0.03, 0.03, 0.03] })).toBeGreaterThan(
      at({ kind: 'slab', across: 0.03 }),
    )
    const drum = at({ kind: 'drum', across: 0.03, length: 0.05 })
    expect(drum).toBeGreaterThan(at({ kind: 'cylinder', across: 0.03 }))
    const long = at({ kind: 'cuboid', sides: [9, 0.03, 9] })
    expect(long).toBeCloseTo(at({ kind: 'slab', across: 0.03 }), 6)
  })

  test('temperatures stay between start and bath and rise with time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SHAPES),
        fc.double({ min: -4, max: 6, noNaN: true }),
        fc.double({ min: 0, max: 4000, noNaN: true }),
        ([kind, b], logBiot, seconds) => {
          const { exact } = bothWays(kind, b, 10 ** logBiot)
          const now = exact.core(seconds)
          expect(now).toBeGreaterThanOrEqual(5 - 1e-6)
          expect(now).toBeLessThanOrEqual(60 + 1e-9)
          expect(exact.surface(seconds)).toBeGreaterThanOrEqual(now - 1e-6)
          expect(exact.core(seconds + 30)).toBeGreaterThanOrEqual(now - 1e-6)
        },
      ),
    )
  })
})

describe.skipIf(!hasReference)(`Baldwin's heating table (${WITHOUT})`, () => {
  const rows = hasReference ? reference('baldwin_heating_slab.csv') : []
  test.each(rows.filter(([mm, minutes]) => Number(mm) > 5 && minutes !== ''))(
    'a slab of %s mm takes the printed %s min, give or take its rounding',
    (mm, minutes) => {
      const seconds = baldwinTimeToDone({
        ...food,
        h: 95,
        bath: 60,
        thickness: Number(mm) / 1000,
        shapeFactor: 0,
      })
      expect(seconds / 60 / Number(minutes)).toBeGreaterThan(0.92)
      expect(seconds / 60 / Number(minutes)).toBeLessThan(1.05)
    },
  )
})
