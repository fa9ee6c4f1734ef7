import type { RecipeSummary } from '#contract/commands.ts'
import type { Recipe } from '#core/recipe/recipe.ts'

/** What a list shows of a recipe. */
export function summaryOf(recipe: Recipe, origin: RecipeSummary['origin']): RecipeSummary {
  const { id, title, story, author, servings, total, zones } = recipe
  return { id, title, story, author, servings, total, zones: zones.length, origin }
}
