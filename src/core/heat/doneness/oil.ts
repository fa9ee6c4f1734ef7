export type OilGrade = 'refined' | 'unrefined'

export interface Oil {
  readonly grade: OilGrade
  /** °C as its label or its maker states it; null when nobody did. */
  readonly smokesAt: number | null
}

export type OilHeat =
  /** Below the stated smoke point by `margin` kelvin. */
  | { readonly kind: 'clear' | 'close' | 'smokes'; readonly margin: number }
  /** No smoke point is known; `keepUnder` is a careful ceiling, not a smoke point. */
  | { readonly kind: 'unknown'; readonly keepUnder: number; readonly passed: boolean }

/** Smoke points fall as oil is used, and a pan has hot spots: this close counts as close, K. */
const CLOSE = 20

/**
 * Careful ceilings where no smoke point is stated, °C. Refined: the frying limit of Commission Regulation (EU)
 * 2017/2158, annex II, made against acrylamide, which refined oils stand. Unrefined: no measured floor is known to
 * the kitchen, so just above boiling, where one sweats and does not fry.
 */
const CEILING: Readonly<Record<OilGrade, number>> = { refined: 175, unrefined: 105 }

/**
 * Oil at a temperature against its smoke point. Published lists of smoke points contradict each other by up to 100 K
 * for one kind of oil, so the kitchen ships none and asks for the label.
 */
export function oilHeat({ grade, smokesAt }: Oil, celsius: number): OilHeat {
  if (smokesAt === null)
    return { kind: 'unknown', keepUnder: CEILING[grade], passed: celsius > CEILING[grade] }
  const margin = smokesAt - celsius
  if (margin <= 0) return { kind: 'smokes', margin }
  return { kind: margin < CLOSE ? 'close' : 'clear', margin }
}
