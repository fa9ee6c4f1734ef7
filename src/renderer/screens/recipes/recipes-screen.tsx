export function RecipesScreen() { return null }
