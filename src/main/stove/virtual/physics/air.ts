/** Stefan-Boltzmann constant, W/(m2 K4). */
const STEFAN_BOLTZMANN = 5.670374e-8

/**
 * Natural convection from a warm horizontal surface facing up, W/(m2 K): `1.52 dT^(1/3)` in air (Holman, Heat
 * Transfer, table 7-2, turbulent, Gr Pr > 1e9; plates of a hob are near it), never under 2 for the room's own stir.
 * A draught adds as forced flow along a plate of 0.25 m, `3.9 sqrt(v / L)` (laminar, Pr = 0.7).
 */
export function convection(difference: number, draught: number): number {
  const free = Math.max(2, 1.52 * Math.cbrt(Math.abs(difference)))
  const forced = 3.9 * Math.sqrt(draught / 0.25)
  // Mixed convection: the cubes add (Churchill 1977).
  return Math.cbrt(free ** 3 + forced ** 3)
}

/** Natural convection from an upright wall, W/(m2 K): `1.42 (dT / L)^(1/4)` (Holman, table 7-2, laminar). */
export function wallConvection(difference: number, height: number, draught: number): number {
  const free = Math.max(2, 1.42 * (Math.abs(difference) / height) ** 0.25)
  const forced = 3.9 * Math.sqrt(draught / 0.25)
  return Math.cbrt(free ** 3 + forced ** 3)
}

/** Radiation between a grey surface and a large room, W/m2; temperatures in C. */
export function radiation(emissivity: number, surface: number, room: number): number {
  const hot = surface + 273.15
  const cold = room + 273.15
  return emissivity * STEFAN_BOLTZMANN * (hot * hot * hot * hot - cold * cold * cold * cold)
}
