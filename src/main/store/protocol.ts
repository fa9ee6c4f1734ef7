import type { CallName } from './calls.ts'
import type { ErrorFigures } from '#contract/error.ts'
import type { Append } from './pending.ts'
import type { Media } from './places.ts'
import type { StoreHealth, StoreOpened } from './store.ts'

/** What the thread is started with. */
export interface StoreTask {
  readonly task: 'store'
  readonly directory: string
  /** Wall time by the kitchen's clock, and the same at the head of every message: the thread has no other. */
  readonly now: number
  readonly media: Media | null
}

/** From the kitchen to the store's thread. `upTo` counts appends, so that the kitchen sees whether they arrive. */
export type ToStore =
  | {
      readonly type: 'append'
      readonly now: number
      readonly appends: readonly Append[]
      readonly upTo: number
    }
  | {
      readonly type: 'call'
      readonly now: number
      readonly id: number
      readonly name: CallName
      readonly arguments: readonly unknown[]
    }
  | { readonly type: 'close'; readonly now: number }

export interface TravellingError {
  readonly code: string
  readonly message: string
  readonly figures: ErrorFigures
}

/** From the store's thread to the kitchen. */
export type FromStore =
  | { readonly type: 'opened'; readonly opened: StoreOpened; readonly health: StoreHealth }
  | { readonly type: 'refused'; readonly error: TravellingError }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'error'; readonly id: number; readonly error: TravellingError }
  | { readonly type: 'health'; readonly health: StoreHealth }
  /** Appends up to this one are on the disk, or their trouble is told by `health`. */
  | { readonly type: 'settled'; readonly upTo: number }
  | { readonly type: 'closed' }
