import type { Fault } from '#core/safety/fault.ts'
import type { LogEntry } from '#core/safety/log-entry.ts'
import type { Timer } from '#core/cook/timers.ts'
import type { KeptProgram } from '#core/program/kept.ts'
import type { RecipeProblem } from '#core/recipe/problem.ts'
import type { Recipe } from '#core/recipe/recipe.ts'
import type { StoveDescription, StoveReport } from '#core/stove/stove.ts'
import type { BackupFile, BackupPlace, CookGraph, CookSummary, RecipeSummary } from '#contract/commands.ts'
import type { Settings } from '#contract/settings.ts'
import type { ResidualHeat } from '#main/supervisor/protocol.ts'

/**
 * The kitchen's memory. SQLite lives on a thread of its own, so every answer is a promise and no query can stall
 * the bridge. Appends return at once and are on disk within a second; whether the disk still takes them is told
 * by `onHealth` (law 11). All times are wall milliseconds.
 */
export interface Store {
  readonly opened: StoreOpened
  /** Called at once with the present state, then whenever it changes. Returns its own unsubscribe. */
  onHealth(listener: (health: StoreHealth) => void): () => void

  appendLog(stove: string, entries: readonly LogEntry[]): void
  /** Checks the whole hash chain; the id of the first row that does not fit, or null. */
  verifyLog(): Promise<{ readonly rows: number; readonly firstBroken: number | null }>
  /** The same for the events of one cook; null when there is no such cook. */
  verifyCook(
    session: string,
  ): Promise<{ readonly events: number; readonly firstBroken: number | null } | null>

  appendTelemetry(stove: string, at: number, report: StoveReport): void

  rememberStove(stove: StoveDescription, at: number, address: string): void
  /** The stove that was last seen at this address: what is known of it while it cannot be reached. */
  lastStove(address: string): Promise<StoveDescription | null>
  /** Kitchen timers, kept whole with each change: they outlive the process. */
  keepTimers(stove: string, timers: KeptTimers): void
  timers(stove: string): Promise<KeptTimers | null>
  /** Faults stay latched over a restart, until somebody acknowledges them. */
  keepFaults(stove: string, at: number, faults: readonly Fault[]): void
  faults(stove: string): Promise<readonly Fault[]>
  zoneNames(stove: string): Promise<readonly string[] | null>
  nameZones(stove: string, names: readonly string[]): Promise<void>
  residual(stove: string): Promise<readonly ResidualHeat[]>

  settings(): Promise<Settings>
  saveSettings(settings: Settings): Promise<void>

  /** Begins a cook; its events follow. `recipe` is kept whole, so that history survives edits. */
  beginCook(cook: CookBegun): Promise<void>
  appendCookEvent(session: string, event: CookEventRow): void
  endCook(session: string, at: number, end: 'finished' | 'abandoned' | 'interrupted'): Promise<void>
  /** The newest cook without an end, with its events: what a crash left behind (law 7). */
  unfinishedCook(stove: string | null): Promise<UnfinishedCook | null>
  listCooks(before: number | null, limit: number): Promise<readonly CookSummary[]>
  graph(session: string, points: number): Promise<CookGraph | null>

  /** Recipes of the household's own, in short: whole, they stay on the store's thread until one is asked for. */
  ownRecipes(): Promise<readonly RecipeSummary[]>
  ownRecipe(id: string): Promise<Recipe | null>
  /** Reads and checks a recipe's text, which may come in parts, and keeps it in the place of its namesake. */
  addRecipe(text: readonly string[]): Promise<RecipeAdding>
  removeRecipe(id: string): Promise<boolean>

  /** Mounted media and the kitchen's own backup folder. */
  backupPlaces(): Promise<readonly BackupPlace[]>
  backupFiles(place: string): Promise<readonly BackupFile[]>
  writeBackup(place: string): Promise<BackupFile>
  /** Checks the file, keeps the present database aside, puts the backup in its place and opens it. */
  restoreBackup(file: string): Promise<void>

  /** Tries to put everything appended so far on the disk now; false when the disk does not take it. */
  flush(): Promise<boolean>
  /** Flushes what is pending and closes. Idempotent. What is appended afterwards is not kept. */
  close(): Promise<void>
}

export interface StoreOpened {
  /** Where a damaged file was set aside at start; null when it was whole. */
  readonly setAside: string | null
  /** How many rows of each kind could be saved out of it into the new one; null when nothing was set aside. */
  readonly salvaged: { readonly settings: number; readonly recipes: number; readonly cooks: number } | null
}

export type StoreHealth =
  | { readonly kind: 'ok' }
  | { readonly kind: 'unwritable'; readonly code: 'full' | 'read-only' | 'failed' }

export type RecipeAdding =
  | { readonly kind: 'kept'; readonly recipe: RecipeSummary }
  | { readonly kind: 'invalid'; readonly problems: readonly RecipeProblem[] }

/** Timers with the clocks they were kept by. */
export interface KeptTimers {
  /** Wall time, and the cook's clock then with its speed. */
  readonly at: number
  readonly cookAt: number
  readonly speed: number
  readonly timers: readonly Timer[]
  /** Techniques on zones, by the same clocks; absent in what an older kitchen kept. */
  readonly programs?: readonly KeptProgram[]
}

export interface CookBegun {
  readonly session: string
  readonly stove: string
  readonly at: number
  readonly speed: number
  readonly recipe: Recipe
  readonly servings: number
  readonly zones: Readonly<Record<string, number>>
}

/** One thing that happened in a cook: `kind` and figures, for example {kind: 'step', data: {index: 3}}. */
export interface CookEventRow {
  readonly at: number
  readonly kind: string
  readonly data: Readonly<Record<string, string | number | boolean | null>>
}

export interface UnfinishedCook extends CookBegun {
  readonly events: readonly CookEventRow[]
}
