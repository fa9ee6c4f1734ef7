/** Properties of one food by temperature: an entry for each tenth of a kelvin from -40 to 300 °C. */
export interface SlabTables {
  /** J/kg over the raw food at 0 °C with its water liquid. */
  readonly enthalpy: Float64Array
  /** Its slope from entry to entry, the apparent specific heat, J/(kg K). */
  readonly heat: Float64Array
  /** W/(m K). */
  readonly conductivity: Float64Array
  /** The share of its raw water that it holds in the long run. */
  readonly held: Float64Array
  /** Conductivity of what is left when the water has boiled away, W/(m K). */
  readonly dry: number
}

export const LOWEST = -40
export const HIGHEST = 300
export const PER_KELVIN = 10
/** One beyond the last, so that every entry has a next one. */
export const ENTRIES = (HIGHEST - LOWEST) * PER_KELVIN + 2

/** The entry at or under a temperature; the tables' ends hold beyond them. */
export function entryAt(celsius: number): number {
  const entry = Math.floor((celsius - LOWEST) * PER_KELVIN)
  return entry < 0 ? 0 : entry > ENTRIES - 2 ? ENTRIES - 2 : entry
}

/** Enthalpy at a temperature, J/kg, straight between entries. */
export function enthalpyAt({ enthalpy }: SlabTables, celsius: number): number {
  const entry = entryAt(celsius)
  const low = enthalpy[entry] ?? 0
  return low + ((enthalpy[entry + 1] ?? low) - low) * ((celsius - LOWEST) * PER_KELVIN - entry)
}

/** The temperature at which the food has this enthalpy: the inverse of `enthalpyAt`, by halving. */
export function temperatureAt({ enthalpy }: SlabTables, heat: number): number {
  let low = 0
  let high = ENTRIES - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((enthalpy[middle] ?? 0) <= heat) low = middle
    else high = middle
  }
  const base = enthalpy[low] ?? 0
  return LOWEST + (low + (heat - base) / ((enthalpy[high] ?? 0) - base)) / PER_KELVIN
}
