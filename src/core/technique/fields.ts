import { LIMITS } from '../recipe/limits.ts'
import {
  complain,
  field,
  readChoice,
  readFields,
  readId,
  readList,
  readNumber,
  readString,
  type Reader,
} from '../recipe/reader.ts'
import { readText } from '../recipe/text.ts'
import { readPhase } from './phase-fields.ts'
import type { ChoiceRange, Technique, TechniqueChoices } from './technique.ts'

/** The shape of a technique's file: one function for each part. */
const TECHNIQUE_FIELDS = [
  'id',
  'title',
  'about',
  'choices',
  'phases',
  'early',
  'wrong',
  'byHand',
  'sources',
] as const

/** More phases or troubles than this are no technique any more. */
const MOST = 20

export function readTechnique(at: Reader): Technique {
  const fields = readFields(at, TECHNIQUE_FIELDS)
  const handAt = field(at, fields, 'byHand')
  const hand = readFields(handAt, ['look', 'sound', 'smell'])
  return {
    id: readId(field(at, fields, 'id')),
    title: readText(field(at, fields, 'title'), LIMITS.titleCharacters),
    about: readText(field(at, fields, 'about'), LIMITS.textCharacters),
    choices: readChoices(field(at, fields, 'choices')),
    phases: readList(field(at, fields, 'phases'), { least: 1, most: MOST }, readPhase),
    early: readChoice(field(at, fields, 'early'), ['hold', 'late']) ?? 'late',
    wrong: readList(field(at, fields, 'wrong'), { least: 1, most: MOST }, readTrouble),
    byHand: {
      look: readText(field(handAt, hand, 'look'), LIMITS.textCharacters),
      sound: readText(field(handAt, hand, 'sound'), LIMITS.textCharacters),
      smell: readText(field(handAt, hand, 'smell'), LIMITS.textCharacters),
    },
    sources: readSources(field(at, fields, 'sources')),
  }
}

function readTrouble(at: Reader): Technique['wrong'][number] {
  const fields = readFields(at, ['id', 'sign', 'remedy'])
  return {
    id: readId(field(at, fields, 'id')),
    sign: readText(field(at, fields, 'sign'), LIMITS.textCharacters),
    remedy: readText(field(at, fields, 'remedy'), LIMITS.textCharacters),
  }
}

function readSources(at: Reader): Technique['sources'] {
  if (typeof at.value !== 'object' || at.value === null) {
    complain(at, 'missing')
    return {}
  }
  const names = Object.keys(at.value)
  const fields = readFields(at, names)
  return Object.fromEntries(
    names.map((name) => [name, readString(field(at, fields, name), LIMITS.textCharacters)]),
  )
}

/** Bounds within which any technique may let the cook choose. */
const BOUNDS = {
  celsius: LIMITS.celsius,
  minutes: { least: 0, most: LIMITS.total.most / 60 },
  core: LIMITS.core,
  share: { least: 0.05, most: 1 },
} as const

function readChoices(at: Reader): TechniqueChoices {
  const fields = readFields(at, ['celsius', 'minutes', 'core', 'share', 'food'])
  const range = (name: keyof typeof BOUNDS): ChoiceRange | null =>
    Object.hasOwn(fields, name) ? readRange(field(at, fields, name), BOUNDS[name]) : null
  return {
    celsius: range('celsius'),
    minutes: range('minutes'),
    core: range('core'),
    share: range('share'),
    food: readChoice(field(at, fields, 'food'), ['needed', 'welcome', 'none']) ?? 'none',
  }
}

function readRange(at: Reader, bounds: { readonly least: number; readonly most: number }): ChoiceRange {
  const fields = readFields(at, ['least', 'most', 'usual', 'source'])
  const least = readNumber(field(at, fields, 'least'), bounds.least, bounds.most)
  const most = readNumber(field(at, fields, 'most'), least, bounds.most)
  return {
    least,
    most,
    usual: readNumber(field(at, fields, 'usual'), least, most),
    source: readString(field(at, fields, 'source'), LIMITS.idCharacters),
  }
}
