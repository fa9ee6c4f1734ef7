import { celsius } from '#core/units/quantities.ts'
import type { Recipe, Step } from '#core/recipe/recipe.ts'
import { libraryRecipe } from './library.ts'

/** The pan is warmed to a plain temperature, without a technique. */
const WARM: Pick<Step, 'heat' | 'until'> = {
  heat: [{ role: 'pan', kind: 'temperature', celsius: celsius(112) }],
  until: { kind: 'temperature', role: 'pan', celsius: celsius(106), direction: 'above' },
}

const eggs = libraryRecipe('soft-scrambled-eggs.json')

/** The scrambled eggs as a recipe that knows no techniques. */
export const plainEggs: Recipe = {
  ...eggs,
  steps: eggs.steps.map((step) => (step.id === 'warm' ? { ...step, ...WARM } : step)),
}
