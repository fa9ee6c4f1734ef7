import { COMPONENTS, MATERIALS, quadratic, type Component } from './components.ts'
import type { Composition } from './composition.ts'
import { apparentHeat, iceFraction } from './freezing.ts'

/** How a food carries and holds heat at one temperature. */
export interface ThermalProperties {
  /** J/(kg K); with the latent heat of what melts, under the freezing point. */
  readonly heat: number
  /** kg/m³. */
  readonly density: number
  /** W/(m K), heat flowing along layers of the components: the upper bound, and near measured values of moist food. */
  readonly parallel: number
  /** W/(m K), heat flowing across the layers: the lower bound. */
  readonly perpendicular: number
  /** Diffusivity with the parallel conductivity, m²/s. */
  readonly diffusivity: number
}

/**
 * Thermal properties by Choi and Okos 1986: specific heat by mass, specific volume by mass, conductivity by volume,
 * both ways round. -40 to 150 °C; without pores, so too high for bread and foam.
 */
export function thermalProperties(food: Composition, t: number, freezesAt = 0): ThermalProperties {
  const ice = t < 0 ? iceFraction(food, freezesAt, t) : 0
  let volume = 0
  let along = 0
  let across = 0
  const add = (component: Component | 'ice', mass: number): void => {
    if (mass <= 0) return
    const part = mass / quadratic(MATERIALS[component].density, t)
    const k = quadratic(MATERIALS[component].conductivity, t)
    volume += part
    along += part * k
    across += part / k
  }
  add('ice', ice)
  for (const component of COMPONENTS) add(component, food[component] - (component === 'water' ? ice : 0))
  const heat = apparentHeat(food, t < 0 ? freezesAt : 0, t)
  const parallel = along / volume
  return {
    heat,
    density: 1 / volume,
    parallel,
    perpendicular: volume / across,
    diffusivity: parallel * (volume / heat),
  }
}
