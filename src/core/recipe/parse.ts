import { checkMeaning } from './check.ts'
import { FORMAT, readRecipe, VERSION } from './fields.ts'
import { LIMITS } from './limits.ts'
import type { RecipeProblem } from './problem.ts'
import { complain, kindOf, parseJson, type Reader } from './reader.ts'
import type { Recipe } from './recipe.ts'

export type RecipeParsing =
  | { readonly kind: 'recipe'; readonly recipe: Recipe }
  /** At most LIMITS.problems of them, in the order of the file. */
  | { readonly kind: 'invalid'; readonly problems: readonly RecipeProblem[] }

/**
 * Reads a recipe in SmartTop's own form (JSON). Never throws, whatever the text is. A file may name its form
 * (`"format": "smarttop-recipe", "version": 1`), as `writeRecipe` does; one that names another is refused.
 */
export function parseRecipe(text: string): RecipeParsing {
  const problems: RecipeProblem[] = []
  const at: Reader = { value: null, path: '', problems }
  if (text.length > LIMITS.characters) {
    complain(at, 'too-large', { characters: text.length, most: LIMITS.characters })
    return { kind: 'invalid', problems }
  }
  const value = parseJson(text)
  if (value === undefined) complain(at, 'not-json')
  else if (!looksLikeRecipe(value)) complain(at, 'not-a-recipe')
  else checkForm(value, at)
  if (problems.length > 0) return { kind: 'invalid', problems }

  const recipe = readRecipe({ ...at, value })
  // Meaning is looked at in a recipe of the right shape only: there, ids lead somewhere.
  if (problems.length === 0) checkMeaning(recipe, at)
  return problems.length === 0 ? { kind: 'recipe', recipe } : { kind: 'invalid', problems }
}

const looksLikeRecipe = (value: unknown): value is Readonly<Record<string, unknown>> =>
  kindOf(value) === 'object' &&
  ['steps', 'ingredients', 'title'].some((name) => Object.hasOwn(Object(value), name))

function checkForm(value: Readonly<Record<string, unknown>>, at: Reader): void {
  const { format, version } = value
  if (format !== undefined && format !== FORMAT) complain({ ...at, path: 'format' }, 'not-a-recipe')
  else if (version !== undefined && version !== VERSION) {
    complain({ ...at, path: 'version' }, 'wrong-version', {
      version: typeof version === 'number' ? version : kindOf(version),
      newest: VERSION,
    })
  }
}
