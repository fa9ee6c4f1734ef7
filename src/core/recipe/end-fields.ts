import { DONENESS, FOOD_KINDS } from '../program/choices.ts'
import { celsius, seconds } from '../units/quantities.ts'
import { LIMITS } from './limits.ts'
import { complain, field, readChoice, readFields, readId, readNumber, type Reader } from './reader.ts'
import type { StepEnd } from './recipe.ts'

const END_FIELDS: Readonly<Record<StepEnd['kind'], readonly string[]>> = {
  cook: ['kind'],
  time: ['kind', 'duration'],
  temperature: ['kind', 'role', 'celsius', 'direction'],
  technique: ['kind', 'role'],
  core: ['kind', 'role', 'celsius'],
  doneness: ['kind', 'role', 'food', 'doneness'],
}
const ANY_END = [...new Set(Object.values(END_FIELDS).flat())]
const KINDS = ['cook', 'time', 'temperature', 'technique', 'core', 'doneness'] as const

/** Reads when a step is over. */
export function readEnd(at: Reader): StepEnd {
  const loose = readFields(at, ANY_END)
  const kind = readChoice(field(at, loose, 'kind'), KINDS) ?? 'cook'
  for (const name of ANY_END) {
    if (Object.hasOwn(loose, name) && !END_FIELDS[kind].includes(name)) {
      complain(field(at, loose, name), 'unknown-field')
    }
  }
  const role = (): string => readId(field(at, loose, 'role'))
  switch (kind) {
    case 'cook':
      return { kind }
    case 'time':
      return { kind, duration: seconds(readNumber(field(at, loose, 'duration'), 1, LIMITS.total.most)) }
    case 'temperature':
      return {
        kind,
        role: role(),
        celsius: celsius(readNumber(field(at, loose, 'celsius'), LIMITS.celsius.least, LIMITS.celsius.most)),
        direction: readChoice(field(at, loose, 'direction'), ['above', 'below']) ?? 'above',
      }
    case 'technique':
      return { kind, role: role() }
    case 'core':
      return {
        kind,
        role: role(),
        celsius: celsius(readNumber(field(at, loose, 'celsius'), LIMITS.core.least, LIMITS.core.most)),
      }
    case 'doneness':
      return {
        kind,
        role: role(),
        food: readChoice(field(at, loose, 'food'), FOOD_KINDS) ?? 'other',
        doneness: readChoice(field(at, loose, 'doneness'), DONENESS) ?? 'medium',
      }
  }
}
