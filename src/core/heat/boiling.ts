import { celsius, type Celsius } from '../units/quantities.ts'

/**
 * Air pressure in pascals at an altitude: the tropospheric layer of the ICAO Standard Atmosphere (Doc 7488, third
 * edition 1993), valid from -5000 m to 11 000 m. Weather moves it by about 3 %, that is 1 K of boiling point.
 */
export function standardPressure(altitudeMetres: number): number {
  return 101_325 * (1 - 2.255_77e-5 * altitudeMetres) ** 5.255_88
}

/** Antoine's equation for water, mmHg and degrees Celsius, 1 to 100 °C: Dortmund Data Bank parameters. */
const ANTOINE = { a: 8.071_31, b: 1730.63, c: 233.426 }
const PASCALS_PER_MMHG = 133.322_4

/**
 * Boiling point of pure water at an altitude in metres (-430 to 6000, where people live and cook). Within 0.1 K
 * of steam tables over that range; salt and sugar in kitchen amounts raise it by less than 1 K.
 */
export function boilingPoint(altitudeMetres: number): Celsius {
  const pressure = standardPressure(altitudeMetres) / PASCALS_PER_MMHG
  return celsius(ANTOINE.b / (ANTOINE.a - Math.log10(pressure)) - ANTOINE.c)
}

/** K kg/mol, and g/mol of sodium chloride (CRC Handbook). */
const EBULLIOSCOPIC = 0.513
const SALT_MASS = 58.44
/** Two ions, of which 0.94 count near 100 °C at kitchen strengths (osmotic coefficient, Pitzer et al. 1984). */
const SALT_IONS = 2 * 0.94
const MOST_SALT = 120

/**
 * How much salt lifts the boiling point, K, for grams in a kilogram of water: dilute-solution law, 0 to 120 g/kg;
 * null beyond. Pasta water with 10 g boils 0.2 K hotter.
 */
export function saltElevation(gramsPerKilogram: number): number | null {
  if (!(gramsPerKilogram >= 0 && gramsPerKilogram <= MOST_SALT)) return null
  return (EBULLIOSCOPIC * SALT_IONS * gramsPerKilogram) / SALT_MASS
}
