import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandResult, RecipeSummary } from '#contract/commands.ts'
import { parseRecipe } from '#core/recipe/parse.ts'
import type { Recipe } from '#core/recipe/recipe.ts'
import { packageFolder } from '#main/package-folder.ts'
import { summaryOf } from '#main/store/recipe-summary.ts'
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

/** Every recipe the household can cook: the shipped ones and its own. One of its own goes before a shipped namesake. */
export class Library {
  readonly #store: Store
  readonly #shipped: ReadonlyMap<string, Recipe>
  /** In short; one that is wanted whole comes from the store. */
  #own: ReadonlyMap<string, RecipeSummary>

  static async open(store: Store, shipped: readonly Recipe[] = shippedRecipes()): Promise<Library> {
    return new Library(store, shipped, await store.ownRecipes())
  }

  private constructor(store: Store, shipped: readonly Recipe[], own: readonly RecipeSummary[]) {
    this.#store = store
    this.#shipped = byId(shipped)
    this.#own = byId(own)
  }

  list(): readonly RecipeSummary[] {
    const shipped = [...this.#shipped.values()].filter((recipe) => !this.#own.has(recipe.id))
    return [...this.#own.values(), ...shipped.map((recipe) => summaryOf(recipe, 'shipped'))]
  }

  async get(id: string): Promise<Recipe | null> {
    const own = this.#own.has(id) ? await this.#store.ownRecipe(id) : null
    return own ?? this.#shipped.get(id) ?? null
  }

  /** Adds what a text says, which may come in parts. It is read on the store's thread: a long one takes its time. */
  async add(text: readonly string[]): Promise<CommandResult> {
    try {
      const adding = await this.#store.addRecipe(text)
      if (adding.kind === 'invalid') {
        const [problem] = adding.problems
        const detail = problem ? `${problem.path || '/'}: ${problem.code}` : ''
        return { kind: 'refused', code: 'recipe-invalid', detail }
      }
      this.#own = new Map(this.#own).set(adding.recipe.id, adding.recipe)
      return { kind: 'done' }
    } catch {
      return { kind: 'refused', code: 'not-saved' }
    }
  }

  async remove(id: string): Promise<CommandResult> {
    if (!this.#own.has(id)) return { kind: 'refused', code: 'recipe-unknown' }
    try {
      await this.#store.removeRecipe(id)
    } catch {
      return { kind: 'refused', code: 'not-saved' }
    }
    const own = new Map(this.#own)
    own.delete(id)
    this.#own = own
    return { kind: 'done' }
  }

  /** The store has another past now (a backup was put back). */
  async reload(): Promise<void> {
    this.#own = byId(await this.#store.ownRecipes())
  }
}

function byId<Named extends { readonly id: string }>(all: readonly Named[]): ReadonlyMap<string, Named> {
  return new Map(all.map((one) => [one.id, one]))
}
