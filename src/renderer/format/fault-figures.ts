import { decimal } from './wall-time.ts'
import { degreesText, type TemperatureUnit } from './temperature.ts'

/** How each figure of a fault is written; a name that stands nowhere here is written as a whole number. */
const TEMPERATURES = new Set(['celsius', 'limit', 'setpoint'])
const DIFFERENCES = new Set(['rise', 'jump'])

function written(name: string, value: number, unit: TemperatureUnit, language: string): string {
  if (TEMPERATURES.has(name)) return degreesText(value, unit)
  if (DIFFERENCES.has(name)) return `${Math.round(Math.abs(value) * (unit === 'f' ? 1.8 : 1))}°`
  if (name === 'milliseconds') return decimal(value / 1000, 1, language)
  return String(Math.round(value))
}

/**
 * The figures of a fault as its text wants them, in the household's scale; null when one that the text names was
 * not measured, for then the text would lie. `text` is the raw text with its `{{names}}`.
 */
export function faultFigures(
  text: string,
  figures: Readonly<Record<string, number>>,
  unit: TemperatureUnit,
  language: string,
): Readonly<Record<string, string>> | null {
  const names = [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '')
  const told: Record<string, string> = {}
  for (const name of names) {
    const value = figures[name]
    // A silence of no length is one whose beginning nobody knows.
    if (value === undefined || (name === 'milliseconds' && value <= 0)) return null
    told[name] = written(name, value, unit, language)
  }
  return told
}
