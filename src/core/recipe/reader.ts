import type { ProblemCode, RecipeProblem } from './problem.ts'
import { LIMITS } from './limits.ts'

/**
 * Walks through a value of unknown shape and writes down what does not fit. Each read returns something usable
 * even when it complains, so that one pass finds every problem of a file and not only its first.
 */
export interface Reader {
  readonly value: unknown
  readonly path: string
  readonly problems: RecipeProblem[]
}

export type Fields = Readonly<Record<string, unknown>>

export function complain(
  at: Reader,
  code: ProblemCode,
  figures: Readonly<Record<string, string | number>> = {},
): void {
  if (at.problems.length < LIMITS.problems) at.problems.push({ path: at.path, code, figures })
}

/** What a JSON text says; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    // A byte order mark is what some editors put in front of a file.
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) as unknown
  } catch {
    return undefined
  }
}

export const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value

function wrongType(at: Reader, expected: string): void {
  if (at.value === undefined) complain(at, 'missing')
  else complain(at, 'wrong-type', { expected, found: kindOf(at.value) })
}

const isFields = (value: unknown): value is Fields => kindOf(value) === 'object'

/** The fields of an object; complains of fields that are not `known`. */
export function readFields(at: Reader, known: readonly string[]): Fields {
  if (!isFields(at.value)) {
    wrongType(at, 'object')
    return {}
  }
  for (const name of Object.keys(at.value)) {
    if (!known.includes(name)) complain(field(at, at.value, name), 'unknown-field')
  }
  return at.value
}

/** A reader for one field of an object. Only own fields count, so that `constructor` is not one. */
export function field(at: Reader, fields: Fields, name: string): Reader {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  const shown = name.length > 40 ? `${name.slice(0, 40)}…` : name
  return { value, path: at.path === '' ? shown : `${at.path}.${shown}`, problems: at.problems }
}

export function readList<T>(
  at: Reader,
  bounds: { readonly least: number; readonly most: number },
  readItem: (item: Reader) => T,
): readonly T[] {
  const list: unknown = at.value
  if (!Array.isArray(list)) {
    wrongType(at, 'list')
    return []
  }
  if (list.length > bounds.most) {
    complain(at, 'too-many', { count: list.length, most: bounds.most })
    return []
  }
  if (list.length < bounds.least) complain(at, 'too-few', { count: list.length, least: bounds.least })
  return list.map((value: unknown, index) =>
    readItem({ value, path: `${at.path}[${index}]`, problems: at.problems }),
  )
}

export function readNumber(at: Reader, least: number, most: number): number {
  if (typeof at.value !== 'number' || !Number.isFinite(at.value)) {
    wrongType(at, 'number')
    return least
  }
  if (at.value < least || at.value > most) complain(at, 'out-of-range', { value: at.value, least, most })
  return at.value
}

export function readString(at: Reader, most: number): string {
  if (typeof at.value !== 'string') {
    wrongType(at, 'text')
    return ''
  }
  if (at.value.length > most) complain(at, 'too-long', { characters: at.value.length, most })
  if (at.value.trim() === '') complain(at, 'no-text')
  return at.value
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

export function readId(at: Reader): string {
  if (typeof at.value !== 'string') {
    wrongType(at, 'text')
    return ''
  }
  if (at.value.length > LIMITS.idCharacters || !ID.test(at.value)) complain(at, 'bad-id')
  return at.value
}

/** One of a few words; null when it is none of them. */
export function readChoice<const T extends readonly [string, ...string[]]>(
  at: Reader,
  choices: T,
): T[number] | null {
  if (typeof at.value !== 'string') {
    wrongType(at, 'text')
    return null
  }
  const found = choices.find((choice) => choice === at.value)
  if (found === undefined) {
    complain(at, 'unknown-choice', { value: at.value.slice(0, 40), choices: choices.join(', ') })
    return null
  }
  return found
}
