/** A food as a slab: what happens to its water, and how its heat travels. SI units. */
export interface FoodKind {
  /** Share of water by mass. */
  readonly water: number
  /** Specific heat of the rest, J/(kg K): protein 2010, fat 1980, carbohydrate 1550 (Choi & Okos 1986, at 0 C). */
  readonly solidHeat: number
  /** kg/m3 */
  readonly density: number
  /** W/(m K), raw; most foods lie between 0.4 and 0.6. */
  readonly conductivity: number
  /** How thick it lies in the pan, m. */
  readonly thickness: number
}

/** Water contents: USDA SR28, rounded. Thickness: as usually cut. */
export const FOODS = {
  steak: { water: 0.72, solidHeat: 2000, density: 1050, conductivity: 0.47, thickness: 0.025 },
  chicken: { water: 0.75, solidHeat: 2000, density: 1060, conductivity: 0.49, thickness: 0.022 },
  fish: { water: 0.7, solidHeat: 2000, density: 1060, conductivity: 0.48, thickness: 0.02 },
  egg: { water: 0.76, solidHeat: 1990, density: 1030, conductivity: 0.53, thickness: 0.006 },
  onion: { water: 0.89, solidHeat: 1560, density: 950, conductivity: 0.5, thickness: 0.01 },
  potato: { water: 0.79, solidHeat: 1600, density: 1080, conductivity: 0.53, thickness: 0.015 },
  vegetables: { water: 0.9, solidHeat: 1600, density: 950, conductivity: 0.52, thickness: 0.015 },
  mushroom: { water: 0.92, solidHeat: 1700, density: 600, conductivity: 0.4, thickness: 0.012 },
  pancake: { water: 0.55, solidHeat: 1650, density: 1000, conductivity: 0.45, thickness: 0.005 },
  tofu: { water: 0.8, solidHeat: 1950, density: 1050, conductivity: 0.5, thickness: 0.015 },
  pasta: { water: 0.1, solidHeat: 1600, density: 1350, conductivity: 0.3, thickness: 0.006 },
  rice: { water: 0.12, solidHeat: 1600, density: 1400, conductivity: 0.3, thickness: 0.006 },
} as const satisfies Record<string, FoodKind>

export type FoodName = keyof typeof FOODS

export function isFoodName(name: string): name is FoodName {
  return Object.hasOwn(FOODS, name)
}
