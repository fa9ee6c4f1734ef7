import type { ChoiceRange, Technique } from '../technique/technique.ts'
import type { Choices, Doneness, FoodChoice } from './choices.ts'
import { goalOf } from './goal.ts'
import { refuse, type ProgramRefusal } from './refusal.ts'

/** Every choice that the technique offers, with the usual where the cook said nothing; null = not offered. */
export interface Settled {
  readonly celsius: number | null
  readonly minutes: number | null
  readonly core: number | null
  readonly share: number | null
  readonly doneness: Doneness | null
  readonly food: FoodChoice | null
}

export type Settling = { readonly kind: 'settled'; readonly choices: Settled } | ProgramRefusal

/** Millimetres: a sheet of dough, a whole roast. */
const THICKNESS = { least: 1, most: 250 }
/** °C at which food comes: out of the deepest freezer, or warm from another pan. */
const START = { least: -30, most: 90 }
const MOST_GRAMS = 20_000

/** Fills in what is usual and refuses what cannot be, with its figures. */
export function settleChoices(technique: Technique, wanted: Choices): Settling {
  const { choices: offered } = technique
  for (const name of ['celsius', 'minutes', 'share'] as const) {
    const wrong = outside(name, offered[name], wanted[name])
    if (wrong !== null) return wrong
  }
  const food = wanted.food ?? null
  if (food === null && offered.food === 'needed') return refuse('food-needed')
  if (food !== null) {
    const wrong = offered.food === 'none' ? refuse('not-offered', { choice: 'food' }) : checkFood(food)
    if (wrong !== null) return wrong
  }
  const goal = goalFor(technique, wanted, food)
  if (typeof goal === 'object' && goal !== null) return goal
  const celsius = wanted.celsius ?? usualHeat(offered.celsius, goal)
  const cold = tooCold(technique, celsius, goal, food)
  if (cold !== null) return cold
  return {
    kind: 'settled',
    choices: {
      celsius,
      minutes: wanted.minutes ?? offered.minutes?.usual ?? null,
      core: goal,
      share: wanted.share ?? offered.share?.usual ?? null,
      doneness: wanted.core === undefined ? (wanted.doneness ?? null) : null,
      food,
    },
  }
}

function outside(
  choice: string,
  range: ChoiceRange | null,
  value: number | undefined,
): ProgramRefusal | null {
  if (value === undefined) return null
  if (range === null) return refuse('not-offered', { choice })
  const fits = value >= range.least && value <= range.most
  return fits ? null : refuse('out-of-range', { choice, value, least: range.least, most: range.most })
}

function checkFood({ thicknessMm, startCelsius, massG }: FoodChoice): ProgramRefusal | null {
  if (!(thicknessMm >= THICKNESS.least && thicknessMm <= THICKNESS.most)) {
    return refuse('thickness', { millimetres: thicknessMm, ...THICKNESS })
  }
  if (!(startCelsius >= START.least && startCelsius <= START.most)) {
    return refuse('start-temperature', { celsius: startCelsius, ...START })
  }
  const heavy = massG !== undefined && !(massG > 0 && massG <= MOST_GRAMS)
  return heavy ? refuse('mass', { grams: massG, most: MOST_GRAMS }) : null
}

/** The core temperature to reach: as chosen, by its doneness, or what is usual for this food. */
function goalFor(
  technique: Technique,
  wanted: Choices,
  food: FoodChoice | null,
): number | null | ProgramRefusal {
  const range = technique.choices.core
  if (range === null) {
    if (wanted.core !== undefined) return refuse('not-offered', { choice: 'core' })
    return wanted.doneness === undefined ? null : refuse('not-offered', { choice: 'doneness' })
  }
  const named = byDoneness(wanted, food)
  if (typeof named === 'object' && named !== null) return named
  const safe = food === null ? null : goalOf(food.kind, 'safe')
  const poultry = food?.kind === 'poultry'
  const goal = wanted.core ?? named ?? (poultry && safe !== null ? safe : range.usual)
  const wrong = outside('core', range, goal)
  if (wrong !== null) return wrong
  return goal
}

function byDoneness(wanted: Choices, food: FoodChoice | null): number | null | ProgramRefusal {
  if (wanted.doneness === undefined || wanted.core !== undefined) return null
  const kind = food?.kind ?? 'other'
  return goalOf(kind, wanted.doneness) ?? refuse('doneness-unknown', { kind, doneness: wanted.doneness })
}

/** How much hotter than its goal a bath is when nobody says otherwise, K: Baldwin's tables end half a kelvin under it. */
const OVER_GOAL = 1

function usualHeat(range: ChoiceRange | null, goal: number | null): number | null {
  if (range === null || goal === null) return range?.usual ?? null
  return Math.min(range.most, Math.max(range.usual, goal + OVER_GOAL))
}

/** A bath or a pan warms nothing beyond itself. */
function tooCold(
  technique: Technique,
  celsius: number | null,
  core: number | null,
  food: FoodChoice | null,
): ProgramRefusal | null {
  if (celsius === null || technique.choices.core === null) return null
  if (food !== null && celsius <= food.startCelsius) {
    return refuse('bath-too-cold', { bath: celsius, core: food.startCelsius })
  }
  return core !== null && celsius <= core ? refuse('bath-too-cold', { bath: celsius, core }) : null
}
