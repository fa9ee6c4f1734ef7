import type {
  BackupFile,
  BackupPlace,
  CommandResult,
  CookGraph,
  CookSummary,
  KnownStove,
  PortInfo,
  RecipeSummary,
} from '#contract/commands.ts'
import type { RecipePart } from '#contract/recipe-parts.ts'
import type { Settings } from '#contract/settings.ts'
import type { Choices } from '#core/program/choices.ts'
import type { Recipe } from '#core/recipe/recipe.ts'
import type { HeatAnswer } from '#core/safety/request.ts'
import type { ZoneId, ZoneTarget } from '#core/stove/stove.ts'
import type { Technique } from '#core/technique/technique.ts'
import type { Screen } from '#main/bridge/screen.ts'

type Answer = CommandResult | Promise<CommandResult>

/** next: the phase is over. resume: go on after what stopped it. stop: off, and the program is left. */
export type ProgramWord = 'next' | 'resume' | 'stop'

/** What the kitchen does for its screens: the commands of the contract, already validated. */
export interface KitchenActions {
  stop(zone: ZoneId | null, screen: Screen): CommandResult
  /** `touchedAt` null = now. */
  heat(zone: ZoneId, target: ZoneTarget, touchedAt: number | null, screen: Screen): Promise<HeatAnswer>
  answer(question: number, accept: boolean, screen: Screen): Answer
  acknowledge(fault: number, screen: Screen): Answer
  lock(locked: boolean, screen: Screen): Answer
  beat(touched: boolean, screen: Screen): void
  readonly cook: {
    start(recipe: string, servings: number, zones: Readonly<Record<string, ZoneId>>): Answer
    next(): Answer
    back(): Answer
    pause(): Answer
    resume(): Answer
    finish(): Answer
    abandon(): Answer
    recover(session: string, take: boolean): Answer
  }
  readonly technique: {
    list(): readonly Technique[]
  }
  /** `touchedAt` null = now. */
  readonly program: {
    start(zone: ZoneId, technique: string, choices: Choices, touchedAt: number | null, screen: Screen): Answer
    change(zone: ZoneId, choices: Choices, touchedAt: number | null, screen: Screen): Answer
    say(zone: ZoneId, word: ProgramWord, touchedAt: number | null, screen: Screen): Answer
  }
  readonly timer: {
    add(label: string, seconds: number): Answer
    pause(id: string): Answer
    resume(id: string): Answer
    extend(id: string, seconds: number): Answer
    dismiss(id: string): Answer
  }
  readonly recipe: {
    list(): Promise<readonly RecipeSummary[]>
    get(id: string): Promise<Recipe | null>
    add(part: RecipePart, screen: Screen): Answer
    remove(id: string): Answer
  }
  readonly history: {
    list(before: number | null, limit: number): Promise<readonly CookSummary[]>
    graph(session: string, points: number): Promise<CookGraph | null>
  }
  readonly settings: {
    update(change: PartialSettings): Answer
    nameZones(names: readonly string[]): Answer
  }
  readonly stove: {
    ports(): Promise<readonly PortInfo[]>
    known(): readonly KnownStove[]
    connect(address: string): Answer
  }
  readonly screen: {
    remove(id: string, screen: Screen): Answer
  }
  readonly backup: {
    places(): Promise<readonly BackupPlace[]>
    files(place: string): Promise<readonly BackupFile[]>
    write(place: string): Answer
    restore(file: string): Answer
  }
  readonly rehearsal: {
    start(recipe: string): Answer
    end(): Answer
  }
}

/** A change of some settings, as the schema yields it. */
export type PartialSettings = { readonly [Key in keyof Settings]?: Settings[Key] | undefined }
