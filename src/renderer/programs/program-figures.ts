import { decimal } from '../format/wall-time.ts'
import { degreesText, type TemperatureUnit } from '../format/temperature.ts'

const TEMPERATURES = new Set([
  'core',
  'safe',
  'bath',
  'celsius',
  'near',
  'goal',
  'reach',
  'smokePoint',
  'target',
])
/** Where the bounds are temperatures too. */
const IN_DEGREES = new Set([
  'target-unreachable',
  'never-pasteurised',
  'too-hot-for-zone',
  'start-temperature',
  'celsius',
  'core',
])

/** The figures of a notice or a refusal as its text wants them, in the household's scale. */
export function programFigures(
  code: string,
  figures: Readonly<Record<string, number | string>>,
  unit: TemperatureUnit,
  language: string,
): Readonly<Record<string, string>> {
  const bounds = IN_DEGREES.has(code) || IN_DEGREES.has(String(figures['choice'] ?? ''))
  const written = (name: string, value: number | string): string => {
    if (typeof value === 'string') return value
    if (TEMPERATURES.has(name) || (bounds && (name === 'least' || name === 'most')))
      return degreesText(value, unit)
    return Number.isInteger(value) ? String(value) : decimal(value, 1, language)
  }
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, written(name, value)]))
}
