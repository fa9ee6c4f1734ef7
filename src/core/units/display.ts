import type { Amount } from '../recipe/recipe.ts'
import { decimal, fraction, type Locale } from './numerals.ts'

/**
 * How quantities are shown. Every function rounds once, from the unrounded value, in the unit that is shown; the
 * number and its unit come apart, so that the glass can set them each in its own size. Symbols (`g`, `°C`) are
 * international; words (`clove`) are keys for the locales, with `count` for the plural.
 */
export interface Measure {
  /** Ready to print: '182', '10½', '1,5'. */
  readonly number: string
  readonly unit: DisplayUnit
  /** The value as it is shown, for plural rules and for a screen reader. */
  readonly count: number
}

type DisplayUnit =
  | '°C'
  | '°F'
  | 'K'
  | 'g'
  | 'kg'
  | 'oz'
  | 'lb'
  | 'ml'
  | 'l'
  | 'fl-oz'
  | 'cup'
  | Exclude<Amount['unit'], 'g' | 'ml'>

export interface DisplaySettings {
  readonly locale: Locale
  readonly temperature: 'c' | 'f'
  readonly mass: 'metric' | 'imperial'
}

/** Exact by definition: 1.8 degrees Fahrenheit to the kelvin, 32 at the freezing point. */
export const toFahrenheit = (celsius: number): number => (celsius * 9) / 5 + 32
export const fromFahrenheit = (fahrenheit: number): number => ((fahrenheit - 32) * 5) / 9

/** A temperature in whole degrees, or with `digits` decimals. */
export function showTemperature(celsius: number, settings: DisplaySettings, digits = 0): Measure {
  const fahrenheit = settings.temperature === 'f'
  const shown = decimal(fahrenheit ? toFahrenheit(celsius) : celsius, digits, settings.locale)
  return { ...shown, unit: fahrenheit ? '°F' : '°C' }
}

/** A difference or a standard deviation: scaled, not shifted. */
export function showTemperatureSpan(kelvin: number, settings: DisplaySettings, digits = 0): Measure {
  const fahrenheit = settings.temperature === 'f'
  const shown = decimal(fahrenheit ? (kelvin * 9) / 5 : kelvin, digits, settings.locale)
  return { ...shown, unit: fahrenheit ? '°F' : 'K' }
}

/** International avoirdupois ounce, exact by definition (1959). */
const GRAMS_PER_OUNCE = 28.349_523_125
const OUNCES_PER_POUND = 16

export function showMass(grams: number, settings: DisplaySettings): Measure {
  const { locale } = settings
  if (settings.mass === 'imperial') {
    const ounces = grams / GRAMS_PER_OUNCE
    // From two pounds on, scales and shops count in pounds.
    if (ounces >= 2 * OUNCES_PER_POUND)
      return { ...decimal(ounces / OUNCES_PER_POUND, 1, locale), unit: 'lb' }
    if (ounces < 0.25) {
      return { ...decimal(grams > 0 ? Math.max(0.01, ounces) : 0, 2, locale), unit: 'oz' }
    }
    return { ...fraction(ounces, ounces < 4 ? 'quarters' : 'halves'), unit: 'oz' }
  }
  if (roundsTo(grams, 1000)) return { ...decimal(grams / 1000, 2, locale), unit: 'kg' }
  return { ...decimal(grams, grams < 10 ? 1 : 0, locale), unit: 'g' }
}

/** United States customary measures, exact by definition: the fluid ounce is 29.5735295625 ml, the cup has 8. */
const ML_PER_CUP = 236.588_236_5
const ML_PER_FLUID_OUNCE = ML_PER_CUP / 8
const ML_PER_TABLESPOON = ML_PER_CUP / 16
const ML_PER_TEASPOON = ML_PER_CUP / 48

export function showVolume(millilitres: number, settings: DisplaySettings): Measure {
  const { locale } = settings
  if (settings.mass === 'imperial') {
    if (millilitres < ML_PER_TABLESPOON)
      return { ...fraction(millilitres / ML_PER_TEASPOON, 'quarters'), unit: 'tsp' }
    if (millilitres < ML_PER_CUP / 4)
      return { ...fraction(millilitres / ML_PER_TABLESPOON, 'halves'), unit: 'tbsp' }
    if (millilitres < ML_PER_CUP / 2)
      return { ...fraction(millilitres / ML_PER_FLUID_OUNCE, 'halves'), unit: 'fl-oz' }
    return { ...fraction(millilitres / ML_PER_CUP, 'quarters-and-thirds'), unit: 'cup' }
  }
  if (roundsTo(millilitres, 1000)) return { ...decimal(millilitres / 1000, 2, locale), unit: 'l' }
  return { ...decimal(millilitres, millilitres < 10 ? 1 : 0, locale), unit: 'ml' }
}

/** 999.7 g would round to "1000 g": what shows as the bigger unit's whole belongs to the bigger unit. */
const roundsTo = (value: number, limit: number): boolean => Math.round(value) >= limit

/** An amount of a recipe in the household's units. */
export function showAmount(amount: Amount, settings: DisplaySettings): Measure {
  if (amount.unit === 'g') return showMass(amount.value, settings)
  if (amount.unit === 'ml') return showVolume(amount.value, settings)
  return { ...fraction(amount.value, 'quarters-and-thirds'), unit: amount.unit }
}
