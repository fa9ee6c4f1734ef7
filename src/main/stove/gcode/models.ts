/** A heated bed as it is usually sold; its rated power is printed on the bed or its supply. */
export interface BedModel {
  /** W, counted against the circuit where the address gives no `watts`. */
  readonly watts: number
  /** The hottest that is asked for, and Marlin's usual BED_MAXTEMP, C. */
  readonly hottest: number
  readonly maxSurface: number
  /** Edge of the square, mm. */
  readonly size: number
}

/** `bed`: 235 mm at 24 V and some 10 A. `bed-mains`: a silicone mat of 300 mm on mains, 0.83 W/cm2. */
export const BEDS = {
  bed: { watts: 250, hottest: 110, maxSurface: 150, size: 235 },
  'bed-mains': { watts: 750, hottest: 120, maxSurface: 150, size: 300 },
} as const satisfies Record<string, BedModel>

export type BedName = keyof typeof BEDS

export function isBed(name: string): name is BedName {
  return Object.hasOwn(BEDS, name)
}
