import type { StoveDescription, StoveReport } from '#core/stove/stove.ts'
import type { Milliseconds, Watts } from '#core/units/quantities.ts'

/** First byte of every body. Below 0x80 the host speaks, from there on the device. */
export const MESSAGE_CODES = {
  hello: 0x01,
  heat: 0x02,
  off: 0x03,
  configure: 0x04,
  welcome: 0x81,
  ack: 0x82,
  nak: 0x83,
  report: 0x84,
  thermal: 0x85,
} as const

/** Why a device refuses a command. */
export const NAK_REASONS = {
  /** It speaks another version; `detail` is the one it speaks. */
  'wrong-version': 1,
  /** The command names a session which is not (or no longer) the device's. */
  'wrong-session': 2,
  /** A newer command has been taken already. */
  'old-sequence': 3,
  /** HEAT answers a report which is older than the lease (or which was never sent). */
  stale: 4,
  /** The lease ran out; OFF, or HEAT with nothing but zeros, must come first. */
  'lease-expired': 5,
  /** The frame was sound and the payload too short. */
  malformed: 6,
  /** A value is out of range; `detail` is the index of the first such field, counted from 0. */
  'out-of-range': 7,
  /** This device has no such part (a thermal camera). */
  unsupported: 8,
} as const
export type NakReason = keyof typeof NAK_REASONS

export interface Hello {
  readonly type: 'hello'
  readonly sequence: number
  readonly version: number
  /** Drawn at random by the host for each connection, 1 to 2^32 - 1. */
  readonly session: number
}

export interface Heat {
  readonly type: 'heat'
  readonly sequence: number
  readonly session: number
  /** Uptime in the newest REPORT (or WELCOME) that the host has: the lease runs from there. */
  readonly seen: number
  /** One entry a zone, in whole watts. */
  readonly powers: readonly Watts[]
}

export interface Off {
  readonly type: 'off'
  readonly sequence: number
  /** The host's session; OFF is obeyed whatever stands here. */
  readonly session: number
}

export interface Configure {
  readonly type: 'configure'
  readonly sequence: number
  readonly session: number
  readonly reportPeriod: Milliseconds
  /** 0 = no pictures. */
  readonly thermalPeriod: Milliseconds
}

export type HostMessage = Hello | Heat | Off | Configure
export type CommandName = HostMessage['type']

export interface Welcome {
  readonly type: 'welcome'
  /** Of the HELLO that it answers. */
  readonly sequence: number
  readonly session: number
  readonly uptime: number
  readonly description: StoveDescription
}

interface Ack {
  readonly type: 'ack'
  /** Of the command that was carried out. */
  readonly sequence: number
  readonly of: CommandName
}

export interface Nak {
  readonly type: 'nak'
  readonly sequence: number
  /** The refused command; null for one that this version does not know. */
  readonly of: CommandName | null
  /** Null for a reason that this version does not know. */
  readonly reason: NakReason | null
  readonly detail: number
}

export interface Report extends StoveReport {
  readonly type: 'report'
}

/** Some rows of one picture. */
export interface Thermal {
  readonly type: 'thermal'
  /** Number of the picture, rising by one. */
  readonly picture: number
  readonly firstRow: number
  readonly columns: number
  /** Rows of the whole picture. */
  readonly rows: number
  /** The rows that came, each `columns` long, in tenths of a degree. */
  readonly tenths: Int16Array
}

export type DeviceMessage = Welcome | Ack | Nak | Report | Thermal

/** What a sound frame turned out to hold. */
export type Decoded<Message> =
  | { readonly kind: 'message'; readonly message: Message }
  /** A type of a later version, or one that only the other side sends: ignored. */
  | { readonly kind: 'unknown'; readonly code: number }
  /** A known type whose payload is too short or says what cannot be. */
  | { readonly kind: 'malformed'; readonly code: number; readonly sequence: number }
