import type { StoveDescription, ThermalFrame, ZoneReading } from '#core/stove/stove.ts'
import type { Watts } from '#core/units/quantities.ts'

/**
 * The hardware (or the physics) behind a Link device: what a firmware author wires to coils and sensors.
 * The protocol engine (`device.ts`) owns session, lease, sequence and reports; the plant owns heat.
 * Everything here is synchronous and cheap: the engine calls it from its tick, up to some hundred times a second.
 */
export interface Plant {
  /**
   * What WELCOME tells the host. Constant for the life of the plant. `leaseClass`, `lease` and `reportPeriod`
   * are what the device offers; the engine drops the heat after `lease` by itself.
   */
  readonly description: StoveDescription
  /** Sets the power of every zone, one entry a zone in the order of the description, 0 = off. */
  command(powers: readonly Watts[]): void
  /**
   * What every zone is now, one entry a zone. `commanded` and the flag 'lease-expired' are filled in by the
   * engine: whatever the plant says there is overwritten or, for flags, added to.
   */
  read(): readonly ZoneReading[]
  /** The newest picture of the thermal camera; null when the stove has none. 32 columns by 24 rows. */
  thermal(): ThermalFrame | null
}
