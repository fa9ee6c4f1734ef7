import type { ProgramSection } from '#contract/program.ts'

type Band = ProgramSection['bands'][number]

/** Where the cut crosses a temperature, as shares of its height from the bottom face, 0 to 1. */
export function crossings(profile: readonly number[], celsius: number): readonly number[] {
  const last = profile.length - 1
  return profile.slice(0, -1).flatMap((below, index) => {
    const above = profile[index + 1] ?? below
    if (below < celsius === above < celsius) return []
    return [(index + (celsius - below) / (above - below)) / last]
  })
}

/** A range of temperatures that is read from one side to the other, °C. */
export interface Scale {
  readonly from: number
  readonly to: number
}

/** Room on both sides of a scale, K: the last band is open, its name needs more. */
const BEFORE = 4
const AFTER = 14

/** The scale on which the middle, its goal and the named bands are read. */
export function scaleOf(middle: number | null, goal: number | null, bands: readonly Band[]): Scale {
  const named = bands.map(({ from }) => from)
  const marks = [middle, goal, ...named].filter((mark): mark is number => mark !== null)
  return marks.length === 0
    ? { from: 0, to: 100 }
    : { from: Math.min(...marks) - BEFORE, to: Math.max(...marks) + AFTER }
}

/** Where a temperature stands on the scale, 0 to 1. */
export const place = ({ from, to }: Scale, celsius: number): number =>
  Math.min(1, Math.max(0, (celsius - from) / (to - from)))

/** Part of the Ember ramp that food is painted with, °C of the ramp: raw food is not black, cooked food not white. */
const PAINT = { from: 44, to: 205 }

/** Food spans a few tens of kelvin: its own temperatures are spread over the ramp, or all of it would look alike. */
export const painted = (scale: Scale, celsius: number): number =>
  PAINT.from + place(scale, celsius) * (PAINT.to - PAINT.from)
