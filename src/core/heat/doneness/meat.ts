import { known, unknown, type Claim } from './claim.ts'

export type Doneness = 'raw' | 'rare' | 'medium-rare' | 'medium'
export type DoneFood = 'meat' | 'fish'

const SOURCE = 'Baldwin, A Practical Guide to Sous Vide Cooking, table 2.1'

/** °C from which on a core is called so; meat is beef, lamb and the like. */
const STEPS: Readonly<Record<DoneFood, Readonly<Record<'rare' | 'medium-rare' | 'medium', number>>>> = {
  meat: { rare: 50, 'medium-rare': 55, medium: 60 },
  fish: { rare: 42, 'medium-rare': 50, medium: 60 },
}

/** What table cooks call a core of this temperature. The table ends at medium: above its last step nothing is named. */
export function donenessOf(food: DoneFood, core: number): Claim<Doneness> {
  const { rare, 'medium-rare': middle, medium } = STEPS[food]
  if (core < rare) return known('raw', SOURCE)
  if (core < middle) return known('rare', SOURCE)
  if (core < medium) return known('medium-rare', SOURCE)
  return core < medium + SPAN ? known('medium', SOURCE) : unknown('over-range')
}

/** The core temperature of a doneness, °C. */
export const coreFor = (food: DoneFood, doneness: keyof (typeof STEPS)['meat']): Claim<number> =>
  known(STEPS[food][doneness], SOURCE)

/** Width of the last step: as wide as the one before it in meat, K. */
const SPAN = 5
