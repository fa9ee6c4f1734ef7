import type { CommandResult } from '#contract/commands.ts'
import { suggestZones } from '#core/recipe/assign.ts'
import type { Techniques } from '#core/program/of-step.ts'
import type { Recipe } from '#core/recipe/recipe.ts'
import { openStore } from '#main/store/open.ts'
import { startSupervisor, type StartSupervisor } from '#main/supervisor/client.ts'
import type { Clock } from './clock.ts'
import type { Library } from './library.ts'
import type { SettingsKeeper } from './settings-keeper.ts'
import type { Tune } from './sound.ts'
import { Station } from './station.ts'

/** Twenty times faster: a two-hour stew in six minutes. */
const ADDRESS = 'virtual:?speed=20&seed=1'

export interface RehearsalDependencies {
  readonly clock: Clock
  readonly settings: SettingsKeeper
  readonly library: Library
  readonly techniques: Techniques
  readonly startSupervisor: StartSupervisor | undefined
  readonly sound: (tune: Tune) => void
  readonly changed: () => void
  readonly telemetry: (frame: Uint8Array) => void
  /** Nothing heats on the real stove, nothing is about to. */
  readonly realIsIdle: () => boolean
  /**
   * The screens turn from one stove to the other: the real one is told off, so that no touch and no question that was
   * meant before counts after (law 6).
   */
  readonly leaveReal: () => void
}

/** A recipe tried out on a virtual stove of its own, with a memory that is forgotten; the real stove is off meanwhile. */
export class Rehearsal {
  readonly #deps: RehearsalDependencies
  #station: Station | null = null
  #close: (() => Promise<void>) | null = null
  #opening = false

  constructor(deps: RehearsalDependencies) {
    this.#deps = deps
  }

  get station(): Station | null {
    return this.#station
  }

  get running(): boolean {
    return this.#station !== null
  }

  async start(recipeId: string): Promise<CommandResult> {
    const recipe = await this.#deps.library.get(recipeId)
    if (recipe === null) return { kind: 'refused', code: 'recipe-unknown' }
    if (this.#close !== null || this.#opening) return { kind: 'refused', code: 'rehearsal-running' }
    this.#opening = true
    const store = await openStore({ directory: ':memory:' }).finally(() => {
      this.#opening = false
    })
    // A hand may have been at the real stove while the memory was opened.
    if (!this.#deps.realIsIdle()) {
      await store.close()
      return { kind: 'refused', code: 'stove-in-use' }
    }
    this.#deps.leaveReal()
    let begun = false
    const station = new Station({
      ...this.#deps,
      store,
      supervisor: startSupervisor(this.#deps.startSupervisor),
      address: ADDRESS,
      faultsOf: ADDRESS,
      rehearsal: true,
      changed: () => {
        begun ||= this.#lay(recipe)
        this.#deps.changed()
      },
    })
    this.#station = station
    this.#close = async () => {
      await station.close()
      await store.close()
    }
    this.#deps.changed()
    return { kind: 'done' }
  }

  /** Lays the recipe on the stove as soon as the stove is there. */
  #lay(recipe: Recipe): boolean {
    const station = this.#station
    const zones = station?.stove ? suggestZones(recipe, station.stove.zones) : null
    if (station === null || zones === null) return false
    void station.cooking.start(recipe, recipe.servings, zones)
    return true
  }

  async end(): Promise<CommandResult> {
    const close = this.#close
    if (close === null) return { kind: 'done' }
    this.#station = null
    this.#close = null
    this.#deps.leaveReal()
    this.#deps.changed()
    await close()
    return { kind: 'done' }
  }
}
