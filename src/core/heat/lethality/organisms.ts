import type { DeathRate } from './lethality.ts'

export type Organism = 'salmonella' | 'listeria' | 'e-coli'
export type PasteurisedFood = 'meat' | 'poultry' | 'lean-fish' | 'fatty-fish'

export interface Goal {
  readonly organism: Organism
  readonly rate: DeathRate
  /** Powers of ten to be reached. */
  readonly log10: number
}

/** What pasteurising a food means, and how heat moves in it. */
export interface PasteurisedProperties {
  readonly goals: readonly Goal[]
  /** m²/s. */
  readonly diffusivity: number
  /** Baldwin's shape factor of a piece of this thickness in metres. */
  readonly shapeFactor: (thickness: number) => number
}

const at55 = (d: number, z: number): DeathRate => ({ d, reference: 55, z })
const at60 = (d: number, z: number): DeathRate => ({ d, reference: 60, z })

/** Small pieces are wide for their thickness; thicker ones are warmed from the sides as well. */
const SHEET = 0.03
const CHUNK = 0.28
const chunk = (): number => CHUNK

const fish = (listeria: DeathRate): PasteurisedProperties => ({
  goals: [{ organism: 'listeria', rate: listeria, log10: 6 }],
  diffusivity: 0.995e-7,
  shapeFactor: chunk,
})

/**
 * The parameters of Baldwin's pasteurisation tables (A Practical Guide to Sous Vide Cooking; "Sous vide cooking: A
 * review", 2012), which draw D and z from O'Bryan et al. 2006 (meat), Juneja et al. 2001 (poultry), and Ben Embarek
 * and Huss 1993 (Listeria in cod and salmon).
 */
export const PASTEURISED: Readonly<Record<PasteurisedFood, PasteurisedProperties>> = {
  meat: {
    goals: [
      { organism: 'listeria', rate: at55(12.66, 9.22), log10: 6 },
      { organism: 'salmonella', rate: at55(13.18, 7.58), log10: 6.5 },
      { organism: 'e-coli', rate: at55(19.35, 4.87), log10: 5 },
    ],
    diffusivity: 1.11e-7,
    shapeFactor: (thickness) => (thickness <= SHEET ? 0 : CHUNK),
  },
  poultry: {
    goals: [
      { organism: 'salmonella', rate: at60(4.68, 6.45), log10: 7 },
      { organism: 'listeria', rate: at60(5.94, 5.66), log10: 6 },
    ],
    diffusivity: 1.08e-7,
    shapeFactor: chunk,
  },
  'lean-fish': fish(at60(2.88, 5.59)),
  'fatty-fish': fish(at60(5.13, 5.68)),
}
