/**
 * What the twin assumes of pans and contents that it has never met: a middle with the width of its logarithm, from
 * handbooks. None is fitted to a stove; the data narrow them.
 */
export interface Prior {
  readonly middle: number
  /** Standard deviation of the natural logarithm: 0.5 is a factor of 1.65 either way. */
  readonly width: number
}

/** Share of the metered power that arrives in the pan: IEC 60350-2 tests of induction hobs lie at 0.8 to 0.9. */
export const ARRIVES: Prior = { middle: 0.86, width: 0.06 }

/**
 * Heat capacity of a pan for each m² of its zone, J/(m² K): bases hold 8 to 25 kJ/(m² K) (2.4 MJ/(m³ K) of aluminium,
 * 3.5 of iron, over 4 to 6 mm; Incropera, Fundamentals of Heat and Mass Transfer, table A.1), walls add up to as much.
 */
export const PAN_CAPACITY: Prior = { middle: 20_000, width: 0.4 }

/**
 * Loss of pan and contents to the room and the glass, W/K for each m² of the zone: 10 to 20 W/(m² K) of natural
 * convection and radiation (Incropera, table 1.1) over one to three times that area.
 */
export const LOSS: Prior = { middle: 30, width: 0.5 }

/**
 * Natural convection over a heated plate: h = 0.15 k (g beta dT / (nu alpha))^(1/3) (Incropera, eq. 9.31), W/(m² K^4/3)
 * with the fluid's properties (tables A.5 and A.6) drawn as a straight line over the film's temperature in °C: water 280
 * at 30 and 511 at 90, oil 33 at 30 and 74 at 175. Pans and what is stirred in them move it by a factor.
 */
export const WATER_FILM = { at0: 165, perKelvin: 3.85 }
export const OIL_FILM = { at0: 25, perKelvin: 0.28 }
export const WATER_FACTOR: Prior = { middle: 1, width: 0.35 }
export const OTHER_FACTOR: Prior = { middle: 1, width: 0.6 }

/**
 * Nucleate boiling of water: flux = this x (superheat)³, W/(m² K³), the power law of Rohsenow 1952 (Incropera, eq.
 * 10.5); surfaces differ by a factor of 2 in superheat, so of 8 in this.
 */
export const NUCLEATE: Prior = { middle: 150, width: 0.9 }

/** Beyond the critical heat flux of water at one atmosphere a film of vapour parts it from the plate, W/m² (Zuber 1958). */
export const CRITICAL_FLUX = 1_100_000

/**
 * How freely vapour leaves: 1 is an open surface under natural convection of 8 W/(m² K), a wall shelters it, a lid
 * nearly closes it.
 */
export const OPENNESS: Prior = { middle: 0.5, width: 0.8 }
export const AIR_FILM = 8

/** Heat capacities by which a quantity of contents is guessed at first, J/K: from 150 g to 7 kg of water. */
export const WATER_CAPACITIES: readonly number[] = [600, 2000, 6500, 20_000]
/** What never boils: next to nothing, a steak or a cup of oil, a litre of oil. */
export const OTHER_CAPACITIES: readonly number[] = [30, 300, 1600]
/** Each guess reaches to its neighbours. */
export const CAPACITY_WIDTH = 0.6

/** Specific heat of liquid water, J/(kg K), and heat of vaporisation at 90 to 100 °C, J/kg (steam tables). */
export const WATER_HEAT = 4200
export const VAPORISATION = 2_265_000
