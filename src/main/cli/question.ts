import { InputError } from './lines.ts'

/** Limits of a number: `above` is outside, `min` and `max` are inside. */
interface Range {
  readonly above?: number
  readonly min?: number
  readonly max?: number
}

/** One JSON object from a line, read field by field; whatever does not fit is an InputError that names the field. */
export class Question {
  private readonly fields: Readonly<Record<string, unknown>>

  constructor(line: string) {
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch {
      throw new InputError('not-json', 'the line is not JSON')
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new InputError('not-an-object', 'the line is not a JSON object')
    }
    this.fields = value as Record<string, unknown>
  }

  has(key: string): boolean {
    return this.fields[key] !== undefined && this.fields[key] !== null
  }

  number(key: string, range: Range): number {
    if (!this.has(key)) throw new InputError('missing', `${key} is missing`)
    return checked(key, this.fields[key], range)
  }

  numbers(key: string, range: Range): readonly number[] {
    return this.list(key).map((value, index) => checked(`${key}[${index}]`, value, range))
  }

  pairs(key: string, first: Range, second: Range): readonly (readonly [number, number])[] {
    return this.list(key).map((pair, index) => {
      const name = `${key}[${index}]`
      if (!Array.isArray(pair) || pair.length !== 2) {
        throw new InputError('not-a-pair', `${name} is not a pair of numbers`)
      }
      return [checked(`${name}[0]`, pair[0], first), checked(`${name}[1]`, pair[1], second)]
    })
  }

  oneOf<const Choice extends string | number>(key: string, choices: readonly Choice[]): Choice {
    if (!this.has(key)) throw new InputError('missing', `${key} is missing`)
    const found = choices.find((choice) => choice === this.fields[key])
    if (found === undefined) {
      throw new InputError(
        'unknown-value',
        `${key} is one of ${choices.join(', ')}, not ${JSON.stringify(this.fields[key])}`,
      )
    }
    return found
  }

  private list(key: string): readonly unknown[] {
    if (!this.has(key)) throw new InputError('missing', `${key} is missing`)
    const value = this.fields[key]
    if (!Array.isArray(value)) throw new InputError('not-a-list', `${key} is not a list`)
    return value
  }
}

function checked(name: string, value: unknown, { above, min, max }: Range): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new InputError('not-a-number', `${name} is not a number: ${JSON.stringify(value)}`)
  }
  if (above !== undefined && value <= above) {
    throw new InputError('out-of-range', `${name} must be more than ${above}, not ${value}`)
  }
  if (min !== undefined && value < min) {
    throw new InputError('out-of-range', `${name} must be ${min} or more, not ${value}`)
  }
  if (max !== undefined && value > max) {
    throw new InputError('out-of-range', `${name} must be ${max} or less, not ${value}`)
  }
  return value
}
