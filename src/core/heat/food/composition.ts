import { COMPONENTS, type Component } from './components.ts'

/** Mass fractions of a food; together 1. */
export type Composition = Readonly<Record<Component, number>>

export type CompositionProblem = 'negative' | 'not-a-number' | 'sum'

/** Analyses of food add up to 100 % within this; a larger gap means that something was left out. */
const CLOSURE = 0.03

/**
 * Mass fractions from an analysis (any unit, so grams per 100 g will do), scaled to 1. Refused when a value is not a
 * mass or, with `whole` given as what they should add up to, when they miss it by more than 3 %.
 */
export function composition(
  parts: Readonly<Partial<Record<Component, number>>>,
  whole?: number,
):
  | { readonly kind: 'composition'; readonly composition: Composition }
  | { readonly kind: 'problem'; readonly problem: CompositionProblem } {
  let sum = 0
  for (const component of COMPONENTS) {
    const part = parts[component] ?? 0
    if (!Number.isFinite(part)) return { kind: 'problem', problem: 'not-a-number' }
    if (part < 0) return { kind: 'problem', problem: 'negative' }
    sum += part
  }
  if (sum <= 0 || (whole !== undefined && Math.abs(sum / whole - 1) > CLOSURE)) {
    return { kind: 'problem', problem: 'sum' }
  }
  const share = (component: Component): number => (parts[component] ?? 0) / sum
  return {
    kind: 'composition',
    composition: {
      water: share('water'),
      protein: share('protein'),
      fat: share('fat'),
      carbohydrate: share('carbohydrate'),
      fibre: share('fibre'),
      ash: share('ash'),
    },
  }
}
