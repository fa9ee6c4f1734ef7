import { DONENESS, FOOD_KINDS, FOOD_SHAPES, type FoodChoice } from '../program/choices.ts'
import { celsius } from '../units/quantities.ts'
import { LIMITS } from './limits.ts'
import {
  complain,
  field,
  readChoice,
  readFields,
  readId,
  readNumber,
  type Fields,
  type Reader,
} from './reader.ts'
import type { RecipeChoices, StepHeat, TechniqueHeat } from './recipe.ts'

const HEAT_FIELDS: Readonly<Record<StepHeat['kind'], readonly string[]>> = {
  off: [],
  power: ['share'],
  temperature: ['celsius'],
  liquid: ['celsius'],
  simmer: ['vigour'],
  technique: ['technique', 'phase', 'choices'],
}
const ANY_HEAT = [...new Set(Object.values(HEAT_FIELDS).flat())]
const KINDS = ['off', 'power', 'temperature', 'liquid', 'simmer', 'technique'] as const
const LEAST_VIGOUR = 0.05

/** Reads what a step sets on one zone. */
export function readHeat(at: Reader): StepHeat {
  const fields = readFields(at, ['role', 'kind', ...ANY_HEAT])
  const role = readId(field(at, fields, 'role'))
  const kind = readChoice(field(at, fields, 'kind'), KINDS) ?? 'off'
  for (const name of ANY_HEAT) {
    if (Object.hasOwn(fields, name) && !HEAT_FIELDS[kind].includes(name)) {
      complain(field(at, fields, name), 'unknown-field')
    }
  }
  switch (kind) {
    case 'off':
      return { role, kind }
    case 'power':
      return { role, kind, share: readNumber(field(at, fields, 'share'), 0, 1) }
    case 'temperature':
    case 'liquid': {
      const degrees = readNumber(field(at, fields, 'celsius'), LIMITS.celsius.least, LIMITS.celsius.most)
      return { role, kind, celsius: celsius(degrees) }
    }
    case 'simmer':
      return { role, kind, vigour: readNumber(field(at, fields, 'vigour'), LEAST_VIGOUR, 1) }
    case 'technique':
      return { role, ...readTechnique(at, fields) }
  }
}

const readTechnique = (at: Reader, fields: Fields): TechniqueHeat => ({
  kind: 'technique',
  technique: readId(field(at, fields, 'technique')),
  ...(Object.hasOwn(fields, 'phase') ? { phase: readId(field(at, fields, 'phase')) } : {}),
  choices: Object.hasOwn(fields, 'choices') ? readChoices(field(at, fields, 'choices')) : {},
})

/** Wide bounds: what fits the technique itself is known only where its file is. */
function readChoices(at: Reader): RecipeChoices {
  const fields = readFields(at, ['celsius', 'minutes', 'core', 'doneness', 'share', 'food'])
  const number = <Name extends string>(name: Name, least: number, most: number) =>
    (Object.hasOwn(fields, name)
      ? { [name]: readNumber(field(at, fields, name), least, most) }
      : {}) as Readonly<Partial<Record<Name, number>>>
  const doneness = Object.hasOwn(fields, 'doneness')
    ? readChoice(field(at, fields, 'doneness'), DONENESS)
    : null
  return {
    ...number('celsius', LIMITS.celsius.least, LIMITS.celsius.most),
    ...number('minutes', 0, LIMITS.total.most / 60),
    ...number('core', LIMITS.core.least, LIMITS.core.most),
    ...number('share', 0, 1),
    ...(doneness === null ? {} : { doneness }),
    ...(Object.hasOwn(fields, 'food') ? { food: readFood(field(at, fields, 'food')) } : {}),
  }
}

function readFood(at: Reader): FoodChoice {
  const fields = readFields(at, ['kind', 'shape', 'thicknessMm', 'startCelsius', 'massG'])
  return {
    kind: readChoice(field(at, fields, 'kind'), FOOD_KINDS) ?? 'other',
    shape: readChoice(field(at, fields, 'shape'), FOOD_SHAPES) ?? 'slab',
    thicknessMm: readNumber(field(at, fields, 'thicknessMm'), 1, 250),
    startCelsius: readNumber(field(at, fields, 'startCelsius'), -30, 90),
    ...(Object.hasOwn(fields, 'massG') ? { massG: readNumber(field(at, fields, 'massG'), 1, 20_000) } : {}),
  }
}
