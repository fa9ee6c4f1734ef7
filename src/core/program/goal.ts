import { coreFor } from '../heat/doneness/meat.ts'
import type { PasteurisedFood } from '../heat/lethality/organisms.ts'
import type { Doneness, FoodKind } from './choices.ts'

/** Safe minimum internal temperatures, °C: USDA FSIS, chart of 2020. Whole cuts rest for three minutes after. */
const SAFE_WHOLE = 63
const SAFE_POULTRY = 74

type Muscle = 'meat' | 'fish' | 'poultry'

const MUSCLE: Readonly<Record<FoodKind, Muscle | null>> = {
  beef: 'meat',
  lamb: 'meat',
  pork: 'meat',
  poultry: 'poultry',
  'lean-fish': 'fish',
  'fatty-fish': 'fish',
  egg: null,
  vegetable: null,
  other: null,
}

/** Under which name the lethality tables know this food; null = none speaks of it. */
export const pasteurisedAs = (kind: FoodKind): PasteurisedFood | null => {
  if (kind === 'lean-fish' || kind === 'fatty-fish' || kind === 'poultry') return kind
  return MUSCLE[kind] === 'meat' ? 'meat' : null
}

/** Core temperature of a doneness, °C; null where nobody names one: poultry is safe or it is not done. */
export function goalOf(kind: FoodKind, doneness: Doneness): number | null {
  const muscle = MUSCLE[kind]
  if (muscle === null) return null
  if (doneness === 'safe') return muscle === 'poultry' ? SAFE_POULTRY : SAFE_WHOLE
  if (muscle === 'poultry') return null
  const claim = coreFor(muscle, doneness)
  return claim.kind === 'known' ? claim.value : null
}

export interface Band {
  readonly kind: 'doneness' | 'safety'
  readonly code: Doneness
  /** °C. */
  readonly from: number
  readonly to: number
}

/** The temperatures that have a name in this food, for drawing across its section; the hottest band ends at 100 °C. */
export function bandsOf(kind: FoodKind): readonly Band[] {
  const named = (['rare', 'medium-rare', 'medium'] as const).flatMap((code) => {
    const from = goalOf(kind, code)
    return from === null ? [] : [{ code, from }]
  })
  const safe = goalOf(kind, 'safe')
  return [
    ...named.map(({ code, from }, index): Band => {
      const to = named[index + 1]?.from ?? safe ?? HOTTEST
      return { kind: 'doneness', code, from, to }
    }),
    ...(safe === null ? [] : [{ kind: 'safety', code: 'safe', from: safe, to: HOTTEST } as const]),
  ]
}

/** Food with water in it gets no hotter inside. */
const HOTTEST = 100
