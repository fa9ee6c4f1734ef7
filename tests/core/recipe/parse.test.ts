import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LIMITS } from '#core/recipe/limits.ts'
import { parseRecipe } from '#core/recipe/parse.ts'
import { RECIPE_PROBLEM_CODES } from '#core/recipe/problem.ts'
import { writeRecipe } from '#core/recipe/write.ts'
import { arbitraryRecipe } from './arbitrary.ts'
import { plainEggs } from './plain-eggs.ts'

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

const eggs = (): { [name: string]: Json } => JSON.parse(writeRecipe(plainEggs)) as { [name: string]: Json }

/** The eggs with one thing changed, at a path such as steps.1.until.celsius. */
function withChange(path: string, value: Json | undefined): string {
  const recipe = eggs()
  const names = path.split('.')
  const last = names.pop() ?? ''
  let at: Json = recipe
  for (const name of names) at = (at as { [name: string]: Json })[name] as Json
  const holder = at as { [name: string]: Json }
  if (value === undefined) delete holder[last]
  else holder[last] = value
  return JSON.stringify(recipe)
}

function problemsOf(text: string) {
  const parsed = parseRecipe(text)
  return parsed.kind === 'invalid' ? parsed.problems.map(({ path, code }) => `${code} ${path}`.trim()) : []
}

