import type { CookGraph } from '#contract/commands.ts'

/**
 * A graph on its way between the threads: NaN stands for null, so that a series is one block of memory and not ten
 * thousand values to be copied one by one.
 */
export interface PackedGraph {
  readonly t: Float64Array
  readonly zones: readonly PackedZone[]
  readonly events: CookGraph['events']
}

export interface PackedZone {
  readonly zone: number
  readonly name: string
  readonly mean: Float64Array
  readonly min: Float64Array
  readonly max: Float64Array
  readonly power: Float64Array
}

export function unpackGraph(packed: PackedGraph): CookGraph {
  return {
    t: Array.from(packed.t),
    zones: packed.zones.map(({ zone, name, mean, min, max, power }) => ({
      zone,
      name,
      mean: known(mean),
      min: known(min),
      max: known(max),
      power: known(power),
    })),
    events: packed.events,
  }
}

function known(values: Float64Array): readonly (number | null)[] {
  const found: (number | null)[] = []
  for (const value of values) found.push(Number.isNaN(value) ? null : value)
  return found
}
