/** What a solid is made of. SI units; values near 100 C, taken as constant over a kitchen's range. */
export interface Material {
  /** Thermal conductivity, W/(m K). */
  readonly conductivity: number
  /** Density, kg/m3. */
  readonly density: number
  /** Specific heat, J/(kg K). */
  readonly heat: number
  /** An induction coil sees it: ferromagnetic. */
  readonly magnetic: boolean
}

/**
 * Incropera & DeWitt, Fundamentals of Heat and Mass Transfer, table A.1 (aluminium, copper, AISI 304, AISI 1010);
 * AISI 430, grey cast iron and glass-ceramic: makers' data sheets, typical values.
 */
export const MATERIALS = {
  aluminium: { conductivity: 237, density: 2702, heat: 903, magnetic: false },
  copper: { conductivity: 401, density: 8933, heat: 385, magnetic: false },
  steel304: { conductivity: 14.9, density: 7900, heat: 477, magnetic: false },
  steel430: { conductivity: 26, density: 7750, heat: 460, magnetic: true },
  carbonSteel: { conductivity: 63.9, density: 7832, heat: 434, magnetic: true },
  castIron: { conductivity: 52, density: 7200, heat: 460, magnetic: true },
  glassCeramic: { conductivity: 1.65, density: 2550, heat: 810, magnetic: false },
} as const satisfies Record<string, Material>

export type MaterialName = keyof typeof MATERIALS
