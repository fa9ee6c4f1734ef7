import type { Celsius, Watts } from '../units/quantities.ts'
import type { PanPresence } from '../stove/stove.ts'
import type { ContentsEstimate } from './twin/contents.ts'

/** What an estimator of one zone is told with each report; nothing that a real stove could not report. */
export interface Observation {
  /** Seconds on the cook's clock since the last observation. */
  readonly elapsed: number
  readonly surface: Celsius | null
  /** Temperature at a probe in the liquid; null where none is, or where it is in the food. */
  readonly probe: Celsius | null
  /** As measured; null when the device cannot tell. */
  readonly power: Watts | null
  readonly pan: PanPresence
  /** The part of a thermal picture over this zone, side x side tenths of a degree; null where there is no camera. */
  readonly camera: { readonly side: number; readonly tenths: Int16Array } | null
}

/** The kitchen's belief about one zone. */
export interface ZoneEstimate {
  /** Temperature at the pan's centre; null while nothing is known. */
  readonly centre: Celsius | null
  /** Its standard deviation in kelvin. */
  readonly deviation: number
  /** Kelvin per second on the cook's clock, smoothed. */
  readonly rate: number
  /** What is in the pan. */
  readonly contents: ContentsEstimate
  /** side x side tenths of a degree over the zone's disc; NO_TEMPERATURE outside it or when unknown. */
  readonly field: Int16Array
  readonly side: number
}
