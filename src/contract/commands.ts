import { oc } from '@orpc/contract'
import { z } from 'zod'
import type { HeatAnswer } from '#core/safety/request.ts'
import type { Recipe } from '#core/recipe/recipe.ts'
import type { LeaseClass } from '#core/stove/stove.ts'
import type { Technique } from '#core/technique/technique.ts'
import { choicesSchema } from './program.ts'
import { MOST_RECIPE_PARTS, RECIPE_PART } from './recipe-parts.ts'
import { settingsSchema, zoneNamesSchema } from './settings.ts'

/**
 * Everything a screen may say to the kitchen; validated at the door. The snapshot is the answer: a command
 * returns only what belongs to the asker. Refusals are values with a stable code, see CommandResult.
 */
const zoneId = z.number().int().min(0).max(5)
const id = z.string().min(1).max(80)
const recipePart = z.object({
  index: z.number().int().min(0),
  of: z.number().int().min(1).max(MOST_RECIPE_PARTS),
})

export const targetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('off') }),
  z.object({ kind: z.literal('power'), share: z.number().min(0).max(1) }),
  z.object({ kind: z.literal('temperature'), celsius: z.number().min(30).max(300) }),
  z.object({ kind: z.literal('liquid'), celsius: z.number().min(30).max(250) }),
  z.object({ kind: z.literal('simmer'), vigour: z.number().min(0.05).max(1) }),
])

/** Text under `command.<code>` in the locales. */
export type CommandResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly code: string; readonly detail?: string }

export interface RecipeSummary {
  readonly id: string
  readonly title: Recipe['title']
  readonly story: Recipe['story']
  readonly author: string
  readonly servings: number
  readonly total: number
  readonly zones: number
  /** Where it comes from: shipped with the kitchen or imported by the household. */
  readonly origin: 'shipped' | 'own'
}

export interface CookSummary {
  readonly session: string
  readonly recipeId: string
  readonly title: Recipe['title']
  readonly stove: string
  readonly virtual: boolean
  readonly startedAtWall: number
  readonly endedAtWall: number | null
  readonly speed: number
  readonly end: 'finished' | 'abandoned' | 'interrupted' | 'running'
  readonly faults: number
}

/** A graph of one cook. Arrays are parallel; one entry a point in time; null = nothing known then. */
export interface CookGraph {
  /** Seconds on the cook's clock since the cook began. */
  readonly t: readonly number[]
  readonly zones: readonly {
    readonly zone: number
    readonly name: string
    readonly mean: readonly (number | null)[]
    readonly min: readonly (number | null)[]
    readonly max: readonly (number | null)[]
    readonly power: readonly (number | null)[]
  }[]
  readonly events: readonly { readonly t: number; readonly kind: string; readonly detail: string }[]
}

export interface PortInfo {
  readonly path: string
  readonly vendor: string | null
  readonly product: string | null
  readonly driver: string | null
  /** The address to connect to. */
  readonly address: string
}

/** A make of stove that this kitchen can speak to. */
export interface KnownStove {
  readonly name: string
  /** Law 2: what becomes of its heat when the kitchen falls silent. */
  readonly leaseClass: LeaseClass
  /** What is put behind a port's address to speak to it there. */
  readonly query: string
}

export interface BackupPlace {
  readonly path: string
  readonly name: string
  readonly freeBytes: number
}

export interface BackupFile {
  readonly path: string
  readonly name: string
  readonly bytes: number
  readonly madeAtWall: number
}

const done = oc.output(z.custom<CommandResult>())

