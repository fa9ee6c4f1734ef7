/** The five pans of the bench, as a shop would describe them. Lengths in m, masses in kg, temperatures in °C. */
export interface Pot {
  readonly name: string
  readonly radius: number
  readonly height: number
  /** Of the base: heat per area, J/(m² K), and conductivity x thickness, W/K. Handbook values of metals. */
  readonly baseHeat: number
  readonly baseSpread: number
  /** Heat per area of the wall, J/(m² K), and its conductivity x thickness, W/K. */
  readonly wallHeat: number
  readonly wallSpread: number
  readonly emissivity: number
  readonly contents: 'dry' | 'water' | 'milk' | 'oil'
  readonly mass: number
  readonly target: number
  /** Of the zone, W. */
  readonly maxPower: number
  /** Most that the truth may pass the target by, K. */
  readonly overshoot: number
}

const mm = 0.001
const ALUMINIUM = { heat: 2700 * 900, conductivity: 200 }
const IRON = { heat: 7200 * 460, conductivity: 52 }
const STEEL = { heat: 7850 * 490, conductivity: 18 }

export const POTS: readonly Pot[] = [
  {
    name: 'aluminium 20 cm, 0.5 l water',
    radius: 0.1,
    height: 0.07,
    baseHeat: 2 * mm * ALUMINIUM.heat + 0.5 * mm * STEEL.heat,
    baseSpread: 2 * mm * ALUMINIUM.conductivity + 0.5 * mm * STEEL.conductivity,
    wallHeat: 1.5 * mm * ALUMINIUM.heat,
    wallSpread: 1.5 * mm * ALUMINIUM.conductivity,
    emissivity: 0.2,
    contents: 'water',
    mass: 0.5,
    target: 80,
    maxPower: 2000,
    overshoot: 1.5,
  },
  {
    name: 'cast iron 28 cm, dry',
    radius: 0.125,
    height: 0.05,
    baseHeat: 5 * mm * IRON.heat,
    baseSpread: 5 * mm * IRON.conductivity,
    wallHeat: 4 * mm * IRON.heat,
    wallSpread: 4 * mm * IRON.conductivity,
    emissivity: 0.92,
    contents: 'dry',
    mass: 0,
    target: 220,
    maxPower: 2300,
    overshoot: 4,
  },
  {
    name: 'steel clad 24 cm, 1 l oil',
    radius: 0.105,
    height: 0.08,
    baseHeat: 1.7 * mm * ALUMINIUM.heat + 1 * mm * STEEL.heat,
    baseSpread: 1.7 * mm * ALUMINIUM.conductivity + 1 * mm * STEEL.conductivity,
    wallHeat: 1.7 * mm * ALUMINIUM.heat + 1 * mm * STEEL.heat,
    wallSpread: 1.7 * mm * ALUMINIUM.conductivity + 1 * mm * STEEL.conductivity,
    emissivity: 0.3,
    contents: 'oil',
    mass: 0.91,
    target: 175,
    maxPower: 2000,
    overshoot: 1.5,
  },
  {
    name: 'saucepan 16 cm, 0.3 l milk',
    radius: 0.08,
    height: 0.08,
    baseHeat: 3 * mm * ALUMINIUM.heat + 1.2 * mm * STEEL.heat,
    baseSpread: 3 * mm * ALUMINIUM.conductivity + 1.2 * mm * STEEL.conductivity,
    wallHeat: 0.7 * mm * STEEL.heat,
    wallSpread: 0.7 * mm * STEEL.conductivity,
    emissivity: 0.3,
    contents: 'milk',
    mass: 0.31,
    target: 83,
    maxPower: 1200,
    overshoot: 1.5,
  },
  {
    name: 'stock pot 26 cm, 6 l water',
    radius: 0.125,
    height: 0.16,
    baseHeat: 5 * mm * ALUMINIUM.heat + 1.4 * mm * STEEL.heat,
    baseSpread: 5 * mm * ALUMINIUM.conductivity + 1.4 * mm * STEEL.conductivity,
    wallHeat: 0.8 * mm * STEEL.heat,
    wallSpread: 0.8 * mm * STEEL.conductivity,
    emissivity: 0.3,
    contents: 'water',
    mass: 6,
    target: 90,
    maxPower: 3000,
    overshoot: 1.5,
  },
]

/** J/(kg K), and how freely it convects from the base: W/(m² K) at 10 K of excess. Oil's heat rises with temperature. */
export const LIQUIDS = {
  water: { heat: () => 4186, film: 900, boiling: 100 },
  milk: { heat: () => 3930, film: 650, boiling: 100.3 },
  oil: { heat: (celsius: number) => 1900 + 2.7 * celsius, film: 260, boiling: Number.POSITIVE_INFINITY },
} as const
