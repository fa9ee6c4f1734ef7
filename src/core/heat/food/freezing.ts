import { COMPONENTS, integrated, MATERIALS, quadratic } from './components.ts'
import type { Composition } from './composition.ts'

/** Heat of fusion of water at 0 °C, J/kg (CRC Handbook). */
export const FUSION = 333_600

/** Water that binds to protein and never freezes: 0.4 kg for each kg (Pham 1987, J. Food Sci. 52, 210-212). */
const BOUND = 0.4

/** The water that can freeze, as a share of the food's mass. */
export const freezable = ({ water, protein }: Composition): number => Math.max(0, water - BOUND * protein)

/**
 * Share of the food's mass that is ice at `t` °C: (xw - xb)(1 - tf/t), ideal solution (Schwartzberg 1976,
 * J. Food Sci. 41, 152-156; Miles, van Beek and Veerkamp 1983). From -40 °C up to the freezing point.
 */
export function iceFraction(food: Composition, freezesAt: number, t: number): number {
  return t >= freezesAt ? 0 : freezable(food) * (1 - freezesAt / t)
}

/**
 * Initial freezing point in °C of meat and fish from their water, Chang and Tao 1981 (J. Food Sci. 46, 1493-1497),
 * who fitted 271.18 + 1.47 xw in kelvin; asked for with a water content of 0.6 to 0.8. Null elsewhere.
 */
export function freezingPointOfMeat({ water }: Composition): number | null {
  return water < 0.6 || water > 0.8 ? null : 271.18 + 1.47 * water - 273.15
}

/**
 * Enthalpy in J/kg over the food at 0 °C with all its water liquid: the sum of its components', ice included.
 * Its slope is the apparent specific heat, with the latent heat spread as the ice melts.
 */
export function enthalpy(food: Composition, freezesAt: number, t: number): number {
  const ice = iceFraction(food, freezesAt, t)
  let sum = ice * (1000 * integrated(MATERIALS.ice.heat, t) - FUSION)
  for (const component of COMPONENTS) {
    const mass = food[component] - (component === 'water' ? ice : 0)
    sum += mass * 1000 * integrated(MATERIALS[component].heat, t)
  }
  return sum
}

/** Apparent specific heat in J/(kg K): the slope of the enthalpy. Infinite nowhere, but steep under the freezing point. */
export function apparentHeat(food: Composition, freezesAt: number, t: number): number {
  const ice = iceFraction(food, freezesAt, t)
  let sum = ice * 1000 * quadratic(MATERIALS.ice.heat, t)
  for (const component of COMPONENTS) {
    const mass = food[component] - (component === 'water' ? ice : 0)
    sum += mass * 1000 * quadratic(MATERIALS[component].heat, t)
  }
  if (ice === 0) return sum
  const melting = (freezable(food) * -freezesAt) / (t * t)
  const fusion = FUSION + 1000 * (integrated(MATERIALS.water.heat, t) - integrated(MATERIALS.ice.heat, t))
  return sum + melting * fusion
}
