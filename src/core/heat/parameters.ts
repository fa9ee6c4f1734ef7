/**
 * What the estimator assumes of stoves and pans that it has never met. Every figure is a middle with a width,
 * from handbooks and standards; none is fitted to a stove.
 */

/**
 * Lag of a spring-loaded surface sensor under a pan, seconds to 63 %. Makers of sheathed contact probes of 3 to
 * 6 mm state 1 to 8 s; the middle on a logarithmic scale and the width that covers two thirds of them.
 */
export const SENSOR_LAG = { middle: 3.5, deviation: 2 }

/**
 * Share of the pan's excess over the room by which a contact sensor reads low, since heat leaks through its stem
 * and its contact: 0 to 4 % for surface probes, low and high ends being rare (VDI/VDE 3511 part 5 names it as their main error).
 */
export const SENSOR_DEFICIT = { middle: 0.015, deviation: 0.015 }

/** Offset of an uncalibrated sensor and its amplifier, K; IEC 60751 class B is 0.3 + 0.005 t, read as two sigma. */
export const SENSOR_BIAS = 1

/** Noise of one reading, K: quantisation and amplifier together. */
export const READING_NOISE = 0.25

/** A kitchen; the deficit of the sensor counts from it. */
export const ROOM = 22

/**
 * A middling pan base: 3 mm of aluminium between steels is 0.6 W/K of sheet conduction (k·d), 4 mm of cast iron
 * 0.2, 6 mm of cast aluminium 1; all hold some 14 kJ/(m²K). Conductivities and heat capacities: Incropera,
 * Fundamentals of Heat and Mass Transfer, table A.1. Losses of its inside in W/(m²K): dry, natural convection and
 * radiation at 100 to 200 °C; wet, natural convection to nucleate boiling of the contents.
 */
export const PLATE = { conduction: 0.5, capacity: 14_000, dryLoss: 18, wetLoss: 2500 }

/** Part of the metered power that arrives in the pan: IEC 60350-2 tests of induction hobs lie at 0.8 to 0.9. */
export const EFFICIENCY = 0.85

/**
 * Where a flat spiral coil heats: its field vanishes on the axis and falls off outside the winding, so that the
 * induced loss is a ring (Acero et al., IEEE Trans. Magnetics 42(1), 2006). Radii as shares of the zone's radius.
 */
export const COIL_RING = { radius: 0.6, width: 0.25 }
