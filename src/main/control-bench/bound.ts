import { PERIOD } from './controllers.ts'
import { FOOD } from './events.ts'
import type { Plant } from './plant.ts'

/** "Within" is so near, K. */
export const WITHIN = 2
/** One deviation of a sensor's noise: nothing smaller is evidence, K. */
const EVIDENCE = 0.3
const GIVES_UP = 4000
/** After the cut the peak comes within this time, s. */
const COASTS = 150

/** The power that there is at a time, W. */
export type Limit = (time: number) => number

/**
 * The bound: the time-optimal run with perfect knowledge of the plant. Full power, then none, switched once at the last
 * moment from which the truth does not pass its overshoot limit (Pontryagin et al. 1962); its time is that at which the
 * truth comes within 2 K. Found by bisection on the plant itself.
 */
export function timeToTarget(start: Plant, limit: Limit): number {
  const { target, overshoot } = start.pot
  let early = 0
  let late = fullUntil(start, limit, target + overshoot)
  for (let round = 0; round < 12; round++) {
    const cut = (early + late) / 2
    if (peak(start, limit, cut) <= target + overshoot) early = cut
    else late = cut
  }
  return arrival(start, limit, early)
}

function fullUntil(start: Plant, limit: Limit, level: number): number {
  const plant = start.clone()
  const begin = plant.time
  while (plant.truth < level && plant.time - begin < GIVES_UP) plant.run(limit(plant.time), PERIOD)
  return plant.time - begin
}

function peak(start: Plant, limit: Limit, cut: number): number {
  const plant = start.clone()
  const begin = plant.time
  let highest = plant.truth
  while (plant.time - begin < cut + COASTS) {
    plant.run(plant.time - begin < cut ? limit(plant.time) : 0, PERIOD)
    highest = Math.max(highest, plant.truth)
    if (plant.time - begin > cut && plant.truth < highest - 0.5) break
  }
  return highest
}

/** Full until the cut, none until within; where the coast ends short of it, again full while it is short. */
function arrival(start: Plant, limit: Limit, cut: number): number {
  const plant = start.clone()
  const begin = plant.time
  const goal = plant.pot.target - WITHIN
  let highest = plant.truth
  while (plant.truth < goal && plant.time - begin < GIVES_UP) {
    const coasting = plant.time - begin >= cut && plant.truth >= highest
    highest = Math.max(highest, plant.truth)
    plant.run(coasting ? 0 : limit(plant.time), PERIOD)
  }
  return plant.time - begin
}

/**
 * The bound of a recovery: it holds until the first sensor has moved by one deviation of its noise, then it knows all.
 */
export function recovery(at: Plant, hold: number): number {
  const plant = at.clone()
  const begin = plant.time
  const quiet = plant.clone()
  plant.drop(FOOD.mass, FOOD.celsius)
  while (plant.time - begin < 60) {
    plant.run(hold, PERIOD)
    quiet.run(hold, PERIOD)
    const probe = plant.probe !== null && quiet.probe !== null ? quiet.probe - plant.probe : 0
    if (Math.max(quiet.surface - plant.surface, probe) > EVIDENCE) break
  }
  const known = plant.time - begin
  // Food takes heat for a while: what counts is the last moment below, under full power from the evidence on.
  if (lowest(plant) > plant.pot.target - WITHIN) return 0
  const below = plant.clone()
  const { maxPower } = plant.pot
  while (below.truth > plant.pot.target - WITHIN && below.time - plant.time < 120) below.run(maxPower, PERIOD)
  const waited = below.time - plant.time
  return known + waited + timeToTarget(below, () => maxPower)
}

/** The lowest that the truth gets under full power in two minutes, °C. */
function lowest(start: Plant): number {
  const plant = start.clone()
  let least = plant.truth
  while (plant.time - start.time < 120) {
    plant.run(plant.pot.maxPower, PERIOD)
    least = Math.min(least, plant.truth)
  }
  return least
}
