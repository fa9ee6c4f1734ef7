import type { ContractRouterClient } from '@orpc/contract'
import type { kitchenContract } from '#contract/commands.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import type { TelemetryFrame } from '#contract/telemetry.ts'

/** Every command of the contract, typed. A call rejects when the kitchen cannot be reached. */
export type KitchenClient = ContractRouterClient<typeof kitchenContract>

export type LinkState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open' }
  /** The kitchen cannot be reached; the next attempt follows by itself, for ever. */
  | { readonly kind: 'closed' }
  /** The kitchen answers, but this screen has not been paired with it. */
  | { readonly kind: 'unpaired' }

export type Unsubscribe = () => void

/**
 * The way from one screen to the kitchen, whatever carries it. Listeners are called at once with what is known.
 * `client` stays the same object over reconnections.
 */
export interface KitchenLink {
  readonly client: KitchenClient
  onSnapshot(listener: (snapshot: Snapshot) => void): Unsubscribe
  onTelemetry(listener: (frame: TelemetryFrame) => void): Unsubscribe
  onState(listener: (state: LinkState) => void): Unsubscribe
  close(): void
}
