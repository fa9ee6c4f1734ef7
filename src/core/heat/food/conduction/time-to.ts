import { baldwin, type BaldwinFood, type Moment } from './baldwin.ts'
import type { Warming } from './body.ts'
import { rootBetween } from './root.ts'

/** The custom of sous-vide tables: food is done when its middle is this close to the bath, K. */
export const DONE_WITHIN = 0.5

/** Seconds until the middle is within half a kelvin of the medium, by the exact solution. */
export function timeToDone({ core }: Warming, medium: number): number {
  const off = (seconds: number): number => Math.abs(core(seconds) - medium) - DONE_WITHIN
  if (off(0) <= 0) return 0
  let late = 1
  while (off(late) > 0) late *= 2
  return rootBetween(0, late, off)
}

/** The same by Baldwin's model: straight between two of its steps on the logarithm of what is missing. */
export function baldwinTimeToDone(food: BaldwinFood): number {
  let before: Moment | null = null
  const walk = baldwin(food)
  for (;;) {
    const moment = walk.next().value
    const missing = Math.abs(moment.core - food.bath)
    if (missing <= DONE_WITHIN) {
      if (before === null) return 0
      const had = Math.abs(before.core - food.bath)
      const share = Math.log(had / DONE_WITHIN) / Math.log(had / missing)
      return before.seconds + share * (moment.seconds - before.seconds)
    }
    before = moment
  }
}

/** Baldwin's temperatures at the seconds asked for, in the order asked. */
export function baldwinAt(food: BaldwinFood, times: readonly number[]): readonly Moment[] {
  const found = new Map<number, Moment>()
  let target = 0
  const walk = baldwin(food, () => target)
  for (const time of [...new Set(times)].toSorted((a, b) => a - b)) {
    target = time
    let moment = walk.next().value
    while (moment.seconds < time) moment = walk.next().value
    found.set(time, moment)
  }
  return times.map((time) => found.get(time) ?? { seconds: time, core: food.start, surface: food.start })
}
