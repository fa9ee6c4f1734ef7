import { relayAutotune } from './autotune.ts'
import { recovery, timeToTarget, WITHIN } from './bound.ts'
import { PERIOD, type Controller } from './controllers.ts'
import { report, runEvents, sensors, type Timetable, type Trace } from './events.ts'
import { ours } from './ours.ts'
import { bangBang, mpc, pid } from './peers.ts'
import { Plant } from './plant.ts'
import type { Pot } from './pots.ts'

export const CONTROLLERS = ['ours', 'ours, no probe', 'bang-bang', 'pid', 'mpc'] as const
export type ControllerName = (typeof CONTROLLERS)[number]
export const EVENTS = ['cold', 'drop', 'lid off', 'half circuit'] as const
export type EventName = (typeof EVENTS)[number]

/** One controller in one event on one plant of one seed. Times in s, temperatures in K, energy in J. */
export interface Measure {
  readonly pot: Pot
  readonly seed: number
  readonly event: EventName
  readonly controller: ControllerName
  /** Until the truth is within 2 K of its target and stays from falling below; null where it never does. */
  readonly seconds: number | null
  /** Of the bound; null where none is defined. */
  readonly bound: number | null
  readonly overshoot: number
  /** Of the whole run from cold to its end; the half circuit has its own. */
  readonly energy: number
}

/** How long a plant stays in each event, s. */
const WINDOW = 300
/** A dry pan under cold food needs far longer: its middle is fed by conduction alone, s. */
const WINDOW_DRY = 900
/** A model is wrong by so much, one way or the other by seed. */
const WRONG = 1.3

/** All controllers through all events on one plant. */
export function measure(pot: Pot, seed: number): readonly Measure[] {
  const cold = timeToTarget(new Plant(seed, pot), () => pot.maxPower)
  const drop = Math.ceil(1.3 * cold + 150)
  const window = pot.contents === 'dry' ? WINDOW_DRY : WINDOW
  const times: Timetable = { drop, lidOff: drop + window, halved: Infinity, end: drop + 2 * window }
  const halvedAt = Math.round(0.4 * cold)
  const halved = (time: number): number => (time < halvedAt ? pot.maxPower : pot.maxPower / 2)
  const half = timeToTarget(new Plant(seed, pot), halved)
  const halfTimes: Timetable = { drop: Infinity, lidOff: Infinity, halved: halvedAt, end: 1.3 * half + 150 }
  return CONTROLLERS.filter((name) => name !== 'ours, no probe' || pot.contents !== 'dry').flatMap((name) => {
    const make = controllerFor(name, pot, seed)
    const run = (timetable: Timetable): Trace =>
      runEvents(new Plant(seed, pot), make(), sensors(seed, pot.name), timetable)
    const main = run(times)
    const shared = run(halfTimes)
    // Each controller's recovery is held against the best that could follow from where it stood.
    const recovered = main.atDrop === null ? null : recovery(main.atDrop.plant, main.atDrop.hold)
    const one = (
      event: EventName,
      trace: Trace,
      from: number,
      to: number,
      bound: number | null,
    ): Measure => ({
      pot,
      seed,
      event,
      controller: name,
      ...judge(trace, from, to, pot.target),
      bound,
      energy: trace.energy,
    })
    return [
      one('cold', main, 0, drop, cold),
      one('drop', main, drop, drop + window, recovered),
      one('lid off', main, drop + window, times.end, null),
      one('half circuit', shared, 0, halfTimes.end, half),
    ]
  })
}

/** When the truth was last too low, and how far it went beyond its target. */
function judge(
  { truth }: Trace,
  from: number,
  to: number,
  target: number,
): { readonly seconds: number | null; readonly overshoot: number } {
  const part = truth.slice(Math.round(from / PERIOD), Math.round(to / PERIOD))
  const below = part.findLastIndex((value) => value < target - WITHIN)
  return {
    seconds: below === part.length - 1 ? null : (below + 1) * PERIOD,
    overshoot: Math.max(...part.map((value) => value - target)),
  }
}

/** A fresh controller for each run; what a peer needs to know of the plant it gets beforehand. */
function controllerFor(name: ControllerName, pot: Pot, seed: number): () => Controller {
  switch (name) {
    case 'ours':
      return () => ours(pot, true)
    case 'ours, no probe':
      return () => ours(pot, false)
    case 'bang-bang':
      return () => bangBang(pot.target, pot.maxPower)
    case 'pid': {
      const plant = new Plant(seed, pot)
      const noise = sensors(seed, `${pot.name} autotune`)
      const gains = relayAutotune(pot.target, pot.maxPower, (power) => {
        plant.run(power, PERIOD)
        return report(plant, noise, power)
      })
      return () => pid(pot.target, pot.maxPower, gains)
    }
    case 'mpc': {
      const factor = seed % 2 === 0 ? WRONG : 1 / WRONG
      const capacity = new Plant(seed, pot).capacity * factor
      return () =>
        mpc(pot.target, pot.maxPower, { capacity, loss: 1.5 / factor, response: 0.25 / factor, ambient: 21 })
    }
  }
}
