import type { StoveDescription, StoveReport, ThermalFrame } from '#core/stove/stove.ts'
import type { Celsius, Watts } from '#core/units/quantities.ts'

/**
 * The stove port: one connection to one stove. Law 12: a new connection is a new object, and the first thing
 * that a driver sends on it is off. Nothing here waits, queues or throws on a dead line: a driver that cannot
 * send says so with a `lost` event, and the supervisor trusts the age of reports anyway.
 */
export interface Stove {
  readonly description: StoveDescription
  /**
   * Sets every zone and renews the lease. `demand` has one entry a zone, what it may draw, 0 = off; `setpoints` the
   * surface temperature that a zone which `sets` a setpoint is to hold, null for the others; it is left out where no zone does.
   * Newest wins; nothing queues. Where the device's own lease is weaker than a second, the driver says off by itself after
   * a second without a renewal.
   */
  heat(demand: readonly Watts[], setpoints?: readonly (Celsius | null)[]): void
  /** All zones off, now. Jumps every queue; sent again until the device acknowledges it. */
  off(): void
  /** Sends off, gives the line back. Idempotent. */
  close(): Promise<void>
}

export type StoveEvent =
  | { readonly type: 'report'; readonly report: StoveReport }
  | { readonly type: 'thermal'; readonly frame: ThermalFrame }
  /** The line is gone: `reason` is a stable code with a text under `stove.<code>`. The object is dead from here on. */
  | { readonly type: 'lost'; readonly reason: StoveProblemCode; readonly detail: string }

export type StoveListener = (event: StoveEvent) => void

/** Why a stove cannot be reached. Texts (what happened, what to do) stand in the locales under `stove.<code>`. */
export const STOVE_PROBLEM_CODES = [
  'no-such-port',
  'port-busy',
  'port-forbidden',
  'port-failed',
  'connection-refused',
  'no-answer', // the port opened, nothing speaks our protocol there
  'wrong-version', // it speaks another version of the protocol
  'wrong-device', // it speaks the protocol, but is not what the address says
  'bad-address',
  'unplugged',
  'silent', // it spoke and then fell silent
] as const
export type StoveProblemCode = (typeof STOVE_PROBLEM_CODES)[number]

export type StoveOpening =
  | { readonly kind: 'open'; readonly stove: Stove }
  | { readonly kind: 'failed'; readonly reason: StoveProblemCode; readonly detail: string }

/** Opens the stove at an address (`virtual:?seed=7&speed=20`, `serial:/dev/ttyACM0`, `tcp:host:port`). */
export type OpenStove = (address: string, listener: StoveListener) => Promise<StoveOpening>
