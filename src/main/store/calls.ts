import { dirname } from 'node:path'
import { SmartTopError } from '#contract/error.ts'
import type { BackupPlace } from '#contract/commands.ts'
import { parseRecipe } from '#core/recipe/parse.ts'
import { filesIn, knownPlace, writeBackup } from './backup.ts'
import { cookGraph } from './cook-graph.ts'
import type { Keeper } from './keeper.ts'
import type { PackedGraph } from './packed-graph.ts'
import { findPlaces, type Media } from './places.ts'
import { summaryOf } from './recipe-summary.ts'
import { restore } from './restore.ts'
import type { Store } from './store.ts'

/** What an asker waits for: the part of the Store that answers. */
export type Calls = Omit<
  Store,
  | 'opened'
  | 'onHealth'
  | 'appendLog'
  | 'appendTelemetry'
  | 'rememberStove'
  | 'keepTimers'
  | 'keepFaults'
  | 'appendCookEvent'
  | 'graph'
  | 'close'
> & { readonly graph: (session: string, points: number) => Promise<PackedGraph | null> }
export type CallName = keyof Calls

/** Every answer of the store, given by one keeper. */
export function callsOf(keeper: Keeper, media: Media): Calls {
  const line = oneAfterAnother()
  const pause = (): Promise<void> => new Promise((go) => setImmediate(go))
  const places = (): Promise<readonly BackupPlace[]> => findPlaces(keeper.paths?.backups ?? null, media)

  const calls: Calls = {
    flush: async () => keeper.flush(),
    verifyLog: () =>
      line.run(async () => {
        keeper.flush()
        return keeper.tables.log.verify(keeper.witness(), pause)
      }),
    verifyCook: async (session) => keeper.read(({ cooks }) => cooks.verify(session)),

    zoneNames: async (stove) => keeper.read(({ stoves }) => stoves.zoneNames(stove)),
    nameZones: async (stove, names) => keeper.write(({ stoves }) => stoves.nameZones(stove, names)),
    lastStove: async (address) => keeper.read(({ stoves }) => stoves.lastAt(address)),
    timers: async (stove) => keeper.read(({ stoves }) => stoves.timers(stove)),
    faults: async (stove) => keeper.read(({ stoves }) => stoves.faults(stove)),
    residual: async (stove) => keeper.read(({ telemetry }) => telemetry.residual(stove)),

    settings: async () => keeper.read(({ settings }) => settings.read()),
    saveSettings: async (value) => keeper.write(({ settings }) => settings.save(value)),

    beginCook: async (cook) => keeper.write(({ cooks }) => cooks.begin(cook)),
    endCook: async (session, at, ending) => {
      if (keeper.read(({ cooks }) => cooks.find(session)) === null) {
        throw new SmartTopError('cook-unknown', `There is no cook ${session}.`)
      }
      keeper.append({ type: 'end', session, at, ending })
      if (!keeper.flush()) throw keeper.unwritable()
    },
    unfinishedCook: async (stove) => keeper.read(({ cooks }) => cooks.unfinished(stove)),
    listCooks: async (before, limit) => keeper.read(({ cooks }) => cooks.list(before, limit)),
    graph: async (session, points) =>
      keeper.read((tables) => cookGraph(tables, session, points, keeper.now())),

    ownRecipes: async () => keeper.read(({ recipes }) => recipes.list()),
    ownRecipe: async (id) => keeper.read(({ recipes }) => recipes.find(id)),
    addRecipe: async (text) => {
      const parsed = parseRecipe(text.join(''))
      if (parsed.kind === 'invalid') return parsed
      keeper.write(({ recipes }) => recipes.save(parsed.recipe, keeper.now()))
      return { kind: 'kept', recipe: summaryOf(parsed.recipe, 'own') }
    },
    removeRecipe: async (id) => keeper.write(({ recipes }) => recipes.remove(id)),

    backupPlaces: places,
    backupFiles: async (place) => filesIn(knownPlace(place, await places()).path),
    writeBackup: (place) =>
      line.run(async () => {
        const known = knownPlace(place, await places())
        keeper.flush()
        return writeBackup(keeper.db, keeper.paths?.backups ?? known.path, known, keeper.now())
      }),
    restoreBackup: (file) =>
      line.run(async () => {
        knownPlace(dirname(file), await places())
        await restore(keeper, file)
      }),
  }
  return calls
}

/** Long work goes one after another: a check or a backup must not have its database exchanged under it. */
function oneAfterAnother() {
  let last: Promise<unknown> = Promise.resolve()
  function run<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = last.then(work, work)
    last = result.catch(() => {})
    return result
  }
  return { run }
}
