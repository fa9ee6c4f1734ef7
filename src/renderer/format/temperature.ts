import { celsius, type Celsius } from '#core/units/quantities.ts'
import { decimal } from './wall-time.ts'

export type TemperatureUnit = 'c' | 'f'

/** Degrees on the household's scale, not rounded. */
export const toScale = (value: number, unit: TemperatureUnit): number =>
  unit === 'c' ? value : value * 1.8 + 32

export const fromScale = (degrees: number, unit: TemperatureUnit): Celsius =>
  celsius(unit === 'c' ? degrees : (degrees - 32) / 1.8)

/** Whole degrees, as a numeral shows them. */
export const degrees = (value: number, unit: TemperatureUnit): number => Math.round(toScale(value, unit))

export const degreesText = (value: number, unit: TemperatureUnit): string => `${degrees(value, unit)}°`

/** With the scale's letter, where a number stands alone: 182 °C. */
export const temperatureText = (value: number, unit: TemperatureUnit): string =>
  `${degrees(value, unit)} °${unit === 'c' ? 'C' : 'F'}`

/** A difference with one decimal, since half a degree decides over fish: 1.2°. */
export const differenceText = (kelvin: number, unit: TemperatureUnit, language: string): string =>
  `${decimal(unit === 'c' ? kelvin : kelvin * 1.8, 1, language)}°`

/** What may be set on a zone, and how far one press of a button goes, on each scale. */
export const SETTABLE = {
  c: { min: 30, max: 300, step: 5 },
  f: { min: 90, max: 570, step: 10 },
} as const

/** The same for what is in a pan: fine steps, since a custard has four degrees. */
export const SETTABLE_LIQUID = {
  c: { min: 30, max: 250, step: 1 },
  f: { min: 90, max: 480, step: 2 },
} as const
