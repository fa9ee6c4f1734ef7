import type { Celsius, Milliseconds, Watts } from '../units/quantities.ts'

/** Index of a cooking zone on its stove, 0 to 5, as the device numbers them. */
export type ZoneId = number

/** The most zones that one stove may have. */
export const MAX_ZONES = 6

/**
 * Who drops the heat when the host falls silent (law 2).
 * A: the device, within 1 s. B: the device's own watchdog, within 20 s. C: nobody; an external cut-off is needed.
 */
export type LeaseClass = 'A' | 'B' | 'C'

export interface ZoneDescription {
  readonly id: ZoneId
  /** The most this zone can draw. */
  readonly maxPower: Watts
  /** The hottest its surface may become before that alone is a fault (law 5). */
  readonly maxSurface: Celsius
  /** What the device takes from its host: a power, or a setpoint of its surface that it holds by itself. */
  readonly sets: 'power' | 'setpoint'
  readonly diameterMm: number
  /** Centre of the zone on the hob, in millimetres from the hob's own centre: x to the right, y to the back. */
  readonly xMm: number
  readonly yMm: number
}

/** What a stove says of itself when it is connected. */
export interface StoveDescription {
  /** Stable identity of the device (serial number): the store is keyed by it. */
  readonly id: string
  readonly name: string
  readonly firmware: string
  /** True for anything that is not real hardware; shown on every screen (law 9). */
  readonly virtual: boolean
  /** How many times faster than real time its physics runs; always 1 on real hardware. */
  readonly speed: number
  readonly leaseClass: LeaseClass
  readonly lease: Milliseconds
  /** The device's own period between reports. */
  readonly reportPeriod: Milliseconds
  /** Width and height of the hob's surface. */
  readonly widthMm: number
  readonly depthMm: number
  readonly zones: readonly ZoneDescription[]
  readonly thermalCamera: boolean
  readonly panDetection: boolean
  /** The stove has an off switch of its own that a hand can reach (law 13). */
  readonly physicalOff: boolean
}

export type PanPresence = 'present' | 'absent' | 'unknown'

/** What one zone says of itself in one report. */
export interface ZoneReading {
  /** Temperature at the zone's sensor; null when the device says that its sensor is open or missing. */
  readonly surface: Celsius | null
  /** Temperature at a probe in the contents or the food; null where none is plugged in. */
  readonly probe: Celsius | null
  /** Power that goes into the zone now, as the device measures it; null when it cannot tell. */
  readonly power: Watts | null
  /** Power that the device believes it was told to give. */
  readonly commanded: Watts
  readonly pan: PanPresence
  /** The device's own complaints, see DeviceFlag. */
  readonly flags: readonly DeviceFlag[]
}

/** Complaints a device can raise by itself. */
export type DeviceFlag =
  | 'sensor-open'
  | 'sensor-range'
  | 'over-temperature'
  | 'lease-expired'
  | 'hardware'
  | 'brown-out'

export interface StoveReport {
  /** The device's own counter, rising by one with each report (wraps at 65536). */
  readonly sequence: number
  /** Time since the device started, by its own clock. */
  readonly uptime: Milliseconds
  /** One for each zone of the description, in order. */
  readonly zones: readonly ZoneReading[]
}

/** A picture of the hob's whole surface; row 0 is the back, column 0 the left. */
export interface ThermalFrame {
  readonly columns: number
  readonly rows: number
  /** Tenths of a degree Celsius, row by row; NO_TEMPERATURE where a pixel is dead. */
  readonly tenths: Int16Array
}

/** Stands for "unknown" wherever a temperature is packed into an Int16 of tenths. */
export const NO_TEMPERATURE = -32768

/** What a cook sets on a zone. */
export type ZoneTarget =
  | { readonly kind: 'off' }
  /** A share of the zone's greatest power, 0 to 1. */
  | { readonly kind: 'power'; readonly share: number }
  /** A temperature at the zone's sensor. */
  | { readonly kind: 'temperature'; readonly celsius: Celsius }
  /** A temperature of what is in the pan: water, milk, oil. */
  | { readonly kind: 'liquid'; readonly celsius: Celsius }
  /** Water on the boil; 1 rolls, 0.3 simmers gently, 0.1 is a bubble now and then. Range: over 0 to 1. */
  | { readonly kind: 'simmer'; readonly vigour: number }

export const OFF: ZoneTarget = { kind: 'off' }
