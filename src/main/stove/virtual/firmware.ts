import type { Milliseconds } from '#core/units/quantities.ts'
import type { HobPlant } from './hob-plant.ts'

/**
 * What a virtual stove asks of the firmware in it: bytes and wall time in, bytes out. The firmware drives the plant;
 * the physics goes on without it. `now` never goes back.
 */
export interface Firmware {
  /** Takes bytes from the line, in pieces of any size. Returns the pieces to send, in their order. */
  receive(bytes: Uint8Array, now: Milliseconds): readonly Uint8Array[]
  /** Lets time pass: regulators, watchdogs, reports. Returns the pieces to send. */
  tick(now: Milliseconds): readonly Uint8Array[]
  /** By when `tick` must be called next, wall ms; Infinity when nothing is due. */
  readonly nextDue: number
  /** The firmware dropped the heat by itself, since its host was silent for too long. */
  readonly leaseExpired: boolean
}

/** What a firmware tells whoever watches the emulation, at the moment it takes effect. */
export type FirmwareNews = { readonly event: 'off' } | { readonly event: 'session'; readonly session: number }

/** Starts the firmware from nothing, as after a power cut: the first thing it does is drop all heat. */
export type StartFirmware = (
  plant: HobPlant,
  now: Milliseconds,
  tell: (news: FirmwareNews) => void,
) => Firmware

/** One kind of stove, as somebody ordered it. */
export interface FirmwareChoice {
  readonly kind: 'ok'
  readonly start: StartFirmware
  /** The most zones that such a device has. */
  readonly zones: number
  /** Pace of its line where nobody says another. */
  readonly baud: number
}

export type FirmwareOutcome = FirmwareChoice | { readonly kind: 'bad'; readonly detail: string }

/** The firmware of a model of one driver's devices; null = the driver's usual model. */
export type FirmwareOf = (model: string | null) => FirmwareOutcome
