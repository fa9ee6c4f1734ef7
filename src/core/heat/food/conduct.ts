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
  scratch: Scratch,
  dt: number,
  { top, bottom }: { readonly top: Face; readonly bottom: Face },
): 'warmed' | 'phase-change' {
  const { food, celsius, water } = draft
  const { before, capacity, upward, ratio } = scratch
  const last = celsius.length - 1
  const shrink = shrinkOf(draft)
  const layer = (food.thickness * shrink) / celsius.length
  /** Raw food in a layer, kg under each m² of the face as it is now. */
  const mass = (food.density * food.thickness) / celsius.length / (shrink * shrink)
  const perSecond = mass / dt
  const steamBelow = evaporation(bottom, celsius[0] ?? 0, wetness(water[0] ?? 0))
  const steamAbove = evaporation(top, celsius[last] ?? 0, wetness(water[last] ?? 0))
  const { lowest, highest, first, final } = readLayers(draft, scratch, dt, layer)

  const film = inSeries(bottom.h, (2 * first) / layer)
  const lid = inSeries(top.h, (2 * final) / layer)
  upward[last] = lid + steamAbove.slope
  if (highest >= food.boilsAt)
    holdBoiling(scratch, last, film * (bottom.celsius - food.boilsAt), lid * (top.celsius - food.boilsAt))
  let diagonal = film + steamBelow.slope
  let load = film * bottom.celsius + steamBelow.slope * (before[0] ?? 0) - steamBelow.flux
  for (let index = 0; index <= last; index++) {
    const inertia = perSecond * (capacity[index] ?? 0)
    const upper = upward[index] ?? 0
    const share = 1 / (diagonal + inertia + upper)
    const warm = (load + inertia * (before[index] ?? 0)) * share
    const follows = upper * share
    celsius[index] = warm
    ratio[index] = follows
    diagonal = upper * (1 - follows)
    load = upper * warm
  }
  // Above the last layer stand the film and the evaporation, as one temperature that they pull it to.
  const pull = lid * top.celsius + steamAbove.slope * (before[last] ?? 0) - steamAbove.flux
  const toward = upward[last] === 0 ? 0 : pull / (upward[last] ?? 1)
  let warm = toward
  for (let index = last; index >= 0; index--) {
    warm = (celsius[index] ?? 0) + (ratio[index] ?? 0) * warm
    celsius[index] = warm
  }

  const dried = dt / (VAPORISATION * mass * food.composition.water)
  dry(draft, 0, (steamBelow.flux + steamBelow.slope * ((celsius[0] ?? 0) - (before[0] ?? 0))) * dried)
  dry(
    draft,
    last,
    (steamAbove.flux + steamAbove.slope * ((celsius[last] ?? 0) - (before[last] ?? 0))) * dried,
  )
  draft.bottomFace = faceOf(bottom, first / layer, celsius[0] ?? 0)
  draft.topFace = faceOf(top, final / layer, celsius[last] ?? 0)
  // No layer leaves the span of what it was and what touches it.
  const cold = Math.min(lowest, bottom.celsius, top.celsius)
  const hot = Math.max(highest, bottom.celsius, top.celsius)
  return cold < food.freezesAt || hot >= food.boilsAt ? 'phase-change' : 'warmed'
}

/**
 * Layers that boil and still take in heat keep their temperature; those that lose heat cool like any other. `below`
 * and `above` are what comes through the faces at the boiling point, W/m².
 */
function holdBoiling(scratch: Scratch, last: number, below: number, above: number): void {
  const { before, capacity, boils, upward } = scratch
  for (let index = 0; index <= last; index++) {
    if (boils[index] === 0) continue
    const t = before[index] ?? 0
    const under = index === 0 ? below : (upward[index - 1] ?? 0) * ((before[index - 1] ?? 0) - t)
    const over = index === last ? above : (upward[index] ?? 0) * ((before[index + 1] ?? 0) - t)
    if (under + over >= 0) capacity[index] = (capacity[index] ?? 0) * BOILING_WEIGHT
    else boils[index] = 0
  }
}

/** Capacity of each layer, its conductance to the one above, the juice it gives up; and what the faces need to know. */
function readLayers(draft: Draft, scratch: Scratch, dt: number, layer: number) {
  const { food, celsius, water } = draft
  const { tables, boilsAt } = food
  const { before, capacity, boils, upward } = scratch
  const { heat, conductivity, held, dry: porous } = tables
  const moisture = food.composition.water
  const lost = moisture * WATER_HEAT
  const expelled = food.muscle ? 1 - Math.exp(-dt / EXPULSION_TIME) : 0
  let dripped = 0
  let lowest = Infinity
  let highest = -Infinity
  let first = 0
  let final = 0
  for (let index = 0; index < celsius.length; index++) {
    const t = celsius[index] ?? 0
    const left = water[index] ?? 0
    const entry = entryAt(t)
    const moist = conductivity[entry] ?? 0
    const k = left < POROUS ? porous + (moist - porous) * wetness(left) : moist
    if (index === 0) first = k
    else upward[index - 1] = (2 * k * final) / ((k + final) * layer)
    final = k
    const own = Math.max(LEAST_HEAT, (heat[entry] ?? 0) - (1 - left) * lost)
    capacity[index] = own
    boils[index] = t >= boilsAt && left > 0 ? 1 : 0
    before[index] = t
    const over = expelled * (left - (held[entry] ?? 0))
    if (over > 0) {
      water[index] = left - over
      dripped += over
    }
    if (t < lowest) lowest = t
    if (t > highest) highest = t
  }
  draft.dripped += (dripped * moisture) / celsius.length
  return { lowest, highest, first, final }
}

const wetness = (left: number): number => (left < POROUS ? left / POROUS : 1)
const inSeries = (a: number, b: number): number => (a + b === 0 ? 0 : (a * b) / (a + b))

/** The face itself, between the film and half a layer. */
function faceOf({ celsius, h }: Face, conductance: number, layer: number): number {
  return (h * celsius + 2 * conductance * layer) / (h + 2 * conductance)
}
