import { MATERIALS, type MaterialName } from './materials.ts'

/** One sheet of a pan: its material and its thickness in metres. */
interface Sheet {
  readonly material: MaterialName
  readonly thickness: number
}

/** A pan as it comes from the shop. Lengths in metres. */
export interface PanKind {
  /** Diameter of the flat base, which is what touches the glass. */
  readonly base: number
  readonly rim: number
  readonly height: number
  readonly bottom: readonly Sheet[]
  readonly wall: readonly Sheet[]
  /** Emissivity of the inside when bare. Steel clean 0.2-0.35, seasoned iron and coatings 0.85-0.95 (Incropera A.11). */
  readonly emissivity: number
}

const mm = 0.001
const sheet = (material: MaterialName, millimetres: number): Sheet => ({
  material,
  thickness: millimetres * mm,
})

const TRIPLY = [sheet('steel304', 0.5), sheet('aluminium', 1.7), sheet('steel430', 0.5)]
const SANDWICH = [sheet('steel304', 0.8), sheet('aluminium', 4.5), sheet('steel430', 0.6)]
const COATED = [sheet('aluminium', 4), sheet('steel430', 0.6)]

function pan(
  rim: number,
  base: number,
  height: number,
  bottom: readonly Sheet[],
  wall: readonly Sheet[],
  emissivity: number,
): PanKind {
  return { rim: rim * mm, base: base * mm, height: height * mm, bottom, wall, emissivity }
}

/** Pans by the name that addresses and control commands use: what it is, and the diameter of its rim in cm. */
export const PANS = {
  'steel-20': pan(200, 160, 45, TRIPLY, TRIPLY, 0.3),
  'steel-24': pan(240, 190, 48, TRIPLY, TRIPLY, 0.3),
  'steel-28': pan(280, 225, 52, TRIPLY, TRIPLY, 0.3),
  'coated-24': pan(240, 190, 48, COATED, [sheet('aluminium', 2.8)], 0.88),
  'coated-28': pan(280, 225, 52, COATED, [sheet('aluminium', 2.8)], 0.88),
  'iron-26': pan(260, 210, 48, [sheet('castIron', 5)], [sheet('castIron', 4)], 0.92),
  'carbon-28': pan(280, 215, 45, [sheet('carbonSteel', 2.5)], [sheet('carbonSteel', 2.5)], 0.85),
  'copper-24': pan(
    240,
    200,
    60,
    [sheet('steel304', 0.3), sheet('copper', 2), sheet('steel430', 0.5)],
    [sheet('steel304', 0.3), sheet('copper', 1.2)],
    0.3,
  ),
  'wok-32': pan(320, 150, 90, [sheet('carbonSteel', 1.8)], [sheet('carbonSteel', 1.8)], 0.9),
  'saucepan-16': pan(160, 145, 80, SANDWICH, [sheet('steel304', 0.7)], 0.3),
  'pot-18': pan(180, 165, 100, SANDWICH, [sheet('steel304', 0.7)], 0.3),
  'pot-20': pan(200, 180, 115, SANDWICH, [sheet('steel304', 0.8)], 0.3),
  'pot-24': pan(240, 215, 140, SANDWICH, [sheet('steel304', 0.8)], 0.3),
  // No steel disc in its base: an induction coil does not see it.
  'aluminium-24': pan(240, 190, 48, [sheet('aluminium', 4)], [sheet('aluminium', 2.8)], 0.2),
} as const satisfies Record<string, PanKind>

export type PanName = keyof typeof PANS

export function isPanName(name: string): name is PanName {
  return Object.hasOwn(PANS, name)
}

/** Heat capacity of a stack of sheets, J/(m2 K). */
export function arealHeat(sheets: readonly Sheet[]): number {
  return sheets.reduce((sum, { material, thickness }) => {
    const { density, heat } = MATERIALS[material]
    return sum + density * heat * thickness
  }, 0)
}

/** Conductance along a stack of sheets (conductivity x thickness, summed: they lie parallel), W/K per square. */
export function lateralConductance(sheets: readonly Sheet[]): number {
  return sheets.reduce(
    (sum, { material, thickness }) => sum + MATERIALS[material].conductivity * thickness,
    0,
  )
}

/** Eddy currents need a magnetic sheet at the bottom. */
export function induces(kind: PanKind): boolean {
  const lowest = kind.bottom.at(-1)
  return lowest !== undefined && MATERIALS[lowest.material].magnetic
}
