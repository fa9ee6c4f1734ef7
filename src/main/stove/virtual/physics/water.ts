/** Specific heat of liquid water, J/(kg K): mean over 0-100 C (IAPWS tables, 4178 to 4216). */
export const WATER_HEAT = 4186
/** Density of hot water, kg/m3, at 60 C. */
export const WATER_DENSITY = 983
/** Gas constant of water vapour, J/(kg K). */
const VAPOUR_GAS = 461.5

/**
 * Saturation pressure over water, Pa: Buck 1996, `611.21 exp((18.678 - T/234.5) T / (257.14 + T))`,
 * made for -20 to 100 C, within 0.6 % of the steam tables up to 120 C.
 */
export function saturationPressure(celsius: number): number {
  return 611.21 * Math.exp(((18.678 - celsius / 234.5) * celsius) / (257.14 + celsius))
}

/** Boiling point of water, C, at a pressure in Pa (20 kPa to 120 kPa): the inverse of `saturationPressure`. */
export function boilingPoint(pressure: number): number {
  let low = 40
  let high = 120
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2
    if (saturationPressure(middle) < pressure) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Mean air pressure, Pa, at a height in metres: the ICAO standard atmosphere, up to 11 km. */
export function standardPressure(altitude: number): number {
  return 101325 * (1 - 2.25577e-5 * altitude) ** 5.25588
}

/** Heat of vaporisation, J/kg, at a temperature of 0-130 C (linear fit to the steam tables, within 0.5 %). */
export function latentHeat(celsius: number): number {
  return 2.502e6 - 2430 * celsius
}

/**
 * Evaporation from an open water surface, kg/(m2 s): Stefan flow through the boundary layer, its transfer
 * coefficient from that of heat by the Lewis relation (Le = 0.86, air at 60 C: 1.06 kg/m3, 1008 J/(kg K)).
 * The logarithm grows without bound at boiling, where boiling itself takes over: the share is cut at 0.97.
 */
export function evaporation(
  surface: number,
  air: { readonly celsius: number; readonly humidity: number; readonly pressure: number },
  heatTransfer: number,
): number {
  const atSurface = Math.min(saturationPressure(surface) / air.pressure, 0.97)
  const inAir = (air.humidity * saturationPressure(air.celsius)) / air.pressure
  const massTransfer = heatTransfer / (1.06 * 1008 * 0.86 ** (2 / 3))
  const filmKelvin = (surface + air.celsius) / 2 + 273.15
  const density = air.pressure / (VAPOUR_GAS * filmKelvin)
  return massTransfer * density * Math.log((1 - inAir) / (1 - atSurface))
}
