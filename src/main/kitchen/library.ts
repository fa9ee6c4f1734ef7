import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandResult, RecipeSummary } from '#contract/commands.ts'
import { parseRecipe } from '#core/recipe/parse.ts'
import type { Recipe } from '#core/recipe/recipe.ts'
import { packageFolder } from '#main/package-folder.ts'
import type { Store } from '#main/store/store.ts'

const SHIPPED = join(packageFolder, 'resources/recipes')

/** The recipes that come with the kitchen. A file that is none is a fault of ours, and said so. */
export function shippedRecipes(folder: string = SHIPPED): readonly Recipe[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => {
      const parsed = parseRecipe(readFileSync(join(folder, name), 'utf8'))
      if (parsed.kind === 'invalid') {
        const [problem] = parsed.problems
        throw new Error(
          `the shipped recipe ${name} is not one: ${problem?.path ?? ''} ${problem?.code ?? ''}`,
        )
      }
      return parsed.recipe
    })
}

function summary(recipe: Recipe, origin: RecipeSummary['origin']): RecipeSummary {
  const { id, title, story, author, servings, total, zones } = recipe
  return { id, title, story, author, servings, total, zones: zones.length, origin }
}

function byId(recipes: readonly Recipe[]): ReadonlyMap<string, Recipe> {
  return new Map(recipes.map((recipe) => [recipe.id, recipe]))
}

/** Every recipe the household can cook: the shipped ones and its own. One of its own goes before a shipped namesake. */
export class Library {
  readonly #store: Store
  readonly #shipped: ReadonlyMap<string, Recipe>
  #own: ReadonlyMap<string, Recipe>

  static async open(store: Store, shipped: readonly Recipe[] = shippedRecipes()): Promise<Library> {
    return new Library(store, shipped, await store.ownRecipes())
  }

  private constructor(store: Store, shipped: readonly Recipe[], own: readonly Recipe[]) {
    this.#store = store
    this.#shipped = byId(shipped)
    this.#own = byId(own)
  }

  list(): readonly RecipeSummary[] {
    const own = [...this.#own.values()].map((recipe) => summary(recipe, 'own'))
    const shipped = [...this.#shipped.values()].filter((recipe) => !this.#own.has(recipe.id))
    return [...own, ...shipped.map((recipe) => summary(recipe, 'shipped'))]
  }

  get(id: string): Recipe | null {
    return this.#own.get(id) ?? this.#shipped.get(id) ?? null
  }

  async add(text: string): Promise<CommandResult> {
    const parsed = parseRecipe(text)
    if (parsed.kind === 'invalid') {
      const [problem] = parsed.problems
      return {
        kind: 'refused',
        code: 'recipe-invalid',
        detail: problem ? `${problem.path || '/'}: ${problem.code}` : '',
      }
    }
    return this.#saved(
      this.#store.saveRecipe(parsed.recipe),
      new Map(this.#own).set(parsed.recipe.id, parsed.recipe),
    )
  }

  async remove(id: string): Promise<CommandResult> {
    if (!this.#own.has(id)) return { kind: 'refused', code: 'recipe-unknown' }
    const own = new Map(this.#own)
    own.delete(id)
    return this.#saved(this.#store.removeRecipe(id), own)
  }

  /** The store has another past now (a backup was put back). */
  async reload(): Promise<void> {
    this.#own = byId(await this.#store.ownRecipes())
  }

  async #saved(saving: Promise<unknown>, own: ReadonlyMap<string, Recipe>): Promise<CommandResult> {
    try {
      await saving
    } catch {
      return { kind: 'refused', code: 'not-saved' }
    }
    this.#own = own
    return { kind: 'done' }
  }
}
