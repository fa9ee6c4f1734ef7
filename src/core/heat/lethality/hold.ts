import { CHICKEN_ROWS } from './hold-chicken.ts'
import { MEAT_ROWS, type HoldRow } from './hold-meat.ts'
import { TURKEY_ROWS } from './hold-turkey.ts'
import { LEAST_CLAIMED } from './lethality.ts'

export type HoldProduct = 'beef' | 'chicken' | 'turkey'
export type HoldLog = 5 | 6.5 | 7

export interface HoldQuestion {
  readonly product: HoldProduct
  /** Per cent of mass; the meat table does not ask. */
  readonly fat: number
  /** °C throughout the food. */
  readonly celsius: number
  readonly log10: HoldLog
}

export type HoldUnknown = 'under-55' | 'under-table' | 'no-table-for-log10' | 'fat-outside-table'

export type HoldAnswer =
  | { readonly kind: 'hold'; readonly seconds: number }
  | { readonly kind: 'unknown'; readonly why: HoldUnknown }

export const HOLD_SOURCE =
  'USDA FSIS, Cooking Guideline for Meat and Poultry Products (Revised Appendix A), December 2021'

const MEAT_COLUMNS: Readonly<Record<HoldLog, number>> = { 5: 0, 6.5: 1, 7: 2 }
const LEAST_FAT = 1
const MOST_FAT = 12

/**
 * How long food must stay at a temperature. Straight lines between the printed rows and columns lie above the falling,
 * hollow curves that the table samples, so the answer is never shorter than what FSIS would print there. A row counts
 * from the higher of its two printed temperatures, since °C is rounded there.
 */
export function holdTime({ product, fat, celsius, log10 }: HoldQuestion): HoldAnswer {
  if (celsius < LEAST_CLAIMED) return { kind: 'unknown', why: 'under-55' }
  if (product === 'beef') return answer(along(MEAT_ROWS, MEAT_COLUMNS[log10], celsius))
  if (log10 !== 7) return { kind: 'unknown', why: 'no-table-for-log10' }
  if (!(fat >= LEAST_FAT && fat <= MOST_FAT)) return { kind: 'unknown', why: 'fat-outside-table' }
  const rows = product === 'chicken' ? CHICKEN_ROWS : TURKEY_ROWS
  const column = Math.min(Math.floor(fat), MOST_FAT - 1) - LEAST_FAT
  const lean = along(rows, column, celsius)
  const rich = along(rows, column + 1, celsius)
  if (lean === null || rich === null) return { kind: 'unknown', why: 'under-table' }
  return answer(between(lean, rich, fat - LEAST_FAT - column))
}

function answer(seconds: number | null): HoldAnswer {
  if (seconds === null) return { kind: 'unknown', why: 'under-table' }
  // Tenths, upwards; the small step back keeps 13.1 from becoming 13.2.
  return { kind: 'hold', seconds: Math.max(0, Math.ceil(seconds * 10 - 1e-6) / 10) }
}

/** One column of a table at a temperature; null below its first row, and what its last row says above it. */
function along(rows: readonly HoldRow[], column: number, celsius: number): number | null {
  const places = rows.map((row) => placeOf(row, column))
  const next = places.findIndex((place) => place > celsius)
  const before = next === -1 ? rows.length - 1 : next - 1
  const early = rows[before]?.[2 + column]
  const late = rows[next]?.[2 + column]
  // Between the two printings of the first row's temperature.
  if (early === undefined) return celsius >= Math.min(...bothOf(rows[0])) ? (late ?? null) : null
  // FSIS prints 0 for less than ten seconds: a straight line to that 0 would be shorter than the truth.
  if (late === undefined || late === 0) return early
  const from = places[before] ?? celsius
  return early + ((late - early) * (celsius - from)) / ((places[next] ?? celsius) - from)
}

/** The two printings of a row's temperature, in °C. */
const bothOf = (row: HoldRow | undefined): readonly number[] =>
  row === undefined ? [] : [row[1], ((row[0] - 32) * 5) / 9]

/** Where a row counts from: the later of its printings, but "at once" from the earlier. */
const placeOf = (row: HoldRow, column: number): number =>
  row[2 + column] === 0 ? Math.min(...bothOf(row)) : Math.max(...bothOf(row))

function between(lean: number, rich: number, share: number): number {
  if (share === 0) return lean
  if (share === 1) return rich
  return lean === 0 || rich === 0 ? Math.max(lean, rich) : lean + (rich - lean) * share
}