export const kitchenContract = {
  /** Law 1: from anybody, always, at once. No zone = everything. */
  stop: oc.input(z.object({ zone: zoneId.nullable() })).output(z.custom<CommandResult>()),
  /**
   * Law 6: at a display this is the touch. `touchedAt` is when the finger was there, on the kitchen's clock as the
   * display reckons it: a line may hold a command back, and a touch ages on the way. Absent = now.
   */
  heat: oc
    .input(z.object({ zone: zoneId, target: targetSchema, touchedAt: z.number().optional() }))
    .output(z.custom<HeatAnswer>()),
  answer: done.input(z.object({ question: z.number().int(), accept: z.boolean() })),
  acknowledge: done.input(z.object({ fault: z.number().int() })),
  lock: done.input(z.object({ locked: z.boolean() })),
  /** Law 13 and law 8: sent by a display at least every 2 s while STOP is truly on screen. */
  beat: oc.input(z.object({ touched: z.boolean() })).output(z.void()),
  cook: {
    start: done.input(
      z.object({
        recipe: id,
        servings: z.number().min(0.25).max(100),
        zones: z.record(z.string(), zoneId),
      }),
    ),
    next: done,
    back: done,
    pause: done,
    resume: done,
    finish: done,
    abandon: done,
    /** Law 7: take up an interrupted cook at its place, with the stove off. Or let it go. */
    recover: done.input(z.object({ session: id, take: z.boolean() })),
  },
  technique: {
    list: oc.output(z.custom<readonly Technique[]>()),
  },
  /**
   * A technique on one zone. Law 6: at a display, `start` and a `change` that asks for more are the touch, as `heat` is;
   * any other screen asks. Refusals: text under `program.refused.<code>`, `detail` holds the figures as JSON.
   */
  program: {
    start: done.input(
      z.object({ zone: zoneId, technique: id, choices: choicesSchema, touchedAt: z.number().optional() }),
    ),
    /** Another mind: a new plan at once, from the phase it is in. */
    change: done.input(z.object({ zone: zoneId, choices: choicesSchema, touchedAt: z.number().optional() })),
    /** next: the phase is over. resume: go on after a stop, a fault or a restart. stop: off, and the program is left. */
    word: done.input(
      z.object({
        zone: zoneId,
        word: z.enum(['next', 'resume', 'stop']),
        touchedAt: z.number().optional(),
      }),
    ),
  },
  timer: {
    add: done.input(z.object({ label: z.string().max(60), seconds: z.number().min(1).max(86_400) })),
    pause: done.input(z.object({ id })),
    resume: done.input(z.object({ id })),
    extend: done.input(z.object({ id, seconds: z.number().min(-86_400).max(86_400) })),
    dismiss: done.input(z.object({ id })),
  },
  recipe: {
    list: oc.output(z.custom<readonly RecipeSummary[]>()),
    get: oc.input(z.object({ id })).output(z.custom<Recipe | null>()),
    /** A recipe in SmartTop's own form, as text: at once, or in the parts that `recipeParts` makes of a long one. */
    add: done.input(z.object({ text: z.string().max(RECIPE_PART), part: recipePart.optional() })),
    remove: done.input(z.object({ id })),
  },
  history: {
    list: oc
      .input(z.object({ before: z.number().nullable(), limit: z.number().int().min(1).max(100) }))
      .output(z.custom<readonly CookSummary[]>()),
    graph: oc
      .input(z.object({ session: id, points: z.number().int().min(50).max(4000) }))
      .output(z.custom<CookGraph | null>()),
  },
  settings: {
    update: done.input(settingsSchema.omit({ locked: true }).partial()),
    nameZones: done.input(z.object({ names: zoneNamesSchema })),
  },
  stove: {
    ports: oc.output(z.custom<readonly PortInfo[]>()),
    known: oc.output(z.custom<readonly KnownStove[]>()),
    connect: done.input(z.object({ address: z.string().min(1).max(300) })),
  },
  /** Sends a paired screen away: it comes back with a new code only. */
  screen: { remove: done.input(z.object({ id })) },
  backup: {
    places: oc.output(z.custom<readonly BackupPlace[]>()),
    files: oc.input(z.object({ place: z.string().max(1000) })).output(z.custom<readonly BackupFile[]>()),
    write: done.input(z.object({ place: z.string().max(1000) })),
    restore: done.input(z.object({ file: z.string().max(1000) })),
  },
  rehearsal: {
    start: done.input(z.object({ recipe: id })),
    end: done,
  },
} as const
