import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scaleAmount, scaleRecipe, stepAmounts } from '#core/recipe/scale.ts'
import { grams } from '#core/units/quantities.ts'
import { libraryRecipe } from './library.ts'

const ragu = libraryRecipe('sunday-ragu.json')
const eggs = libraryRecipe('soft-scrambled-eggs.json')
const amountOf = (recipe: typeof ragu, id: string) =>
  recipe.ingredients.find((ingredient) => ingredient.id === id)?.amount

describe('scaling', () => {
  test('twice the servings is twice the beef', () => {
    expect(amountOf(scaleRecipe(ragu, 8), 'beef')).toEqual({ unit: 'g', value: 800 })
  })

  test('a pinch stays a pinch, and "to taste" stays to taste', () => {
    expect(amountOf(scaleRecipe(ragu, 40), 'nutmeg')).toEqual({ unit: 'pinch', value: 1 })
    expect(amountOf(scaleRecipe(eggs, 4), 'pepper')).toBeNull()
  })

  test.each([
    ['piece', 3, 1 / 3, 1],
    ['piece', 3, 0.5, 1.5],
    ['piece', 1, 0.1, 0.25],
    ['clove', 1, 3.3, 3],
    ['tsp', 0.5, 3, 1.5],
  ] as const)('%s: %d times %d is %d', (unit, value, factor, expected) => {
    expect(scaleAmount({ unit, value }, factor)).toEqual({ unit, value: expected })
  })

  test('the written servings give the recipe itself', () => {
    expect(scaleRecipe(ragu, ragu.servings)).toBe(ragu)
  })

  test('what is weighed is off by 5 % at most, or by half a step of the scale', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 5000, noNaN: true }),
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        (value, factor) => {
          const scaled = scaleAmount({ unit: 'g', value: grams(value) }, factor).value
          const exact = value * factor
          expect(Math.abs(scaled - exact)).toBeLessThanOrEqual(Math.max(0.25, exact * 0.05) + 1e-9)
          expect(scaled).toBeGreaterThan(0)
        },
      ),
    )
  })

  test('nothing that a recipe asks for ever scales to nothing', () => {
    const units = ['g', 'ml', 'piece', 'tbsp', 'tsp', 'clove', 'pinch', 'slice'] as const
    fc.assert(
      fc.property(
        fc.constantFrom(...units),
        fc.double({ min: 0.001, max: 100, noNaN: true }),
        (unit, factor) => {
          const amount = unit === 'g' ? { unit, value: grams(1) } : { unit, value: 1 }
          expect(scaleAmount(amount, factor).value).toBeGreaterThan(0)
        },
      ),
    )
  })

  test('no servings is no dish', () => {
    expect(() => scaleRecipe(ragu, 0)).toThrow(RangeError)
  })
})

describe('amounts of a step', () => {
  test('the parts of all steps add up to the whole', () => {
    const salt = ragu.steps
      .flatMap((step) => stepAmounts(ragu, step))
      .filter((part) => part.ingredient.id === 'salt')
    expect(salt).toHaveLength(3)
    expect(salt.every((part) => part.part)).toBe(true)
    expect(salt.reduce((sum, part) => sum + (part.amount?.value ?? 0), 0)).toBeCloseTo(7, 6)
  })

  test('an ingredient that goes in whole is not called a part', () => {
    const first = eggs.steps[0]
    expect(first && stepAmounts(eggs, first)[0]).toMatchObject({
      amount: { unit: 'piece', value: 3 },
      part: false,
    })
  })
})
