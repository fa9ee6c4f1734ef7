import type { Choices, FoodChoice } from '#core/program/choices.ts'
import type { Technique } from '#core/technique/technique.ts'

/** Out of a refrigerator, °C. */
const CHILLED = 5

const slab = (kind: FoodChoice['kind'], thicknessMm: number): FoodChoice => ({
  kind,
  shape: 'slab',
  thicknessMm,
  startCelsius: CHILLED,
})

/** What mostly lies in such a pan, for a hand to correct: a fillet, a steak, a breast, a carrot. */
const FOODS: Readonly<Record<string, FoodChoice>> = {
  poach: slab('fatty-fish', 30),
  'sous-vide': slab('beef', 30),
  sear: slab('beef', 25),
  'shallow-fry': slab('poultry', 15),
  steam: { kind: 'vegetable', shape: 'cylinder', thicknessMm: 25, startCelsius: CHILLED },
}

/** Where the choices begin: the technique's own usual, and a food where it must or may know one. */
export function usualChoices(technique: Technique): Choices {
  const food = technique.choices.food === 'none' ? undefined : FOODS[technique.id]
  return food === undefined ? {} : { food }
}
