import type { RecipePart } from '#contract/recipe-parts.ts'
import type { Screen } from '#main/bridge/screen.ts'

export type Upload =
  | { readonly kind: 'whole'; readonly text: readonly string[] }
  | { readonly kind: 'unfinished' }
  /** A part is missing before this one. */
  | { readonly kind: 'torn' }

/** Texts of which not all parts have come yet: one a screen, forgotten with its line. */
export class RecipeUploads {
  readonly #begun = new WeakMap<Screen, readonly string[]>()

  take({ text, part }: RecipePart, screen: Screen): Upload {
    const before = part.index === 0 ? [] : (this.#begun.get(screen) ?? [])
    this.#begun.delete(screen)
    if (part.index !== before.length || part.index >= part.of) return { kind: 'torn' }
    const all = [...before, text]
    if (all.length === part.of) return { kind: 'whole', text: all }
    this.#begun.set(screen, all)
    return { kind: 'unfinished' }
  }
}
