import type { Choices } from '#core/program/choices.ts'
import type { ChoiceName, Technique } from '#core/technique/technique.ts'
import { fromScale, toScale, type TemperatureUnit } from '../format/temperature.ts'

/** A number that a hand may step or type. */
export interface ChoiceRow {
  /** Under `technique.choice.<name>`. */
  readonly name: ChoiceName | 'thickness' | 'diameter' | 'start'
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  /** What the number is of. */
  readonly sign: '°' | ' min' | ' mm' | ' %'
  readonly choose: (value: number) => Choices
}

/** Millimetres and degrees at which food comes; the same bounds as the kitchen's. */
const THICKNESS = { min: 1, max: 250 }
const START = { min: -30, max: 90 }

/**
 * What may be stepped of a technique, in the order of a hand that cooks: the food, its middle, the heat, the time.
 * `shown` are the choices with the usual ones filled in; only what a hand chose itself goes into the next ones.
 */
export function choiceRows(
  technique: Technique,
  choices: Choices,
  shown: Choices,
  unit: TemperatureUnit,
): readonly ChoiceRow[] {
  return [...foodRows(choices, unit), ...techniqueRows(technique, choices, shown, unit)]
}

function foodRows(choices: Choices, unit: TemperatureUnit): readonly ChoiceRow[] {
  const { food } = choices
  if (food === undefined) return []
  return [
    {
      name: food.shape === 'slab' ? 'thickness' : 'diameter',
      value: food.thicknessMm,
      ...THICKNESS,
      step: food.thicknessMm < 20 ? 1 : food.thicknessMm < 60 ? 2 : 5,
      sign: ' mm',
      choose: (thicknessMm) => ({ ...choices, food: { ...food, thicknessMm } }),
    },
    degreesRow('start', food.startCelsius, { least: START.min, most: START.max }, unit, (startCelsius) => ({
      ...choices,
      food: { ...food, startCelsius },
    })),
  ]
}

function techniqueRows(
  technique: Technique,
  choices: Choices,
  shown: Choices,
  unit: TemperatureUnit,
): readonly ChoiceRow[] {
  const { core, celsius, minutes, share } = technique.choices
  return [
    core &&
      degreesRow('core', shown.core ?? core.usual, core, unit, (value) => ({
        ...choices,
        core: value,
        doneness: undefined,
      })),
    celsius &&
      degreesRow('celsius', shown.celsius ?? celsius.usual, celsius, unit, (value) => ({
        ...choices,
        celsius: value,
      })),
    minutes && {
      name: 'minutes' as const,
      value: shown.minutes ?? minutes.usual,
      min: minutes.least,
      max: minutes.most,
      step: minutes.most <= 15 ? 0.5 : 1,
      sign: ' min' as const,
      choose: (value: number) => ({ ...choices, minutes: value }),
    },
    share && {
      name: 'share' as const,
      value: Math.round((shown.share ?? share.usual) * 100),
      min: share.least * 100,
      max: share.most * 100,
      step: 5,
      sign: ' %' as const,
      choose: (value: number) => ({ ...choices, share: value / 100 }),
    },
  ].filter((row) => row !== null)
}

function degreesRow(
  name: 'start' | 'core' | 'celsius',
  celsius: number,
  range: { readonly least: number; readonly most: number },
  unit: TemperatureUnit,
  choose: (celsius: number) => Choices,
): ChoiceRow {
  return {
    name,
    value: Math.round(toScale(celsius, unit)),
    min: Math.ceil(toScale(range.least, unit)),
    max: Math.floor(toScale(range.most, unit)),
    step: name === 'celsius' && range.most > 100 ? 5 : 1,
    sign: '°',
    choose: (value) => choose(fromScale(value, unit)),
  }
}

/** The next number of a row in a direction, kept on its steps and within its bounds. */
export function stepped({ value, step, min, max }: ChoiceRow, direction: -1 | 1): number {
  const next =
    direction > 0 ? (Math.floor(value / step + 1e-6) + 1) * step : (Math.ceil(value / step - 1e-6) - 1) * step
  return Math.min(max, Math.max(min, next))
}
