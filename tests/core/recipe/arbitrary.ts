import fc from 'fast-check'
import type { Recipe, Step } from '#core/recipe/recipe.ts'
import { celsius, grams, seconds } from '#core/units/quantities.ts'

/** Random recipes that are valid: up to three roles, ten steps of every mode, heat and end. */
const text = fc.record({
  en: fc.constantFrom('Stir', 'Heat the pan'),
  de: fc.constantFrom('Rühren', 'Erhitzen'),
})
const ROLES = ['pan', 'pot', 'pasta-pot'] as const

const heatOf = (roles: readonly string[]): fc.Arbitrary<Step['heat']> =>
  fc.uniqueArray(
    fc.constantFrom(...roles).chain(
      (role): fc.Arbitrary<Step['heat'][number]> =>
        fc.oneof(
          fc.constant({ role, kind: 'off' } as const),
          fc
            .integer({ min: 0, max: 20 })
            .map((twentieths) => ({ role, kind: 'power', share: twentieths / 20 }) as const),
          fc
            .integer({ min: 60, max: 250 })
            .map((value) => ({ role, kind: 'temperature', celsius: celsius(value) }) as const),
        ),
    ),
    { selector: ({ role }) => role, maxLength: roles.length },
  )

const endOf = (roles: readonly string[]): fc.Arbitrary<Step['until']> =>
  fc.oneof(
    fc.constant({ kind: 'cook' } as const),
    fc.integer({ min: 1, max: 3600 }).map((value) => ({ kind: 'time', duration: seconds(value) }) as const),
    fc
      .constantFrom(...roles)
      .map((role) => ({ kind: 'temperature', role, celsius: celsius(60), direction: 'above' }) as const),
  )

const stepOf = (roles: readonly string[], index: number): fc.Arbitrary<Step> =>
  fc
    .record({
      title: text,
      text,
      heat: heatOf(roles),
      until: endOf(roles),
      mode: fc.constantFrom<Step['mode']>('hand', 'assisted', 'automatic'),
    })
    .map((step) => ({
      ...step,
      id: `step-${index}`,
      uses: [],
      mode: step.until.kind === 'cook' && step.mode === 'automatic' ? 'assisted' : step.mode,
    }))

export const arbitraryRecipe: fc.Arbitrary<Recipe> = fc
  .record({ roles: fc.integer({ min: 1, max: 3 }), steps: fc.integer({ min: 1, max: 10 }) })
  .chain(({ roles, steps }) => {
    const ids = ROLES.slice(0, roles)
    return fc.record({
      id: fc.constant('random-dish'),
      title: text,
      story: text,
      author: fc.constant('chance'),
      servings: fc.constantFrom(1, 2, 4),
      total: fc.constant(seconds(3600)),
      zones: fc.constant(ids.map((id) => ({ id, name: { en: id } }))),
      equipment: fc.constant([]),
      ingredients: fc.array(fc.integer({ min: 1, max: 20_000 }), { maxLength: 5 }).map((tenths) =>
        tenths.map((value, index) => ({
          id: `food-${index}`,
          name: { en: 'food' },
          amount: { unit: 'g' as const, value: grams(value / 10) },
        })),
      ),
      steps: fc.tuple(...Array.from({ length: steps }, (_, index) => stepOf(ids, index))),
    })
  })
