import { z } from 'zod'
import type { ProgramAction, ProgramNotice } from '#core/program/advice.ts'
import { DONENESS, FOOD_KINDS, FOOD_SHAPES, type Choices, type FoodChoice } from '#core/program/choices.ts'
import type { Band } from '#core/program/goal.ts'
import type { ProgramPause } from '#core/program/state.ts'
import type { Text } from '#core/recipe/recipe.ts'
import type { ZoneId, ZoneTarget } from '#core/stove/stove.ts'

/**
 * Choices of a technique as a screen sends them. The bounds here only keep nonsense out of the door: what fits a
 * technique is checked with its own ranges, and refused with a code and figures.
 */
export const choicesSchema = z.object({
  celsius: z.number().min(-50).max(500).optional(),
  minutes: z.number().min(0).max(10_080).optional(),
  core: z.number().min(-50).max(300).optional(),
  doneness: z.enum(DONENESS).optional(),
  share: z.number().min(0).max(1).optional(),
  food: z
    .object({
      kind: z.enum(FOOD_KINDS),
      shape: z.enum(FOOD_SHAPES),
      thicknessMm: z.number().min(0).max(1000),
      startCelsius: z.number().min(-100).max(300),
      massG: z.number().min(0).max(100_000).optional(),
      probed: z.boolean().optional(),
    })
    .optional(),
  readyAt: z.number().optional(),
})

/** One zone's running program. `cook` times are the cook's clock in milliseconds. */
export interface ProgramSnapshot {
  readonly zone: ZoneId
  /** Id of the technique; the whole of it comes with `technique.list`. */
  readonly technique: string
  readonly title: Text
  /** As they stand, the usual ones filled in. */
  readonly choices: Choices
  /** A step of the running cook drives it: its words are the cook's words. */
  readonly ofCook: boolean
  /** waiting: it begins later. offered: a restart interrupted it, nothing heats. ended: done, heat is off. */
  readonly status: 'waiting' | 'running' | 'paused' | 'offered' | 'ended'
  /** Why it stands still; texts under `program.paused.<kind>`. */
  readonly pausedBy: ProgramPause | null
  readonly phase: {
    readonly id: string
    /** Into the phases that this program runs: a recipe's step may run one of them alone. */
    readonly index: number
    readonly startedAtCook: number
    /** End of a timed phase; null when it has none or its time does not run. */
    readonly endsAtCook: number | null
    /** Its end is reached, the cook's word is awaited. */
    readonly done: boolean
  }
  /** What the phase asks of the zone now; moves while it ramps. */
  readonly target: ZoneTarget
  /** Core temperature at which the food is done, °C; null where the technique has none. */
  readonly goal: number | null
  readonly food: FoodChoice | null
  /** The middle of the food; null when nothing is known of it. `deviation` is one standard deviation, K. */
  readonly core: {
    readonly celsius: number
    readonly deviation: number
    readonly from: 'probe' | 'model'
  } | null
  /** A cut through the food; null without a declared food. */
  readonly section: ProgramSection | null
  /** When it is ready, and between which times nine of ten such foods would be; null when nothing can be said. */
  readonly ready: {
    readonly atCook: number
    readonly earliestCook: number
    readonly latestCook: number
  } | null
  /** How a wanted time is met: begun later, held warm, or too late by itself; null when no time was wanted. */
  readonly readyBy: { readonly kind: 'late' | 'hold' | 'too-late'; readonly startsAtCook: number } | null
  /** What the forecast takes for granted; texts under `program.assumes.<code>`. */
  readonly assumes: readonly string[]
  /** What the cook does next, and when; texts under `program.next.<code>`. */
  readonly next: { readonly code: ProgramAction; readonly atCook: number | null }
  /** Texts under `program.notice.<code>` with the figures. */
  readonly notices: readonly ProgramNotice[]
  /** Law 6: a touch at the display is needed to go on to this target. */
  readonly awaitingTouch: ZoneTarget | null
  /** The targets to come: each begins at its time and stands (or ramps) to the next. */
  readonly path: readonly { readonly atCook: number; readonly target: ZoneTarget }[]
  /** What is expected from now on; parallel lists, null = nothing known. `spread` is the core's deviation, K. */
  readonly forecast: {
    readonly atCook: readonly number[]
    readonly surface: readonly (number | null)[]
    readonly liquid: readonly (number | null)[]
    readonly core: readonly (number | null)[]
    readonly spread: readonly (number | null)[]
  } | null
}

export interface ProgramSection {
  /** Evenly spread from the bottom face to the top face, faces included, °C. */
  readonly celsius: readonly number[]
  /** Temperature ranges to draw across it; texts under `program.band.<code>`. */
  readonly bands: readonly Band[]
  /** Pasteurised by the lethality of its whole curve at the coldest place; null = no source speaks of this food. */
  readonly pasteurised: boolean | null
}