describe('a recipe file', () => {
  test.each([
    ['', 'not-json'],
    ['<html>', 'not-json'],
    ['null', 'not-a-recipe'],
    ['[]', 'not-a-recipe'],
    ['{"@type": "Recipe"}', 'not-a-recipe'],
    ['{"format": "else", "steps": []}', 'not-a-recipe format'],
    ['{"format": "smarttop-recipe", "version": 2, "steps": []}', 'wrong-version version'],
    [' '.repeat(LIMITS.characters + 1), 'too-large'],
    ['['.repeat(500_000), 'not-json'],
    [`${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'not-a-recipe'],
  ])('that is not one is told so (%#)', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem])
  })

  const CHANGES: readonly (readonly [string, Json | undefined, string])[] = [
    ['id', 'Soft Eggs', 'bad-id id'],
    ['id', 'a'.repeat(81), 'bad-id id'],
    ['title', { en: '' }, 'no-text title.en'],
    ['title', {}, 'no-text title'],
    ['title', { fr: 'œufs' }, 'unknown-field title.fr'],
    ['author', undefined, 'missing author'],
    ['servings', '2', 'wrong-type servings'],
    ['servings', 0, 'out-of-range servings'],
    ['total', -1, 'out-of-range total'],
    ['sense', 'x', 'unknown-field sense'],
    ['steps', [], 'too-few steps'],
    ['steps.1.until.celsius', 301, 'out-of-range steps[1].until.celsius'],
    ['steps.1.until.celsius', 29.9, 'out-of-range steps[1].until.celsius'],
    ['steps.1.until.celsius', 113, 'never-reached steps[1].until.celsius'],
    ['steps.1.until.role', 'wok', 'unknown-role steps[1].until.role'],
    ['steps.1.until', { kind: 'cook' }, 'automatic-without-end steps[1].until'],
    ['steps.1.until', { kind: 'time', duration: 5, celsius: 50 }, 'unknown-field steps[1].until.celsius'],
    ['steps.1.until', { kind: 'time', duration: 0 }, 'out-of-range steps[1].until.duration'],
    ['steps.1.mode', 'magic', 'unknown-choice steps[1].mode'],
    ['steps.1.heat.0.role', 'wok', 'unknown-role steps[1].heat[0].role'],
    ['steps.1.heat.0', { role: 'pan', kind: 'power', share: 1.01 }, 'out-of-range steps[1].heat[0].share'],
    ['steps.1.heat.0', { role: 'pan', kind: 'off', share: 1 }, 'unknown-field steps[1].heat[0].share'],
    ['steps.1.heat.0', { role: 'pan', kind: 'simmer', vigour: 2 }, 'out-of-range steps[1].heat[0].vigour'],
    ['steps.1.heat.0', { role: 'pan', kind: 'technique' }, 'missing steps[1].heat[0].technique'],
    [
      'steps.1.heat.0',
      { role: 'pan', kind: 'technique', technique: 'sear', choices: { colour: 1 } },
      'unknown-field steps[1].heat[0].choices.colour',
    ],
    ['steps.1.until', { kind: 'core', role: 'pan', celsius: 300 }, 'out-of-range steps[1].until.celsius'],
    [
      'steps.1.until',
      { kind: 'doneness', role: 'pan', food: 'poultry', doneness: 'rare' },
      'doneness-unknown steps[1].until.doneness',
    ],
    ['steps.4.uses.1.share', 0.5, 'share-over-one ingredients[1]'],
    ['steps.4.uses.1.ingredient', 'ghee', 'unknown-ingredient steps[4].uses[1].ingredient'],
    ['steps.1.id', 'beat', 'duplicate-id steps[1].id'],
    ['ingredients.1.id', 'egg', 'duplicate-id ingredients[1].id'],
    ['ingredients.1.amount', { unit: 'cup', value: 1 }, 'unknown-choice ingredients[1].amount.unit'],
    ['ingredients.1.amount', { unit: 'g', value: 0 }, 'out-of-range ingredients[1].amount.value'],
    ['ingredients.1.amount', undefined, 'missing ingredients[1].amount'],
    ['ingredients', Array.from({ length: 10_001 }, () => null), 'too-many ingredients'],
    ['title.en', 'a'.repeat(LIMITS.titleCharacters + 1), 'too-long title.en'],
  ]

  test.each(CHANGES)('with %s = %j says what is wrong and where', (path, value, problem) => {
    expect(problemsOf(withChange(path, value))).toContain(problem)
  })

  test('every kind of problem is shown here at least once', () => {
    const shown = new Set(CHANGES.map(([, , problem]) => problem.split(' ')[0]))
    const elsewhere = ['too-large', 'not-json', 'not-a-recipe', 'wrong-version', 'role-twice']
    expect(new Set([...shown, ...elsewhere])).toEqual(new Set(RECIPE_PROBLEM_CODES))
  })

  test('a role may be set once in a step', () => {
    const twice: Json = [
      { role: 'pan', kind: 'off' },
      { role: 'pan', kind: 'power', share: 1 },
    ]
    expect(problemsOf(withChange('steps.1.heat', twice))).toContain('role-twice steps[1].heat[1].role')
  })

  test('names of the language itself are not fields of a recipe', () => {
    const text = writeRecipe(plainEggs).replace('"id": "soft', '"__proto__": {"x": 1}, "id": "soft')
    expect(problemsOf(text)).toEqual(['unknown-field __proto__'])
  })

  test('numbers too great for a number are refused', () => {
    const text = writeRecipe(plainEggs).replace('"total": 360', '"total": 1e999')
    expect(problemsOf(text)).toEqual(['wrong-type total'])
  })

  test('a byte order mark in front does no harm', () => {
    expect(problemsOf(`\uFEFF${writeRecipe(plainEggs)}`)).toEqual([])
  })

  test('all problems are told at once, and never more than can be read', () => {
    expect(problemsOf(JSON.stringify({ ...eggs(), servings: 0, author: 5 }))).toHaveLength(2)
    expect(
      problemsOf(
        withChange(
          'steps',
          Array.from({ length: 1000 }, () => 1),
        ),
      ),
    ).toHaveLength(LIMITS.problems)
  })

  test('ten thousand ingredients are read', () => {
    const many: Json = Array.from({ length: 10_000 }, (_, index) => ({
      id: `food-${index}`,
      name: { en: 'food' },
      amount: null,
    }))
    const recipe = {
      ...eggs(),
      ingredients: many,
      steps: [{ ...((eggs()['steps'] as Json[])[1] as object), uses: [] }],
    }
    expect(problemsOf(JSON.stringify(recipe))).toEqual([])
  })

  test('what is written is read back the same', () => {
    fc.assert(
      fc.property(arbitraryRecipe, (recipe) => {
        expect(parseRecipe(writeRecipe(recipe))).toEqual({ kind: 'recipe', recipe })
      }),
    )
  })

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parseRecipe(text).kind).toBe('invalid')
      }),
    )
  })

  test('no damage to a good file makes it throw', () => {
    const text = writeRecipe(plainEggs)
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 3 }), (at, put) => {
        const parsed = parseRecipe(text.slice(0, at) + put + text.slice(at + put.length + 1))
        expect(['recipe', 'invalid']).toContain(parsed.kind)
      }),
      { numRuns: 300 },
    )
  })
})
