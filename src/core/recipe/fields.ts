import { grams, seconds } from '../units/quantities.ts'
import { readEnd } from './end-fields.ts'
import { readHeat } from './heat-fields.ts'
import { LIMITS } from './limits.ts'
import type { Amount, Ingredient, Recipe, Step, ZoneRole } from './recipe.ts'
import {
  field,
  readChoice,
  readFields,
  readId,
  readList,
  readNumber,
  readString,
  type Reader,
} from './reader.ts'
import { readText } from './text.ts'

/** The shape of SmartTop's own recipe form, version 1: one function for each part of a recipe. */
export const FORMAT = 'smarttop-recipe'
export const VERSION = 1

const RECIPE_FIELDS = [
  'format',
  'version',
  'id',
  'title',
  'story',
  'author',
  'servings',
  'total',
  'zones',
  'equipment',
  'ingredients',
  'steps',
] as const

export function readRecipe(at: Reader): Recipe {
  const fields = readFields(at, RECIPE_FIELDS)
  return {
    id: readId(field(at, fields, 'id')),
    title: readText(field(at, fields, 'title'), LIMITS.titleCharacters),
    story: readText(field(at, fields, 'story'), LIMITS.textCharacters),
    author: readString(field(at, fields, 'author'), LIMITS.titleCharacters),
    servings: readNumber(field(at, fields, 'servings'), LIMITS.servings.least, LIMITS.servings.most),
    total: seconds(readNumber(field(at, fields, 'total'), LIMITS.total.least, LIMITS.total.most)),
    zones: readList(field(at, fields, 'zones'), { least: 0, most: LIMITS.roles }, readRole),
    equipment: readList(field(at, fields, 'equipment'), { least: 0, most: LIMITS.equipment }, (item) =>
      readText(item, LIMITS.titleCharacters),
    ),
    ingredients: readList(
      field(at, fields, 'ingredients'),
      { least: 0, most: LIMITS.ingredients },
      readIngredient,
    ),
    steps: readList(field(at, fields, 'steps'), { least: 1, most: LIMITS.steps }, readStep),
  }
}

function readRole(at: Reader): ZoneRole {
  const fields = readFields(at, ['id', 'name'])
  return {
    id: readId(field(at, fields, 'id')),
    name: readText(field(at, fields, 'name'), LIMITS.titleCharacters),
  }
}

function readIngredient(at: Reader): Ingredient {
  const fields = readFields(at, ['id', 'name', 'amount', 'preparation'])
  const amountAt = field(at, fields, 'amount')
  return {
    id: readId(field(at, fields, 'id')),
    name: readText(field(at, fields, 'name'), LIMITS.titleCharacters),
    amount: amountAt.value === null ? null : readAmount(amountAt),
    ...(Object.hasOwn(fields, 'preparation')
      ? { preparation: readText(field(at, fields, 'preparation'), LIMITS.textCharacters) }
      : {}),
  }
}

const SMALLEST_AMOUNT = 0.001
const UNITS = ['g', 'ml', 'piece', 'tbsp', 'tsp', 'clove', 'pinch', 'slice'] as const

function readAmount(at: Reader): Amount {
  const fields = readFields(at, ['unit', 'value'])
  const unit = readChoice(field(at, fields, 'unit'), UNITS) ?? 'g'
  const value = readNumber(field(at, fields, 'value'), SMALLEST_AMOUNT, LIMITS.amount)
  return unit === 'g' ? { unit, value: grams(value) } : { unit, value }
}

function readStep(at: Reader): Step {
  const fields = readFields(at, ['id', 'title', 'text', 'senses', 'uses', 'heat', 'until', 'mode'])
  return {
    id: readId(field(at, fields, 'id')),
    title: readText(field(at, fields, 'title'), LIMITS.titleCharacters),
    text: readText(field(at, fields, 'text'), LIMITS.textCharacters),
    ...(Object.hasOwn(fields, 'senses')
      ? { senses: readText(field(at, fields, 'senses'), LIMITS.textCharacters) }
      : {}),
    uses: readList(field(at, fields, 'uses'), { least: 0, most: LIMITS.uses }, readUse),
    heat: readList(field(at, fields, 'heat'), { least: 0, most: LIMITS.roles }, readHeat),
    until: readEnd(field(at, fields, 'until')),
    mode: readChoice(field(at, fields, 'mode'), ['hand', 'assisted', 'automatic']) ?? 'hand',
  }
}

function readUse(at: Reader): Step['uses'][number] {
  const fields = readFields(at, ['ingredient', 'share'])
  return {
    ingredient: readId(field(at, fields, 'ingredient')),
    share: readNumber(field(at, fields, 'share'), SMALLEST_AMOUNT, 1),
  }
}
