import { complain, field, readFields, readString, type Reader } from './reader.ts'
import type { Text } from './recipe.ts'

/** Text in at least one language; none of the languages that are there may be empty. */
export function readText(at: Reader, most: number): Text {
  const fields = readFields(at, ['en', 'de'])
  const text: { en?: string; de?: string } = {}
  if (Object.hasOwn(fields, 'en')) text.en = readString(field(at, fields, 'en'), most)
  if (Object.hasOwn(fields, 'de')) text.de = readString(field(at, fields, 'de'), most)
  if (typeof at.value === 'object' && text.en === undefined && text.de === undefined) complain(at, 'no-text')
  return text
}
