import { MATERIAL_RANGE } from './components.ts'
import type { Composition } from './composition.ts'
import { enthalpy, freezingPointOfMeat } from './freezing.ts'
import { thermalProperties } from './properties.ts'
import { ENTRIES, LOWEST, PER_KELVIN, type SlabTables } from './slab-tables.ts'
import { waterHeld } from './water.ts'

/** A piece of food that is heated through two faces: what does not change while it cooks. */
export interface SlabFood {
  readonly composition: Composition
  /** Metres, raw. */
  readonly thickness: number
  /** Whether it gives up juice as its proteins shrink. */
  readonly muscle: boolean
  /** °C at which the first ice forms. */
  readonly freezesAt: number
  /** °C at which its water boils here. */
  readonly boilsAt: number
  /** kg/m³ at 20 °C. */
  readonly density: number
  readonly tables: SlabTables
}

/** Still air, W/(m K) at 100 °C: what fills the pores of a crust. */
const PORE = 0.031

export interface SlabFoodOptions {
  readonly composition: Composition
  readonly thickness: number
  /** Muscle gives up water as its proteins shrink; dough and vegetables do not by this law. */
  readonly muscle: boolean
  /** Default: by Chang and Tao for muscle, else -1 °C. */
  readonly freezesAt?: number
  readonly boilsAt?: number
}

/** Builds the tables once (some ten thousand evaluations); keep the result for the life of the food. */
export function slabFood(options: SlabFoodOptions): SlabFood {
  const { composition, thickness, muscle } = options
  if (!(thickness > 0 && thickness < 1)) throw new RangeError(`thickness must be 0 to 1 m, got ${thickness}`)
  const freezesAt = options.freezesAt ?? (muscle ? freezingPointOfMeat(composition) : null) ?? -1
  if (!(freezesAt < 0 && freezesAt > LOWEST)) throw new RangeError(`freezing point must be -40 to 0 °C`)
  const tables = {
    enthalpy: new Float64Array(ENTRIES),
    heat: new Float64Array(ENTRIES),
    conductivity: new Float64Array(ENTRIES),
    held: new Float64Array(ENTRIES).fill(1),
    dry: dryConductivity(composition),
  }
  for (let entry = 0; entry < ENTRIES; entry++) {
    const celsius = LOWEST + entry / PER_KELVIN
    // Beyond the fitted range the values at its end are kept.
    const within = Math.min(celsius, MATERIAL_RANGE.highest)
    const { heat, parallel } = thermalProperties(composition, within, freezesAt)
    tables.enthalpy[entry] = enthalpy(composition, freezesAt, within) + (celsius - within) * heat
    tables.conductivity[entry] = parallel
    if (entry > 0) {
      const rise = (tables.enthalpy[entry] ?? 0) - (tables.enthalpy[entry - 1] ?? 0)
      tables.heat[entry - 1] = rise * PER_KELVIN
    }
    if (muscle) tables.held[entry] = waterHeld(celsius)
  }
  const { density } = thermalProperties(composition, 20, freezesAt)
  return { composition, thickness, muscle, freezesAt, boilsAt: options.boilsAt ?? 100, density, tables }
}

/** The solids at 100 °C with air in place of the water, side by side. */
function dryConductivity(food: Composition): number {
  const wet = thermalProperties(food, 100)
  const solids = thermalProperties({ ...food, water: 0 }, 100)
  const share = food.water >= 1 ? 0 : ((1 - food.water) * wet.density) / solids.density
  return share * solids.parallel + (1 - share) * PORE
}
