import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { writeRecipe } from '../../../src/core/recipe/write.ts'
import type { Recipe } from '../../../src/core/recipe/recipe.ts'
import { callsOf } from '../../../src/main/store/calls.ts'
import { unpackGraph } from '../../../src/main/store/packed-graph.ts'
import { Keeper, type KeeperOptions } from '../../../src/main/store/keeper.ts'
import { openStore, type StoreOptions } from '../../../src/main/store/open.ts'
import type { RecipeAdding, Store, StoreHealth } from '../../../src/main/store/store.ts'
import { NOON } from './figures.ts'

export * from './figures.ts'

export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'smarttop-store-test-'))
  onTestFinished(() => {
    rmSync(path, { recursive: true, force: true })
  })
  return path
}

const STEP: Recipe['steps'][number] = {
  id: 'wait',
  title: { en: 'Wait' },
  text: { en: 'Until somebody says so.' },
  uses: [],
  heat: [],
  until: { kind: 'cook' },
  mode: 'hand',
}

/** Keeps a recipe as a household does: from its text. */
export const keepRecipe = (store: Pick<Store, 'addRecipe'>, recipe: Recipe): Promise<RecipeAdding> =>
  store.addRecipe([writeRecipe({ ...recipe, steps: [STEP] })])

/** A store on its own thread, closed when the test is over. */
export async function opened(directory: string, options: Partial<StoreOptions> = {}): Promise<Store> {
  const store = await openStore({
    directory,
    now: () => NOON,
    media: { roots: [], mountedOnly: true },
    ...options,
  })
  onTestFinished(() => store.close())
  return store
}

/** The same answers without the thread, which takes its time to start: for what is not about threads. */
export async function near(directory: string): Promise<Omit<Store, 'onHealth'>> {
  const { keeper } = await keeperAt(directory)
  const calls = callsOf(keeper, { roots: [], mountedOnly: true })
  return {
    ...calls,
    opened: { setAside: keeper.aside.file, salvaged: keeper.aside.salvaged },
    appendLog: (stove, entries) => keeper.append({ type: 'log', stove, entries }),
    appendTelemetry: (stove, at, report) => keeper.append({ type: 'telemetry', stove, at, report }),
    rememberStove: (stove, at, address) => keeper.append({ type: 'stove', stove, at, address }),
    keepTimers: (stove, timers) => keeper.append({ type: 'timers', stove, at: timers.at, timers }),
    keepFaults: (stove, at, faults) => keeper.append({ type: 'faults', stove, at, faults }),
    appendCookEvent: (session, event) => keeper.append({ type: 'event', session, event }),
    graph: async (session, points) => {
      const packed = await calls.graph(session, points)
      return packed === null ? null : unpackGraph(packed)
    },
    close: async () => keeper.close(),
  }
}

/** A keeper without thread and without timers, so that the test says when a commit happens. */
export async function keeperAt(
  directory: string,
  options: Partial<KeeperOptions> = {},
): Promise<{ keeper: Keeper; told: StoreHealth[] }> {
  const told: StoreHealth[] = []
  const keeper = await Keeper.open({
    directory,
    now: () => NOON,
    onHealth: (health) => told.push(health),
    ...options,
  })
  onTestFinished(() => {
    keeper.close()
  })
  return { keeper, told }
}
