import { composition, type Composition } from './composition.ts'

/** A food whose heat the kitchen knows by name; any other comes with its analysis. */
export interface NamedFood {
  readonly composition: Composition
  /** Muscle gives up juice as it is heated. */
  readonly muscle: boolean
  /** USDA National Nutrient Database for Standard Reference, release 28: its NDB number. */
  readonly ndb: string
}

/** Grams in 100 g; carbohydrate without fibre. */
type Analysis = Readonly<{
  water: number
  protein: number
  fat: number
  carbohydrate: number
  fibre: number
  ash: number
}>

function named(ndb: string, muscle: boolean, analysis: Analysis): NamedFood {
  const answer = composition(analysis, 100)
  if (answer.kind === 'problem') throw new Error(`NDB ${ndb}: ${answer.problem}`)
  return { composition: answer.composition, muscle, ndb }
}

/** USDA SR28 (2016), public domain: raw foods that are cooked in one piece. */
export const NAMED_FOODS = {
  /** Beef, top sirloin, lean, raw. */
  beef: named('23261', true, {
    water: 72.67,
    protein: 23.04,
    fat: 3.98,
    carbohydrate: 0,
    fibre: 0.0,
    ash: 1.06,
  }),
  /** Pork tenderloin, lean, raw. */
  pork: named('10060', true, {
    water: 76.0,
    protein: 20.95,
    fat: 2.17,
    carbohydrate: 0,
    fibre: 0.0,
    ash: 1.03,
  }),
  /** Chicken breast, skinless, raw. */
  chicken: named('05062', true, {
    water: 73.9,
    protein: 22.5,
    fat: 2.62,
    carbohydrate: 0,
    fibre: 0.0,
    ash: 1.13,
  }),
  /** Atlantic salmon, farmed, raw. */
  salmon: named('15236', true, {
    water: 64.89,
    protein: 20.42,
    fat: 13.42,
    carbohydrate: 0,
    fibre: 0.0,
    ash: 1.13,
  }),
  /** Atlantic cod, raw. */
  cod: named('15015', true, {
    water: 81.22,
    protein: 17.81,
    fat: 0.67,
    carbohydrate: 0,
    fibre: 0.0,
    ash: 1.16,
  }),
  /** Potato, raw. */
  potato: named('11352', false, {
    water: 79.25,
    protein: 2.05,
    fat: 0.09,
    carbohydrate: 15.39,
    fibre: 2.1,
    ash: 1.11,
  }),
  /** Carrot, raw. */
  carrot: named('11124', false, {
    water: 88.29,
    protein: 0.93,
    fat: 0.24,
    carbohydrate: 6.78,
    fibre: 2.8,
    ash: 0.97,
  }),
  /** Tofu, firm. */
  tofu: named('16426', false, {
    water: 69.83,
    protein: 17.27,
    fat: 8.72,
    carbohydrate: 0.48,
    fibre: 2.3,
    ash: 1.4,
  }),
} as const satisfies Readonly<Record<string, NamedFood>>
