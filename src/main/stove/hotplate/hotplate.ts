import type { DeviceFlag, StoveDescription } from '#core/stove/stove.ts'
import type { Celsius, Watts } from '#core/units/quantities.ts'

/** What a hotplate says of itself in one round of questions. */
export interface HotplateReading {
  /** Null when the device says that its own sensor is open or missing. */
  readonly surface: Celsius | null
  readonly probe: Celsius | null
  readonly power: Watts | null
  readonly flags: readonly DeviceFlag[]
  /** It holds what it was last told to hold, by its own word. */
  readonly obeys: boolean
}

/**
 * A device with one zone that holds a temperature by itself, as its protocol lets us speak to it. Nothing here throws
 * for what the device or the line does wrong.
 */
export interface Hotplate {
  readonly description: StoveDescription
  /** The hottest that may be asked for. */
  readonly hottest: Celsius
  /**
   * Says off at the next legal moment, past everything that waits. True once the device has acknowledged it; whoever
   * calls says it again until then.
   */
  off(): Promise<boolean>
  /**
   * Makes the device hold a temperature and renews its own watchdog, saying only what is not yet settled. True when the
   * device confirmed all of it. Says nothing more that heats once `wanted` turns false.
   */
  hold(setpoint: Celsius, wanted: () => boolean): Promise<boolean>
  /** One round of questions, or the next report of a device that reports by itself; null without a sound answer. */
  read(): Promise<HotplateReading | null>
}
