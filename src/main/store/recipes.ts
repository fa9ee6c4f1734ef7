import type Database from 'better-sqlite3'
import type { Recipe } from '#core/recipe/recipe.ts'

/** The household's own recipes, each kept whole as the text it would be shared as. */
export function recipeTable(db: Database.Database) {
  const all = db.prepare<[], { id: string; body: string }>('SELECT id, body FROM recipes ORDER BY id')
  const write = db.prepare(
    `INSERT INTO recipes VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at`,
  )
  const erase = db.prepare('DELETE FROM recipes WHERE id = ?')

  /** A row that cannot be read is passed over: it never hides the others. */
  const list = (): readonly Recipe[] =>
    all.all().flatMap((row) => {
      try {
        const recipe = JSON.parse(row.body) as Recipe
        return recipe.id === row.id ? [recipe] : []
      } catch {
        return []
      }
    })

  const save = (recipe: Recipe, now: number): void => {
    write.run(recipe.id, JSON.stringify(recipe), Math.round(now))
  }

  const remove = (id: string): boolean => erase.run(id).changes > 0

  return { list, save, remove }
}
