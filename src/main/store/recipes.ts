import type Database from 'better-sqlite3'
import type { RecipeSummary } from '#contract/commands.ts'
import type { Recipe } from '#core/recipe/recipe.ts'
import { summaryOf } from './recipe-summary.ts'

interface Row {
  readonly id: string
  readonly body: string
}

/** The household's own recipes, each kept whole as the text it would be shared as. */
export function recipeTable(db: Database.Database) {
  const all = db.prepare<[], Row>('SELECT id, body FROM recipes ORDER BY id')
  const one = db.prepare<[string], Row>('SELECT id, body FROM recipes WHERE id = ?')
  const write = db.prepare(
    `INSERT INTO recipes VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at`,
  )
  const erase = db.prepare('DELETE FROM recipes WHERE id = ?')

  /** A row that cannot be read is passed over: it never hides the others. */
  const list = (): readonly RecipeSummary[] =>
    all.all().flatMap((row) => {
      const recipe = read(row)
      return recipe === null ? [] : [summaryOf(recipe, 'own')]
    })

  const find = (id: string): Recipe | null => {
    const row = one.get(id)
    return row === undefined ? null : read(row)
  }

  const save = (recipe: Recipe, now: number): void => {
    write.run(recipe.id, JSON.stringify(recipe), Math.round(now))
  }

  const remove = (id: string): boolean => erase.run(id).changes > 0

  return { list, find, save, remove }
}

function read({ id, body }: Row): Recipe | null {
  try {
    const recipe = JSON.parse(body) as Recipe
    return recipe.id === id ? recipe : null
  } catch {
    return null
  }
}
