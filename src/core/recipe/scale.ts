import { grams } from '../units/quantities.ts'
import type { Amount, Recipe, Step } from './recipe.ts'

/**
 * The recipe for another number of servings, with amounts that can be weighed and cut. Always scale from the
 * recipe as it was written: scaling what was rounded before rounds twice. Times and heat stay: how they change
 * with the amount depends on pan and stove, and the senses of each step tell when it is done.
 */
export function scaleRecipe(recipe: Recipe, servings: number): Recipe {
  if (!Number.isFinite(servings) || servings <= 0)
    throw new RangeError(`servings must be over 0, got ${servings}`)
  if (servings === recipe.servings) return recipe
  const factor = servings / recipe.servings
  return {
    ...recipe,
    servings,
    ingredients: recipe.ingredients.map((ingredient) =>
      ingredient.amount === null
        ? ingredient
        : { ...ingredient, amount: scaleAmount(ingredient.amount, factor) },
    ),
  }
}

export function scaleAmount(amount: Amount, factor: number): Amount {
  switch (amount.unit) {
    case 'g':
      return { unit: 'g', value: grams(weighable(amount.value * factor)) }
    case 'ml':
      return { unit: 'ml', value: weighable(amount.value * factor) }
    case 'piece':
    case 'slice':
    case 'clove':
      return { unit: amount.unit, value: countable(amount.value * factor) }
    case 'tbsp':
    case 'tsp':
      return { unit: amount.unit, value: spoonable(amount.value * factor) }
    case 'pinch':
      // What two fingers take is a gesture, not a measure.
      return amount
  }
}

/** Steps of a kitchen scale: fine where a gram matters, coarse where nobody could tell. */
function weighable(value: number): number {
  if (value < 1) return toStep(value, 0.1)
  if (value < 20) return toStep(value, 0.5)
  if (value < 200) return toStep(value, 1)
  if (value < 1000) return toStep(value, 5)
  return toStep(value, 10)
}

/** A quarter is the least of an onion that anybody cuts off; from three on, whole ones. */
const countable = (value: number): number =>
  value < 1 ? toStep(value, 0.25) : value < 3 ? toStep(value, 0.5) : toStep(value, 1)

const spoonable = (value: number): number =>
  value < 2 ? toStep(value, 0.25) : value < 10 ? toStep(value, 0.5) : toStep(value, 1)

/** Nearest multiple, and never nothing of what the recipe asks for. */
function toStep(value: number, step: number): number {
  const perUnit = Math.round(1 / step)
  return step < 1
    ? Math.max(1, Math.round(value * perUnit)) / perUnit
    : Math.max(1, Math.round(value / step)) * step
}

export interface StepAmount {
  readonly ingredient: Recipe['ingredients'][number]
  /** What goes in now; null where it is to taste. */
  readonly amount: Amount | null
  /** Less than all of it: the rest goes in at another step. */
  readonly part: boolean
}

/** What goes in at one step. Unrounded, so that the parts of several steps add up to the whole. */
export function stepAmounts(recipe: Recipe, step: Step): readonly StepAmount[] {
  return step.uses.flatMap(({ ingredient: id, share }) => {
    const ingredient = recipe.ingredients.find((candidate) => candidate.id === id)
    if (ingredient === undefined) return []
    const { amount } = ingredient
    return [{ ingredient, amount: amount === null ? null : portion(amount, share), part: share < 1 }]
  })
}

const portion = (amount: Amount, share: number): Amount =>
  amount.unit === 'g'
    ? { unit: 'g', value: grams(amount.value * share) }
    : { unit: amount.unit, value: amount.value * share }
