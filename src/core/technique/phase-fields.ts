import { LIMITS } from '../recipe/limits.ts'
import {
  complain,
  field,
  readChoice,
  readFields,
  readId,
  readNumber,
  readString,
  type Reader,
} from '../recipe/reader.ts'
import { readText } from '../recipe/text.ts'
import { FOOD_CONTACTS, type Figure, type Phase, type PhaseEnd, type PhaseTarget } from './technique.ts'

/** Reads one phase of a technique's file. */
export function readPhase(at: Reader): Phase {
  const fields = readFields(at, PHASE_FIELDS)
  return {
    id: readId(field(at, fields, 'id')),
    title: readText(field(at, fields, 'title'), LIMITS.titleCharacters),
    text: readText(field(at, fields, 'text'), LIMITS.textCharacters),
    target: readTarget(field(at, fields, 'target')),
    ramp: Object.hasOwn(fields, 'ramp') ? readFigure(field(at, fields, 'ramp'), RAMP) : null,
    until: readEnd(field(at, fields, 'until')),
    contact: Object.hasOwn(fields, 'contact')
      ? readChoice(field(at, fields, 'contact'), FOOD_CONTACTS)
      : null,
    turned: readFlag(field(at, fields, 'turned')),
    waits: readFlag(field(at, fields, 'waits')),
  }
}

const PHASE_FIELDS = ['id', 'title', 'text', 'target', 'ramp', 'until', 'contact', 'turned', 'waits'] as const

/** Yes or no; no where it is absent. */
function readFlag(at: Reader): boolean {
  if (at.value === undefined) return false
  if (typeof at.value === 'boolean') return at.value
  complain(at, 'wrong-type', { expected: 'boolean', found: typeof at.value })
  return false
}

const SHARE = { least: 0.01, most: 1 }
const VIGOUR = { least: 0.05, most: 1 }
/** K a minute. */
const RAMP = { least: 0.1, most: 100 }
const MINUTES = { least: 0, most: LIMITS.total.most / 60 }
/** Chocolate cools to less than a zone can hold. */
const READ = { least: 20, most: LIMITS.celsius.most }

interface Bounds {
  readonly least: number
  readonly most: number
}

function readFigure(at: Reader, bounds: Bounds): Figure {
  const loose = readFields(at, ['value', 'source', 'choice'])
  if (Object.hasOwn(loose, 'choice')) {
    const fields = readFields(at, ['choice'])
    const choice = readChoice(field(at, fields, 'choice'), ['celsius', 'minutes', 'core', 'share'])
    return { choice: choice ?? 'celsius' }
  }
  return {
    value: readNumber(field(at, loose, 'value'), bounds.least, bounds.most),
    source: readString(field(at, loose, 'source'), LIMITS.idCharacters),
  }
}

const TARGET_FIELDS = {
  off: ['kind'],
  power: ['kind', 'share'],
  temperature: ['kind', 'celsius'],
  liquid: ['kind', 'celsius'],
  simmer: ['kind', 'vigour'],
} as const

function readTarget(at: Reader): PhaseTarget {
  const kind =
    readChoice(field(at, loosely(at), 'kind'), ['off', 'power', 'temperature', 'liquid', 'simmer']) ?? 'off'
  const fields = readFields(at, TARGET_FIELDS[kind])
  switch (kind) {
    case 'off':
      return { kind }
    case 'power':
      return { kind, share: readFigure(field(at, fields, 'share'), SHARE) }
    case 'temperature':
    case 'liquid':
      return { kind, celsius: readFigure(field(at, fields, 'celsius'), LIMITS.celsius) }
    case 'simmer':
      return { kind, vigour: readFigure(field(at, fields, 'vigour'), VIGOUR) }
  }
}

const END_FIELDS = {
  cook: ['kind'],
  boil: ['kind'],
  time: ['kind', 'minutes'],
  temperature: ['kind', 'of', 'celsius', 'direction'],
  core: ['kind', 'celsius'],
  weight: ['kind', 'share'],
} as const

function readEnd(at: Reader): PhaseEnd {
  const kinds = ['cook', 'boil', 'time', 'temperature', 'core', 'weight'] as const
  const kind = readChoice(field(at, loosely(at), 'kind'), kinds) ?? 'cook'
  const fields = readFields(at, END_FIELDS[kind])
  switch (kind) {
    case 'cook':
    case 'boil':
      return { kind }
    case 'time':
      return { kind, minutes: readFigure(field(at, fields, 'minutes'), MINUTES) }
    case 'temperature':
      return {
        kind,
        of: readChoice(field(at, fields, 'of'), ['surface', 'liquid']) ?? 'surface',
        celsius: readFigure(field(at, fields, 'celsius'), READ),
        direction: readChoice(field(at, fields, 'direction'), ['above', 'below']) ?? 'above',
      }
    case 'core':
      return { kind, celsius: readFigure(field(at, fields, 'celsius'), READ) }
    case 'weight':
      return { kind, share: readFigure(field(at, fields, 'share'), SHARE) }
  }
}

/** The object's fields, whichever they are: what belongs is only known by its kind. */
const loosely = (at: Reader) =>
  readFields(at, typeof at.value === 'object' && at.value !== null ? Object.keys(at.value) : [])
