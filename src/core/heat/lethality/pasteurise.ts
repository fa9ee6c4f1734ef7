import { baldwin, type Moment } from '../food/conduction/baldwin.ts'
import { LEAST_CLAIMED, pieceLethality, pieceTime, type Point } from './lethality.ts'
import { PASTEURISED, type Organism, type PasteurisedFood } from './organisms.ts'

export interface PasteuriseQuestion {
  readonly food: PasteurisedFood
  /** Metres. */
  readonly thickness: number
  /** °C. */
  readonly start: number
  readonly bath: number
}

export type PasteuriseAnswer =
  | { readonly kind: 'pasteurised'; readonly seconds: number; readonly limitedBy: Organism }
  | { readonly kind: 'unknown'; readonly why: 'bath-under-55' | 'frozen' | 'too-thick' | 'too-long' }

/** The thickest piece of Baldwin's tables, m. */
export const THICKEST = 0.07
/** The hottest bath of his tables, °C: what is hotter counts as this, so that z is never stretched beyond it. */
const HOTTEST = 66
/** A bath with a circulator, W/(m² K), and moist food, W/(m K), as in his tables. */
const BATH_H = 95
const CONDUCTIVITY = 0.48
/** Under this food holds ice, whose melting the model does not know, °C. */
const FROZEN = -0.5
/** Spores and toxins make long warm times a question of their own, s. */
const LONGEST = 24 * 3600

/**
 * Time until the middle of food in a stirred bath is pasteurised. Every moment of the heating counts, each organism by
 * its own rate, the slowest decides. Nothing is claimed for a bath under 55 °C.
 */
export function pasteurise({ food, thickness, start, bath }: PasteuriseQuestion): PasteuriseAnswer {
  if (bath < LEAST_CLAIMED) return { kind: 'unknown', why: 'bath-under-55' }
  if (start < FROZEN) return { kind: 'unknown', why: 'frozen' }
  if (thickness > THICKEST) return { kind: 'unknown', why: 'too-thick' }
  const { goals, diffusivity, shapeFactor } = PASTEURISED[food]
  const open = goals.map((goal) => ({ ...goal, reached: 0 }))
  const walk = baldwin({
    thickness,
    shapeFactor: shapeFactor(thickness),
    diffusivity,
    conductivity: CONDUCTIVITY,
    h: BATH_H,
    start,
    bath,
  })
  const counted = ({ seconds, core }: Moment): Point => [seconds, Math.min(core, HOTTEST)]
  let before = counted(walk.next().value)
  let last: { seconds: number; limitedBy: Organism } | null = null
  while (before[0] < LONGEST) {
    const after = counted(walk.next().value)
    for (const goal of open) {
      const missing = goal.log10 - goal.reached
      if (missing <= 0) continue
      goal.reached += pieceLethality(goal.rate, before, after)
      if (goal.reached < goal.log10) continue
      const seconds = pieceTime(goal.rate, before, after, missing)
      if (last === null || seconds > last.seconds) last = { seconds, limitedBy: goal.organism }
    }
    if (last !== null && open.every((goal) => goal.reached >= goal.log10))
      return { kind: 'pasteurised', ...last }
    before = after
  }
  return { kind: 'unknown', why: 'too-long' }
}
