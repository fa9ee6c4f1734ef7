import type { CommandResult } from '#contract/commands.ts'
import { settingsSchema, type Settings } from '#contract/settings.ts'
import type { Store } from '#main/store/store.ts'
import type { PartialSettings } from './actions.ts'

/** The kitchen's settings: read once, changed here only, saved before they count. */
export class SettingsKeeper {
  readonly #store: Store
  readonly #listeners = new Set<(settings: Settings) => void>()
  #current: Settings

  static async open(store: Store): Promise<SettingsKeeper> {
    return new SettingsKeeper(store, await store.settings())
  }

  private constructor(store: Store, current: Settings) {
    this.#store = store
    this.#current = current
  }

  get current(): Settings {
    return this.#current
  }

  /** Calls `listener` at once and after each change. Returns its own unsubscribe. */
  watch(listener: (settings: Settings) => void): () => void {
    this.#listeners.add(listener)
    listener(this.#current)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  async update(change: PartialSettings): Promise<CommandResult> {
    const given = Object.entries(change).filter(([, value]) => value !== undefined)
    const next = settingsSchema.safeParse({ ...this.#current, ...Object.fromEntries(given) })
    if (!next.success) return { kind: 'refused', code: 'settings-invalid' }
    try {
      await this.#store.saveSettings(next.data)
    } catch {
      return { kind: 'refused', code: 'not-saved' }
    }
    this.#tell(next.data)
    return { kind: 'done' }
  }

  /** The store has another past now (a backup was put back): what it says counts, but for the lock, which stays. */
  async reload(): Promise<void> {
    const { locked } = this.#current
    this.#tell({ ...(await this.#store.settings()), locked })
    await this.update({ locked })
  }

  #tell(settings: Settings): void {
    this.#current = settings
    for (const listener of this.#listeners) listener(settings)
  }
}
