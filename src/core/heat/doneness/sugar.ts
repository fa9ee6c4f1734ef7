import { boilingPoint } from '../boiling.ts'
import { known, unknown, type Claim } from './claim.ts'

export type SugarStage =
  | 'thread'
  | 'soft-ball'
  | 'firm-ball'
  | 'hard-ball'
  | 'soft-crack'
  | 'hard-crack'
  | 'light-caramel'
  | 'medium-caramel'
  | 'dark-caramel'

const SOURCE = 'McGee, On Food and Cooking (2004), the stages of sugar syrups'

interface StageRow {
  readonly stage: SugarStage
  /** °C at sea level. */
  readonly lowest: number
  readonly highest: number
  /** A boiling syrup: its stage is its water, and so its boiling point over that of water. */
  readonly boils: boolean
}

export const SUGAR_STAGES: readonly StageRow[] = [
  { stage: 'thread', lowest: 102, highest: 113, boils: true },
  { stage: 'soft-ball', lowest: 113, highest: 116, boils: true },
  { stage: 'firm-ball', lowest: 118, highest: 121, boils: true },
  { stage: 'hard-ball', lowest: 121, highest: 130, boils: true },
  { stage: 'soft-crack', lowest: 132, highest: 143, boils: true },
  { stage: 'hard-crack', lowest: 149, highest: 154, boils: true },
  { stage: 'light-caramel', lowest: 170, highest: 180, boils: false },
  { stage: 'medium-caramel', lowest: 180, highest: 188, boils: false },
  { stage: 'dark-caramel', lowest: 188, highest: 205, boils: false },
]

/**
 * The stage of boiling sucrose syrup, null between two stages; at an altitude in metres the boiling stages come as
 * much earlier as water boils there. From 205 °C on it is burnt, which is past the table.
 */
export function sugarStage(celsius: number, altitude = 0): Claim<SugarStage | null> {
  const shift = boilingPoint(0) - boilingPoint(altitude)
  const first = SUGAR_STAGES[0]
  if (first !== undefined && celsius < first.lowest - shift) return unknown('under-range')
  const last = SUGAR_STAGES.at(-1)
  if (last !== undefined && celsius >= last.highest) return unknown('over-range')
  const row = SUGAR_STAGES.findLast(({ lowest, highest, boils }) => {
    const lower = boils ? shift : 0
    return celsius >= lowest - lower && celsius <= highest - lower
  })
  return known(row?.stage ?? null, SOURCE)
}
