import { PERIOD, type Controller } from './controllers.ts'
import type { Plant } from './plant.ts'
import { randomStream, type Random } from '../stove/virtual/random.ts'

/** Noise of one reading, K. */
const NOISE = 0.3
/** Power is averaged over this time, s. */
const HOLD_OVER = 20
/** What is dropped in. */
export const FOOD = { mass: 0.3, celsius: 5 }

/** A run: when the food falls in, when the lid comes off, when a second zone takes half of the circuit, when it ends; s. */
export interface Timetable {
  readonly drop: number
  readonly lidOff: number
  readonly halved: number
  readonly end: number
}

/** Truth at every report, from the first on, and the energy at the end, J. */
export interface Trace {
  readonly truth: readonly number[]
  readonly energy: number
  /** The plant as the drop found it, and the mean power of the last twenty seconds before, W. */
  readonly atDrop: { readonly plant: Plant; readonly hold: number } | null
}

export const sensors = (seed: number, name: string): Random => randomStream(seed, `bench sensors ${name}`)

/** One report of both sensors; noise is drawn for both always, so that all controllers see the same. */
export function report(plant: Plant, noise: Random, power: number) {
  const surface = plant.surface + NOISE * noise.normal()
  const inside = NOISE * noise.normal()
  return { surface, probe: plant.probe === null ? null : plant.probe + inside, power }
}

/** Lets a controller run a plant through a timetable. */
export function runEvents(plant: Plant, controller: Controller, noise: Random, times: Timetable): Trace {
  const truth: number[] = []
  let power = 0
  let hold = 0
  let atDrop: Trace['atDrop'] = null
  const at = (time: number): number => Math.round(time / PERIOD)
  for (let tick = 0; tick < at(times.end); tick++) {
    if (tick === at(times.drop)) {
      atDrop = { plant: plant.clone(), hold }
      plant.drop(FOOD.mass, FOOD.celsius)
    }
    if (tick === at(times.lidOff)) plant.lid = false
    const limit = tick >= at(times.halved) ? plant.pot.maxPower / 2 : plant.pot.maxPower
    truth.push(plant.truth)
    const wanted = controller(report(plant, noise, power))
    power = Math.min(limit, Math.max(0, wanted))
    hold += (power - hold) * (PERIOD / HOLD_OVER)
    plant.run(power, PERIOD)
  }
  return { truth, energy: plant.energy, atDrop }
}
