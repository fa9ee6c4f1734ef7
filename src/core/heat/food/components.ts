/** What a food is made of as heat sees it. */
export const COMPONENTS = ['water', 'protein', 'fat', 'carbohydrate', 'fibre', 'ash'] as const
export type Component = (typeof COMPONENTS)[number]

/** Coefficients a0 + a1 t + a2 t², t in °C. */
type Quadratic = readonly [number, number, number]

interface Material {
  /** Specific heat, kJ/(kg K). */
  readonly heat: Quadratic
  /** Conductivity, W/(m K). */
  readonly conductivity: Quadratic
  /** Density, kg/m³. */
  readonly density: Quadratic
}

/**
 * Choi and Okos, "Effects of temperature and composition on the thermal properties of foods" (Food Engineering and
 * Process Applications 1, 1986, pp. 93-101): -40 to 150 °C. Some reprints give 4.1289 for the specific heat of water,
 * which is 1.3 % under steam tables; 4.1762 is within 0.2 % of them.
 */
export const MATERIALS: Readonly<Record<Component | 'ice', Material>> = {
  water: {
    heat: [4.1762, -9.0864e-5, 5.4731e-6],
    conductivity: [0.57109, 1.7625e-3, -6.7036e-6],
    density: [997.18, 3.1439e-3, -3.7574e-3],
  },
  ice: {
    heat: [2.0623, 6.0769e-3, 0],
    conductivity: [2.2196, -6.2489e-3, 1.0154e-4],
    density: [916.89, -0.13071, 0],
  },
  protein: {
    heat: [2.0082, 1.2089e-3, -1.3129e-6],
    conductivity: [0.17881, 1.1958e-3, -2.7178e-6],
    density: [1329.9, -0.5184, 0],
  },
  fat: {
    heat: [1.9842, 1.4733e-3, -4.8008e-6],
    conductivity: [0.18071, -2.7604e-4, -1.7749e-7],
    density: [925.59, -0.41757, 0],
  },
  carbohydrate: {
    heat: [1.5488, 1.9625e-3, -5.9399e-6],
    conductivity: [0.20141, 1.3874e-3, -4.3312e-6],
    density: [1599.1, -0.31046, 0],
  },
  fibre: {
    heat: [1.8459, 1.8306e-3, -4.6509e-6],
    conductivity: [0.18331, 1.2497e-3, -3.1683e-6],
    density: [1311.5, -0.36589, 0],
  },
  ash: {
    heat: [1.0926, 1.8896e-3, -3.6817e-6],
    conductivity: [0.32962, 1.4011e-3, -2.9069e-6],
    density: [2423.8, -0.28063, 0],
  },
}

/** The range in °C that the coefficients were fitted in. */
export const MATERIAL_RANGE = { lowest: -40, highest: 150 }

export const quadratic = ([a, b, c]: Quadratic, t: number): number => a + t * (b + t * c)

/** The integral of a quadratic from 0 to t. */
export const integrated = ([a, b, c]: Quadratic, t: number): number => t * (a + t * (b / 2 + (t * c) / 3))
