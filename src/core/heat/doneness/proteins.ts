import { known, unknown, type Claim } from './claim.ts'

export type ProteinState = 'native' | 'changing' | 'changed'

/** A protein of muscle with the temperatures over which it changes on heating (seconds to minutes). */
interface Protein {
  readonly lowest: number
  readonly highest: number
}

const SOURCE =
  'Palka and Wesierska, "Cooking of meat: physics and chemistry", Encyclopedia of Meat Sciences, pp. 404-409 (calorimetry, beef and pork)'

export const PROTEINS = {
  'alpha-actinin': { lowest: 50, highest: 50 },
  myosin: { lowest: 54, highest: 58 },
  'collagen-shrinks': { lowest: 53, highest: 65 },
  sarcoplasmic: { lowest: 65, highest: 67 },
  'collagen-gelatinises': { lowest: 70, highest: 80 },
  titin: { lowest: 75.6, highest: 78.4 },
  actin: { lowest: 80, highest: 83 },
} as const satisfies Readonly<Record<string, Protein>>

export type MuscleProtein = keyof typeof PROTEINS

/**
 * The state of a protein in beef or pork that has been as hot as `hottest` °C. What changed stays so. Collagen turns
 * into gelatin over hours: for how many the source has no rate, so hotter than its window is still only `changing`.
 */
export function proteinState(protein: MuscleProtein, hottest: number): Claim<ProteinState> {
  if (!Number.isFinite(hottest)) return unknown('no-source')
  if (hottest > HOTTEST) return unknown('over-range')
  const { lowest, highest } = PROTEINS[protein]
  if (hottest < lowest) return known('native', SOURCE)
  const takesHours = protein === 'collagen-gelatinises'
  return known(hottest >= highest && !takesHours ? 'changed' : 'changing', SOURCE)
}

/** Calorimetry of muscle ends there, °C. */
const HOTTEST = 100
