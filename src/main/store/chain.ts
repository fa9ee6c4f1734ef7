import { createHash } from 'node:crypto'

/**
 * A hash chain: each row's hash covers the hash before it and the row's own text, so that a row that was changed,
 * removed, put in or moved no longer fits what follows.
 *
 * What it cannot show: a chain has no secret. Somebody who may write every file of the kitchen can compute a new
 * chain from the first changed row to the end, and then head and head file as well. Against that only a witness
 * elsewhere helps: a backup on a stick, or the head written on paper.
 */
export type Link = Buffer

export const firstLink = (seed: string): Link => createHash('sha256').update(seed).digest()

export const nextLink = (previous: Link, text: string): Link =>
  createHash('sha256').update(previous).update(text).digest()

/** What may stand in a chained row: figures and codes. */
export type Plain = string | number | boolean | null

/**
 * One text for one meaning: keys sorted by code unit, no white space, numbers as JSON writes them, what is not a
 * finite number as null, lone surrogates replaced (SQLite keeps UTF-8 only).
 */
export function canonical(value: Plain | readonly Plain[] | Readonly<Record<string, Plain>>): string {
  if (typeof value === 'string') return JSON.stringify(wellFormed(value))
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item: Plain) => canonical(item)).join(',')}]`
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([key, field]): [string, string] => [wellFormed(key), canonical(field)])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${field}`).join(',')}}`
}

/** Text as SQLite gives it back: well-formed, and without NUL, at which C code may end it. */
export const wellFormed = (text: string): string => text.toWellFormed().replaceAll('\0', '\u2400')
