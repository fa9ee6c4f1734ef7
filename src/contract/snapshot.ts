import type { PauseReason } from '#core/cook/state.ts'
import type { Recipe } from '#core/recipe/recipe.ts'
import type { SafetyView } from '#core/safety/view.ts'
import type { StoveDescription, ZoneId, ZoneTarget } from '#core/stove/stove.ts'
import type { ProgramNotice } from '#core/program/advice.ts'
import type { ProgramSnapshot } from './program.ts'
import type { Settings } from './settings.ts'

/**
 * What the glass knows at human speed: sent whole whenever it changes. All times are milliseconds. `wall` times
 * are the kitchen's wall clock; `cook` times are the cook's clock, which runs `speed` times faster on a virtual
 * stove whose physics is sped up (the laws always run in wall time).
 */
export interface Snapshot {
  readonly version: string
  /** Kitchen wall time of this snapshot. */
  readonly wallNow: number
  /** The cook's clock at this snapshot, and how fast it runs against the wall. */
  readonly cookNow: number
  readonly speed: number
  /** A rehearsal is a kitchen of its own on a virtual stove; the real one is off meanwhile. */
  readonly rehearsal: boolean
  /** The role of the screen that this snapshot was sent to; absent = the stove's own display. */
  readonly role?: Role
  readonly settings: Settings
  readonly connection: Connection
  readonly zones: readonly ZoneSnapshot[]
  readonly safety: SafetyView
  readonly cook: CookSnapshot | null
  /** One for each zone on which a technique runs, waits, or was interrupted. */
  readonly programs: readonly ProgramSnapshot[]
  /** A cook that a crash or a power cut interrupted: its place is kept, nothing heats (law 7). */
  readonly interrupted: {
    readonly session: string
    readonly title: string
    readonly stepIndex: number
  } | null
  readonly timers: readonly TimerSnapshot[]
  readonly screens: readonly { readonly id: string; readonly name: string; readonly role: Role }[]
  /** Every screen that was let in, here or not; told to the display only. */
  readonly paired?: Snapshot['screens']
  /** Pairing code to type on another screen; shown on the display only, null when the kitchen is not shared. */
  readonly pairing: { readonly code: string; readonly urls: readonly string[] } | null
  readonly storage: Storage
  /** Port beside the kitchen's at which the supervisor hears STOP by itself (law 1); null or absent = nowhere. */
  readonly stopPort?: number | null
}

export type Role = 'display' | 'remote'

/** Law 11 and the way out of a damaged file. */
export type Storage =
  | { readonly kind: 'ok' }
  | { readonly kind: 'unwritable'; readonly code: 'full' | 'read-only' | 'failed' }
  /** The file was damaged at start: it was set aside here, and a new one begun. */
  | { readonly kind: 'replaced'; readonly setAside: string }

export type Connection =
  | { readonly kind: 'idle' }
  | { readonly kind: 'connecting'; readonly address: string }
  | { readonly kind: 'connected'; readonly address: string; readonly stove: StoveDescription }
  | {
      readonly kind: 'lost'
      readonly address: string
      /** Text under `stove.<code>`. */
      readonly code: string
      readonly detail: string
      readonly retryAtWall: number
      readonly stove: StoveDescription | null
    }

export interface ZoneSnapshot {
  readonly id: ZoneId
  /** The household's name for it. */
  readonly name: string
  readonly pan: 'present' | 'absent' | 'unknown'
  /** What the kitchen noticed of its pan; texts under `notice.<code>` with the figures. */
  readonly notices: readonly ProgramNotice[]
}

export interface CookSnapshot {
  readonly session: string
  readonly recipe: Recipe
  /** Servings chosen; amounts in the recipe above are already scaled to it. */
  readonly servings: number
  /** Which zone plays which role. */
  readonly zones: Readonly<Record<string, ZoneId>>
  readonly stepIndex: number
  readonly status: 'running' | 'paused' | 'finished' | 'abandoned'
  /** Why it stands still; texts under `cook.paused.<kind>`. Null while it runs. */
  readonly pausedBy: PauseReason | null
  readonly startedAtCook: number
  readonly stepStartedAtCook: number
  /** End of a timed step on the cook's clock; null when it has none or is paused. */
  readonly stepEndsAtCook: number | null
  /** Time left of a timed step while paused. */
  readonly stepRemaining: number | null
  /** The step's end condition is met, the cook's word is awaited. */
  readonly stepDone: boolean
  /** Law 6: the step wants this zone started or raised beyond the envelope; a touch at the display does it. */
  readonly awaitingTouch: readonly { readonly zone: ZoneId; readonly target: ZoneTarget }[]
}

export interface TimerSnapshot {
  readonly id: string
  readonly label: string
  readonly duration: number
  /** On the cook's clock; null while paused or done. */
  readonly endsAtCook: number | null
  readonly remaining: number
  readonly state: 'running' | 'paused' | 'ringing'
}
