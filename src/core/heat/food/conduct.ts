import { BOILING_WEIGHT, dry, type Draft, type Scratch } from './draft.ts'
import type { Face } from './face.ts'
import { shrinkOf } from './food-state.ts'
import { entryAt } from './slab-tables.ts'
import { evaporation, EXPULSION_TIME, VAPORISATION } from './water.ts'

/** Specific heat of the water that a layer has lost, and a floor for what is left of it, J/(kg K). */
const WATER_HEAT = 4190
const LEAST_HEAT = 300
/** Under this share of its raw water a layer has pores, since it no longer shrinks with what it loses. */
const POROUS = 0.4

/**
 * Temperatures after the step, as if heat did nothing but warm; says whether some layer may freeze, melt or boil.
 * Neighbours meet through two half layers in series, faces through the film and half a layer. Elimination from the
 * bottom up, then substitution downwards (Thomas); the new temperatures take the place of the old ones.
 */
export function conduct(
  draft: Draft,
  { before, capacity, ratio }: Scratch,
  dt: number,
  { top, bottom }: { readonly top: Face; readonly bottom: Face },
): 'warmed' | 'phase-change' {
  const { food, celsius, water } = draft
  const { tables, boilsAt, freezesAt, muscle } = food
  const { heat, conductivity, held, dry: porous } = tables
  const last = celsius.length - 1
  const moisture = food.composition.water
  const lost = moisture * WATER_HEAT
  const expelled = muscle ? 1 - Math.exp(-dt / EXPULSION_TIME) : 0
  const shrink = shrinkOf(draft)
  const layer = (food.thickness * shrink) / celsius.length
  /** Raw food in a layer, kg under each m² of the face as it is now. */
  const mass = (food.density * food.thickness) / celsius.length / (shrink * shrink)
  const perSecond = mass / dt
  const steamBelow = evaporation(bottom, at(celsius, 0), wetness(at(water, 0)))
  const steamAbove = evaporation(top, at(celsius, last), wetness(at(water, last)))

  let dripped = 0
  let lowest = Infinity
  let highest = -Infinity
  let k = 0
  let inner = 0
  let diagonal = steamBelow.slope
  let load = steamBelow.slope * at(celsius, 0) - steamBelow.flux
  // `k`, `own` and `left` are those of the layer above the one that is eliminated, read once and handed down.
  for (let index = 0; index <= last + 1; index++) {
    let above = 0
    let own = 0
    let t = 0
    if (index <= last) {
      t = at(celsius, index)
      const entry = entryAt(t)
      const left = at(water, index)
      above = at(conductivity, entry)
      if (left < POROUS) above = porous + (above - porous) * (left / POROUS)
      own = at(heat, entry) - (1 - left) * lost
      if (own < LEAST_HEAT) own = LEAST_HEAT
      if (t >= boilsAt && left > 0) own *= BOILING_WEIGHT
      const over = expelled * (left - at(held, entry))
      if (over > 0) {
        water[index] = left - over
        dripped += over
      }
      if (t < lowest) lowest = t
      if (t > highest) highest = t
      before[index] = t
      capacity[index] = own
    }
    if (index === 0) {
      const film = inSeries(bottom.h, (2 * above) / layer)
      diagonal += film
      load += film * bottom.celsius
      inner = above
    } else {
      let upper = 0
      if (index <= last) {
        upper = (2 * k * above) / ((k + above) * layer)
        diagonal += upper
      } else {
        const film = inSeries(top.h, (2 * k) / layer)
        diagonal += film + steamAbove.slope
        load += film * top.celsius + steamAbove.slope * at(before, last) - steamAbove.flux
      }
      const share = 1 / diagonal
      const warm = load * share
      celsius[index - 1] = warm
      ratio[index - 1] = upper * share
      diagonal = upper * (1 - upper * share)
      load = upper * warm
    }
    diagonal += perSecond * own
    load += perSecond * own * t
    k = index <= last ? above : k
  }
  let warm = at(celsius, last)
  for (let index = last; index >= 0; index--) {
    if (index < last) {
      warm = at(celsius, index) + at(ratio, index) * warm
      celsius[index] = warm
    }
    if (warm < lowest) lowest = warm
    if (warm > highest) highest = warm
  }

  draft.dripped += (dripped * moisture) / celsius.length
  const dried = dt / (VAPORISATION * mass * moisture)
  dry(draft, 0, (steamBelow.flux + steamBelow.slope * (at(celsius, 0) - at(before, 0))) * dried)
  dry(draft, last, (steamAbove.flux + steamAbove.slope * (at(celsius, last) - at(before, last))) * dried)
  draft.bottomFace = faceOf(bottom, inner / layer, at(celsius, 0))
  draft.topFace = faceOf(top, k / layer, at(celsius, last))
  return lowest < freezesAt || highest >= boilsAt ? 'phase-change' : 'warmed'
}

const wetness = (left: number): number => (left < POROUS ? left / POROUS : 1)
const inSeries = (a: number, b: number): number => (a + b === 0 ? 0 : (a * b) / (a + b))
const at = (list: Readonly<ArrayLike<number>>, index: number): number => list[index] ?? 0

/** The face itself, between the film and half a layer. */
function faceOf({ celsius, h }: Face, conductance: number, layer: number): number {
  return (h * celsius + 2 * conductance * layer) / (h + 2 * conductance)
}
