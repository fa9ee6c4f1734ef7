/// <reference types="vite/client" />
import { parseRecipe } from '#core/recipe/parse.ts'
import type { Recipe } from '#core/recipe/recipe.ts'

const files = import.meta.glob<unknown>('../../resources/recipes/*.json', { eager: true, import: 'default' })

/** The recipes that ship with the kitchen, read as the kitchen reads them. */
export const shippedRecipes: readonly Recipe[] = Object.values(files).map((file) => {
  const parsed = parseRecipe(JSON.stringify(file))
  if (parsed.kind !== 'recipe') throw new Error(`a shipped recipe cannot be read: ${JSON.stringify(parsed)}`)
  return parsed.recipe
})

export function shipped(id: string): Recipe {
  const found = shippedRecipes.find((recipe) => recipe.id === id)
  if (found === undefined) throw new Error(`no shipped recipe ${id}`)
  return found
}
