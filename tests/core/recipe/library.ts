import { readdirSync, readFileSync } from 'node:fs'
import { parseRecipe } from '#core/recipe/parse.ts'
import type { Recipe } from '#core/recipe/recipe.ts'

const FOLDER = new URL('../../../resources/recipes/', import.meta.url)

export const LIBRARY_FILES: readonly string[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .toSorted()

export const libraryText = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8')

/** A shipped recipe; a file that does not parse fails the test that asks for it. */
export function libraryRecipe(name: string): Recipe {
  const parsed = parseRecipe(libraryText(name))
  if (parsed.kind === 'invalid') throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`)
  return parsed.recipe
}

export const LIBRARY: readonly Recipe[] = LIBRARY_FILES.map(libraryRecipe)
