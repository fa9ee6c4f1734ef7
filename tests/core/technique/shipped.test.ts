import { describe, expect, test } from 'vitest'
import { planProgram } from '#core/program/plan.ts'
import type { Text } from '#core/recipe/recipe.ts'
import { TECHNIQUE_FILES, technique, TECHNIQUES, techniqueText } from './library.ts'

const STEAK = { kind: 'beef', shape: 'slab', thicknessMm: 30, startCelsius: 5 } as const

function textsIn(value: unknown): readonly Text[] {
  if (typeof value !== 'object' || value === null) return []
  if (Object.hasOwn(value, 'en') || Object.hasOwn(value, 'de')) return [value as Text]
  return Object.values(value).flatMap(textsIn)
}

test('every technique that a cook would ask for by name is there', () => {
  const asked = [
    'boil',
    'simmer',
    'poach',
    'steam',
    'blanch',
    'absorb',
    'sous-vide',
    'soft-egg',
    'hard-egg',
    'sear',
    'saute',
    'sweat',
    'caramelise-onions',
    'shallow-fry',
    'deep-fry',
    'toast-spices',
    'bloom',
    'roux',
    'reduce',
    'temper-dark',
    'temper-milk',
    'temper-white',
    'custard',
    'caramel',
    'hold-warm',
    'rest',
  ]
  expect(TECHNIQUES.map(({ id }) => id)).toEqual(expect.arrayContaining(asked))
})

describe.each(TECHNIQUE_FILES)('%s', (name) => {
  const id = name.replace(/\.json$/, '')
  const it = technique(id)

  test('is named as its file', () => {
    expect(it.id).toBe(id)
  })

  test('speaks both languages everywhere', () => {
    const texts = textsIn(JSON.parse(techniqueText(name)))
    expect(texts.length).toBeGreaterThan(8)
    for (const text of texts) expect(Object.keys(text).toSorted()).toEqual(['de', 'en'])
  })

  test('names no source that nothing rests on', () => {
    const used = [...techniqueText(name).matchAll(/"source": "([^"]+)"/g)].map((match) => match[1])
    expect(new Set(used)).toEqual(new Set(Object.keys(it.sources)))
  })

  test('can be begun with nothing chosen but the food it needs', () => {
    const planning = planProgram(it, it.choices.food === 'needed' ? { food: STEAK } : {})
    expect(planning.kind).toBe('plan')
  })

  test('can be left at its end with the zone off or kept warm by choice', () => {
    const last = it.phases.at(-1)
    expect(last?.target.kind === 'off' || last?.until.kind === 'cook').toBe(true)
  })
})

test('no chocolate is ever asked to be warmer than its maker allows', () => {
  for (const [id, most] of [
    ['temper-dark', 50],
    ['temper-milk', 45],
    ['temper-white', 45],
  ] as const) {
    const planning = planProgram(technique(id), {})
    expect(planning.kind === 'plan' && planning.plan.envelope.maxLiquid).toBeLessThanOrEqual(most)
  }
})

test('custard stays under the point where it curdles, whatever is chosen', () => {
  expect(technique('custard').choices.celsius?.most).toBeLessThanOrEqual(83)
})
