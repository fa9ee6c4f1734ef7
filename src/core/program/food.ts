import type { Body } from '../heat/food/conduction/body.ts'
import type { Composition } from '../heat/food/composition.ts'
import type { DeclaredFood } from '../heat/twin/food-twin.ts'
import type { FoodContact } from '../technique/technique.ts'
import type { FoodChoice, FoodKind } from './choices.ts'

interface Material {
  readonly muscle: boolean
  readonly composition: Composition
}

/** Grams in 100 g of water, protein, fat, carbohydrate, fibre and ash, scaled to 1. */
function of(
  muscle: boolean,
  water: number,
  protein: number,
  fat: number,
  ash: number,
  rest = 0,
  fibre = 0,
): Material {
  const sum = water + protein + fat + ash + rest + fibre
  return {
    muscle,
    composition: {
      water: water / sum,
      protein: protein / sum,
      fat: fat / sum,
      carbohydrate: rest / sum,
      fibre: fibre / sum,
      ash: ash / sum,
    },
  }
}

/** One of each kind, raw: USDA National Nutrient Database SR28 (2016), by its NDB number. Null = nobody said what it is. */
const MATERIALS: Readonly<Record<FoodKind, Material | null>> = {
  // 23611, top sirloin, lean
  beef: of(true, 72.91, 22.09, 4.08, 1.14),
  // 17013, leg, lean
  lamb: of(true, 74.11, 20.56, 4.51, 1.07),
  // 10024, loin, lean
  pork: of(true, 72.23, 21.43, 5.66, 1.05),
  // 05062, chicken breast
  poultry: of(true, 73.9, 22.5, 2.62, 1.13),
  // 15015, Atlantic cod
  'lean-fish': of(true, 81.22, 17.81, 0.67, 1.16),
  // 15076, wild Atlantic salmon
  'fatty-fish': of(true, 68.5, 19.84, 6.34, 2.54),
  // 01123, whole hen's egg
  egg: of(false, 76.15, 12.56, 9.51, 1.06, 0.72),
  // 11353, russet potato
  vegetable: of(false, 78.58, 2.14, 0.08, 1.13, 16.77, 1.3),
  other: null,
}

/** The food as the twin takes it; null where its kind has no composition. `boilsAt` in °C. */
export function declaredFood(choice: FoodChoice, contact: FoodContact, boilsAt: number): DeclaredFood | null {
  const material = MATERIALS[choice.kind]
  if (material === null) return null
  const body: Body = { kind: BODY[choice.shape], across: choice.thicknessMm / 1000 }
  return { ...material, body, start: choice.startCelsius, contact, boilsAt }
}

const BODY = { slab: 'slab', cylinder: 'cylinder', sphere: 'sphere' } as const
