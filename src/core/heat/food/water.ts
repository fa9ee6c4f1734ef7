import type { Face } from './face.ts'

/** Latent heat of vaporisation of water at 100 °C, J/kg (steam tables). */
export const VAPORISATION = 2_257_000

/**
 * Saturation pressure of water vapour in Pa over water at 0 to 100 °C: Magnus' form with the constants of Alduchov
 * and Eskridge 1996 (J. Appl. Meteorol. 35, 601-609); within 2 % of steam tables up to 100 °C.
 */
export const saturation = (celsius: number): number =>
  610.94 * Math.exp((17.625 * celsius) / (celsius + 243.04))

/**
 * Evaporation, kg/(m² s) for each Pa and each W/(m² K): the analogy of Lewis, h / (cp Le^(2/3)) with the ratio of
 * molar masses over the air pressure, Le = 0.87 for water in air (Incropera, Fundamentals of Heat and Mass Transfer, section 6.7).
 */
const EVAPORATION = 0.622 / (101_325 * 1007 * 0.87 ** (2 / 3))

/**
 * Water that muscle holds at a temperature, kg for each kg of raw meat: 0.745 - 0.345 / (1 + 30 exp(-0.25 (T - 52))),
 * measured on beef at 25 to 90 °C (van der Sman 2007, Meat Sci. 76, 730-738). As a share of its raw water.
 */
export const waterHeld = (celsius: number): number =>
  (0.745 - 0.345 / (1 + 30 * Math.exp(-0.25 * (celsius - 52)))) / 0.745

/**
 * Seconds in which muscle gives up 63 % of what it no longer holds. Cooking loss is of first order in time and
 * depends on size (Oillic et al. 2011, Meat Sci. 88); the rate itself is an assumption between 5 and 40 minutes.
 */
export const EXPULSION_TIME = 900

/**
 * Heat that evaporation takes from an open face, W/m², and how it grows with the face's temperature, W/(m² K).
 * `wetness` 0 to 1 stands for the water activity of a face that dries. Dew is not counted.
 */
export function evaporation(
  { h, vapour }: Face,
  celsius: number,
  wetness: number,
): {
  readonly flux: number
  readonly slope: number
} {
  if (vapour === undefined || wetness <= 0) return NO_EVAPORATION
  const pressure = wetness * saturation(Math.min(celsius, 100))
  if (pressure <= vapour) return NO_EVAPORATION
  const factor = EVAPORATION * h * VAPORISATION
  // The slope of Magnus' form, so that a step of a hot wet face stays stable.
  const slope = (pressure * 17.625 * 243.04) / (celsius + 243.04) ** 2
  return { flux: factor * (pressure - vapour), slope: factor * slope }
}

const NO_EVAPORATION = { flux: 0, slope: 0 }
