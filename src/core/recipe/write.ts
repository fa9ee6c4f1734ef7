import { FORMAT, VERSION } from './fields.ts'
import type { Recipe } from './recipe.ts'

/** Writes a recipe as a file in SmartTop's own form: what `parseRecipe` reads back to the same recipe. */
export function writeRecipe(recipe: Recipe): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, ...recipe }, null, 2)}\n`
}
