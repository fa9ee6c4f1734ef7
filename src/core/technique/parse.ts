import { LIMITS } from '../recipe/limits.ts'
import type { RecipeProblem } from '../recipe/problem.ts'
import { complain, kindOf, parseJson, type Reader } from '../recipe/reader.ts'
import { checkTechnique } from './check.ts'
import { readTechnique } from './fields.ts'
import type { Technique } from './technique.ts'

export type TechniqueParsing =
  | { readonly kind: 'technique'; readonly technique: Technique }
  /** In the order of the file. */
  | { readonly kind: 'invalid'; readonly problems: readonly RecipeProblem[] }

/** Reads a technique (JSON), as strictly as a recipe is read. Never throws, whatever the text is. */
export function parseTechnique(text: string): TechniqueParsing {
  const problems: RecipeProblem[] = []
  const at: Reader = { value: null, path: '', problems }
  if (text.length > LIMITS.characters) {
    complain(at, 'too-large', { characters: text.length, most: LIMITS.characters })
    return { kind: 'invalid', problems }
  }
  const value = parseJson(text)
  if (value === undefined) complain(at, 'not-json')
  else if (kindOf(value) !== 'object' || !Object.hasOwn(Object(value), 'phases')) {
    complain(at, 'not-a-technique')
  }
  if (problems.length > 0) return { kind: 'invalid', problems }
  const technique = readTechnique({ ...at, value })
  if (problems.length === 0) checkTechnique(technique, at)
  return problems.length === 0 ? { kind: 'technique', technique } : { kind: 'invalid', problems }
}
