import type { Celsius, Watts } from '../units/quantities.ts'
import type { PanPresence } from '../stove/stove.ts'

/** What an estimator of one zone is told with each report; nothing that a real stove could not report. */
export interface Observation {
  /** Seconds on the cook's clock since the last observation. */
  readonly elapsed: number
  readonly surface: Celsius | null
  readonly power: Watts
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
  /** side x side tenths of a degree over the zone's disc; NO_TEMPERATURE outside it or when unknown. */
  readonly field: Int16Array
  readonly side: number
}
