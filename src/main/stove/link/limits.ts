import { milliseconds } from '#core/units/quantities.ts'

/** The version that this file and docs/link-protocol.md describe. */
export const LINK_VERSION = 1

/** Longest body (type, sequence, payload and CRC) that a host must take; longer frames are dropped. */
export const MAX_BODY = 512
/** Shortest body: type, sequence, CRC. */
export const MIN_BODY = 5
/** COBS adds one byte for each 254 begun, so this is the longest run between two delimiters. */
export const MAX_ENCODED = MAX_BODY + Math.ceil(MAX_BODY / 254)

/** What a host may ask for with CONFIGURE. Beyond 250 ms a lease of 1 s would rest on too few reports. */
export const REPORT_PERIOD = { least: milliseconds(50), most: milliseconds(250) } as const
/** Two pictures a second fill 28 % of a line at 115200 baud; 0 switches the camera off. */
export const THERMAL_PERIOD = { least: milliseconds(500), most: milliseconds(10_000) } as const

export const THERMAL_ROWS = 24
/** Rows in one THERMAL frame: 269 bytes or 23 ms at 115200 baud, the longest an acknowledgement has to wait. */
export const THERMAL_ROWS_PER_FRAME = 4

/** Sequence numbers and report counters wrap here. */
export const SEQUENCE_MODULUS = 0x1_0000
/** Uptime wraps here, after 49.7 days. */
export const UPTIME_MODULUS = 0x1_0000_0000

/** How much `a` is ahead of `b` on the wrapping counter: -32768 to 32767. */
export function sequenceDistance(a: number, b: number): number {
  return ((a - b) << 16) >> 16
}
