import { LEAST_CLAIMED, pieceLethality } from '../heat/lethality/lethality.ts'
import { PASTEURISED } from '../heat/lethality/organisms.ts'
import type { Figure } from '../heat/twin/contents.ts'
import type { FoodKind } from './choices.ts'
import { pasteurisedAs } from './goal.ts'

/** Powers of ten earned by each organism that counts in a food. */
export interface Tally {
  readonly kind: FoodKind
  readonly log10: readonly number[]
  /** The core that counts, °C, and when it was so, seconds; null before the first. */
  readonly last: readonly [seconds: number, celsius: number] | null
}

export const startTally = (kind: FoodKind): Tally => {
  const food = pasteurisedAs(kind)
  return { kind, log10: food === null ? [] : PASTEURISED[food].goals.map(() => 0), last: null }
}

/** What is surely reached counts: nine in ten such cores are warmer than this many deviations under the middle. */
const SURE = 1.28

/** Goes on to a core at a second on the cook's clock. Below 55 °C nothing is earned. */
export function countTally(tally: Tally, seconds: number, core: Figure): Tally {
  const food = pasteurisedAs(tally.kind)
  const celsius = core.value - SURE * core.deviation
  const { last } = tally
  if (food === null || last === null || seconds <= last[0]) return { ...tally, last: [seconds, celsius] }
  if (Math.min(last[1], celsius) < LEAST_CLAIMED) return { ...tally, last: [seconds, celsius] }
  const log10 = PASTEURISED[food].goals.map(
    ({ rate }, index) => (tally.log10[index] ?? 0) + pieceLethality(rate, last, [seconds, celsius]),
  )
  return { ...tally, log10, last: [seconds, celsius] }
}

/** Whether every organism's goal is met; null where no source speaks of this food. */
export function isPasteurised({ kind, log10 }: Tally): boolean | null {
  const food = pasteurisedAs(kind)
  return food === null
    ? null
    : PASTEURISED[food].goals.every((goal, index) => (log10[index] ?? 0) >= goal.log10)
}
