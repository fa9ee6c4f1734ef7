import { describe, expect, test } from 'vitest'
import { envelopeIn, planOfStep } from '#core/program/of-step.ts'
import { envelope, type ZonesByRole } from '#core/recipe/heat.ts'
import { parseRecipe } from '#core/recipe/parse.ts'
import type { Recipe, Text } from '#core/recipe/recipe.ts'
import { scaleRecipe } from '#core/recipe/scale.ts'
import { timesOf } from '#core/recipe/times.ts'
import { writeRecipe } from '#core/recipe/write.ts'
import { END_TOLERANCE } from '#core/cook/end.ts'
import { SHIPPED } from '../technique/library.ts'
import { LIBRARY, LIBRARY_FILES, libraryText } from './library.ts'

const zonesOf = (recipe: Recipe): ZonesByRole =>
  Object.fromEntries(recipe.zones.map((role, index) => [role.id, index]))

const textsOf = (recipe: Recipe): readonly Text[] => [
  recipe.title,
  recipe.story,
  ...recipe.equipment,
  ...recipe.zones.map((role) => role.name),
  ...recipe.ingredients.flatMap(({ name, preparation }) => [name, ...(preparation ? [preparation] : [])]),
  ...recipe.steps.flatMap(({ title, text, senses }) => [title, text, ...(senses ? [senses] : [])]),
]

test('the start library has six recipes, from five minutes to two hours', () => {
  expect(LIBRARY).toHaveLength(6)
  const totals = LIBRARY.map((recipe) => recipe.total).toSorted((a, b) => a - b)
  expect(totals[0]).toBeLessThanOrEqual(400)
  expect(totals.at(-1)).toBeGreaterThanOrEqual(7200)
})

test('someone alone with one zone finds a quick dish and a warm one', () => {
  expect(LIBRARY.filter(({ servings, zones }) => servings === 1 && zones.length === 1)).toHaveLength(2)
})

test('the library shows every mode and every way to end a step', () => {
  const steps = LIBRARY.flatMap((recipe) => recipe.steps)
  expect(new Set(steps.map(({ mode }) => mode))).toEqual(new Set(['hand', 'assisted', 'automatic']))
  expect(new Set(steps.map(({ until }) => until.kind))).toEqual(
    new Set(['cook', 'time', 'temperature', 'technique']),
  )
})

describe.each(LIBRARY_FILES)('%s', (name) => {
  const parsed = parseRecipe(libraryText(name))

  test('is a valid recipe, named as its file', () => {
    expect(parsed).toMatchObject({ kind: 'recipe', recipe: { id: name.replace('.json', '') } })
  })
  if (parsed.kind === 'invalid') return
  const { recipe } = parsed

  test('speaks English and German in every text', () => {
    for (const text of textsOf(recipe)) {
      expect(Object.keys(text).toSorted(), JSON.stringify(text)).toEqual(['de', 'en'])
    }
    // A forgotten translation is the same sentence twice.
    for (const { text } of recipe.steps) expect(text.de).not.toBe(text.en)
  })

  test('tells at every step what to look, listen or smell for', () => {
    for (const step of recipe.steps) expect(step.senses, step.id).toBeDefined()
  })

  test('uses every weighed ingredient up, no more and no less', () => {
    for (const ingredient of recipe.ingredients) {
      const shares = recipe.steps.flatMap((step) =>
        step.uses.filter((use) => use.ingredient === ingredient.id),
      )
      const sum = shares.reduce((total, use) => total + use.share, 0)
      expect(sum, ingredient.id).toBeGreaterThan(ingredient.amount === null ? 0.5 : 0.999)
      expect(sum, ingredient.id).toBeLessThan(1.001)
    }
  })

  test('names techniques that the kitchen has, with choices that fit them', () => {
    const named = recipe.steps.flatMap(({ heat }) => heat).filter((heat) => heat.kind === 'technique')
    expect(named.length).toBeGreaterThan(0)
    for (const heat of named) expect(planOfStep(heat, SHIPPED).kind, JSON.stringify(heat)).toBe('plan')
  })

  test('asks only for heat that food can take', () => {
    const asked = envelope(recipe, zonesOf(recipe), envelopeIn(SHIPPED))
    expect(asked).toHaveLength(recipe.zones.length)
    for (const zone of asked) {
      expect(zone.maxCelsius).toBeLessThanOrEqual(200)
      expect(zone.maxShare).toBeLessThanOrEqual(1)
      expect(Math.max(zone.maxCelsius, zone.maxShare, zone.maxLiquid, zone.maxVigour)).toBeGreaterThan(0)
    }
  })

  test('turns every zone off again by itself', () => {
    const last = new Map<string, string>()
    for (const step of recipe.steps) {
      if (step.mode !== 'hand') for (const heat of step.heat) last.set(heat.role, heat.kind)
    }
    expect([...last.values()].every((kind) => kind === 'off')).toBe(true)
  })

  test('takes as long as its steps say, with time for hands between them', () => {
    const { total, timed, active } = timesOf(recipe)
    expect(timed).toBeLessThan(total)
    expect(total - timed).toBeLessThan(30 * 60)
    expect(active).toBeGreaterThan(0)
  })

  test('ends no step at a temperature that its setpoint only grazes', () => {
    for (const { heat, until, id } of recipe.steps) {
      if (until.kind !== 'temperature') continue
      const set = heat.find(({ role }) => role === until.role)
      expect(set, id).toBeDefined()
      if (set?.kind === 'temperature')
        expect(set.celsius - until.celsius, id).toBeGreaterThan(3 * END_TOLERANCE)
    }
  })

  test('can be cooked for one and for twelve', () => {
    for (const servings of [1, 12]) {
      const scaled = scaleRecipe(recipe, servings)
      expect(parseRecipe(writeRecipe(scaled)).kind).toBe('recipe')
    }
  })
})
