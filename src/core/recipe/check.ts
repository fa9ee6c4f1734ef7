import { goalOf } from '../program/goal.ts'
import type { Recipe, Step } from './recipe.ts'
import { complain, type Reader } from './reader.ts'

/** What the shape alone cannot tell: that names lead somewhere and that every step can come to its end. */
export function checkMeaning(recipe: Recipe, at: Reader): void {
  const roles = uniqueIds(recipe.zones, 'zones', at)
  const ingredients = uniqueIds(recipe.ingredients, 'ingredients', at)
  uniqueIds(recipe.steps, 'steps', at)
  recipe.steps.forEach((step, index) => {
    checkStep(step, { ...at, path: `steps[${index}]` }, roles, ingredients)
  })
  checkShares(recipe, at)
}

function uniqueIds(list: readonly { readonly id: string }[], name: string, at: Reader): ReadonlySet<string> {
  const seen = new Set<string>()
  list.forEach(({ id }, index) => {
    if (seen.has(id)) complain({ ...at, path: `${name}[${index}].id` }, 'duplicate-id', { id })
    seen.add(id)
  })
  return seen
}

function checkStep(
  step: Step,
  at: Reader,
  roles: ReadonlySet<string>,
  ingredients: ReadonlySet<string>,
): void {
  step.uses.forEach(({ ingredient: id }, index) => {
    const path = `${at.path}.uses[${index}].ingredient`
    if (!ingredients.has(id)) complain({ ...at, path }, 'unknown-ingredient', { id })
  })
  const set = new Set<string>()
  step.heat.forEach(({ role: id }, index) => {
    const path = `${at.path}.heat[${index}].role`
    if (!roles.has(id)) complain({ ...at, path }, 'unknown-role', { id })
    else if (set.has(id)) complain({ ...at, path }, 'role-twice', { id })
    set.add(id)
  })
  const { until } = step
  if (step.mode === 'automatic' && until.kind === 'cook') {
    complain({ ...at, path: `${at.path}.until` }, 'automatic-without-end')
  }
  if (until.kind === 'cook' || until.kind === 'time') return
  if (!roles.has(until.role)) {
    complain({ ...at, path: `${at.path}.until.role` }, 'unknown-role', { id: until.role })
  }
  if (until.kind === 'doneness' && goalOf(until.food, until.doneness) === null) {
    complain({ ...at, path: `${at.path}.until.doneness` }, 'doneness-unknown', {
      food: until.food,
      doneness: until.doneness,
    })
  }
  if (until.kind !== 'temperature') return
  const heat = step.heat.find(({ role }) => role === until.role)
  if (heat?.kind === 'temperature' && beyond(until.direction, until.celsius, heat.celsius)) {
    complain({ ...at, path: `${at.path}.until.celsius` }, 'never-reached', {
      celsius: until.celsius,
      target: heat.celsius,
    })
  }
}

const beyond = (direction: 'above' | 'below', end: number, target: number): boolean =>
  direction === 'above' ? end > target : end < target

/** Rounding in a file (three times 0.333) is not a mistake; more than that is. */
const SHARE_SLACK = 1e-6

function checkShares(recipe: Recipe, at: Reader): void {
  const used = new Map<string, number>()
  for (const step of recipe.steps) {
    for (const { ingredient, share } of step.uses) used.set(ingredient, (used.get(ingredient) ?? 0) + share)
  }
  recipe.ingredients.forEach(({ id, amount }, index) => {
    const share = used.get(id) ?? 0
    // "To taste" has no whole of which a share could be more than all.
    if (amount === null || share <= 1 + SHARE_SLACK) return
    complain({ ...at, path: `ingredients[${index}]` }, 'share-over-one', { id, share })
  })
}
