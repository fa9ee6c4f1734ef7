/** Languages that numbers are written in. */
export type Locale = 'en' | 'de'

export interface Numeral {
  readonly number: string
  /** The value that the text stands for. */
  readonly count: number
}

const MINUS = '\u2212'

/**
 * A number with up to `digits` decimals; zeros at the end are not written ("1.5", "2"). Halves round away from
 * zero, as cooks do. Binary fractions are lifted by a hair first: 1.005 is meant as 1.005.
 */
export function decimal(value: number, digits: number, locale: Locale): Numeral {
  const power = 10 ** digits
  const scaled = Math.abs(value) * power
  const count = (Math.sign(value) * Math.round(scaled + scaled * Number.EPSILON * 4)) / power
  if (count === 0) return { number: '0', count: 0 }
  const text = String(Math.abs(count))
  return { number: `${count < 0 ? MINUS : ''}${locale === 'de' ? text.replace('.', ',') : text}`, count }
}

interface Part {
  readonly value: number
  readonly text: string
}

const WHOLE: readonly Part[] = [
  { value: 0, text: '' },
  { value: 1, text: '' },
]
const HALF: Part = { value: 1 / 2, text: '½' }
const QUARTERS: readonly Part[] = [
  { value: 1 / 4, text: '¼' },
  { value: 3 / 4, text: '¾' },
]
const THIRDS: readonly Part[] = [
  { value: 1 / 3, text: '⅓' },
  { value: 2 / 3, text: '⅔' },
]

/** The parts that a measure is divided into. Cups and onions come in thirds too, ounces on a scale do not. */
const PARTS = {
  halves: [...WHOLE, HALF],
  quarters: [...WHOLE, HALF, ...QUARTERS],
  'quarters-and-thirds': [...WHOLE, HALF, ...QUARTERS, ...THIRDS],
} as const

/** A number as spoons and eggs are counted: "10½", "¾", "⅓". Never nothing where there is something. */
export function fraction(value: number, parts: keyof typeof PARTS): Numeral {
  const whole = Math.floor(value)
  const rest = value - whole
  const allowed = value > 0 && whole === 0 ? PARTS[parts].filter((part) => part.value > 0) : PARTS[parts]
  const nearest = allowed.reduce((best, part) =>
    Math.abs(part.value - rest) < Math.abs(best.value - rest) ? part : best,
  )
  const integer = nearest.value === 1 ? whole + 1 : whole
  const bare = integer === 0 && nearest.text !== ''
  return {
    number: bare ? nearest.text : `${integer}${nearest.text}`,
    count: whole + nearest.value,
  }
}
