import type { Sample } from './play.ts'

/** How the kitchen's belief about a pan's contents stands beside what is in it. */
export interface ContentsJudgement {
  /** Share of the moments in which a temperature is told. */
  readonly told: number
  /** Root of the mean square error of that temperature, K, and the mean of the deviation that is stated. */
  readonly rms: number
  readonly deviation: number
  /** Shares within two stated deviations: temperature, heat capacity, evaporated water (and 2 g for scales). */
  readonly covered: number
  readonly capacityCovered: number
  readonly evaporatedCovered: number
  /** Median error of the heat capacity as a share, and of the evaporated water in g, at the end of each story. */
  readonly capacityError: number
  readonly evaporatedError: number
  /** When water has boiled hard for two minutes: mean probability that it boils; and while it is under 90 °C. */
  readonly boilingSeen: number
  readonly boilingImagined: number
}

/** J/(kg K): water and vegetable oil at cooking temperatures. */
const WATER_HEAT = 4190
const OIL_HEAT = 2000
/** A pot has been heard of by then, s. */
const SETTLED = 30

export function judgeContents(stories: readonly (readonly Sample[])[]): ContentsJudgement {
  const rows = stories.flatMap((samples) => {
    const before = samples[0]?.truth.water ?? 0
    return samples
      .filter(({ at }) => at >= SETTLED)
      .flatMap(({ at, estimate: { contents }, truth, power }) => {
        const temperature = truth.waterCelsius ?? truth.oilCelsius
        if (temperature === null) return []
        const capacity = truth.water * WATER_HEAT + truth.oil * OIL_HEAT
        const gone = (before - truth.water) * 1000
        return [{ at, contents, temperature, capacity, gone, water: truth.water > 0, power }]
      })
  })
  const told = rows.flatMap(({ contents, temperature }) =>
    contents.temperature === null
      ? []
      : [{ off: contents.temperature.value - temperature, deviation: contents.temperature.deviation }],
  )
  const capacities = rows.flatMap(({ contents, capacity }) =>
    contents.capacity === null
      ? []
      : [Math.abs(contents.capacity.value - capacity) <= 2 * contents.capacity.deviation],
  )
  const vapours = rows.flatMap(({ contents, gone, water }) =>
    contents.evaporated === null || !water
      ? []
      : [Math.abs(contents.evaporated.value - gone) <= 2 * contents.evaporated.deviation + 2],
  )
  const ends = stories.flatMap((samples) => samples.slice(-1))
  const boiled = rows.filter(({ temperature, water, power }, index) => {
    const past = rows[index - 240]
    return (
      water &&
      temperature > 99 &&
      power > 800 &&
      past !== undefined &&
      past.at < rows[index]!.at &&
      past.temperature > 99
    )
  })
  const tepid = rows.filter(({ temperature, water }) => water && temperature < 90)
  return {
    told: told.length / rows.length,
    rms: Math.sqrt(meanOf(told.map(({ off }) => off * off))),
    deviation: meanOf(told.map(({ deviation }) => deviation)),
    covered: shareOf(told.map(({ off, deviation }) => Math.abs(off) <= 2 * deviation)),
    capacityCovered: shareOf(capacities),
    evaporatedCovered: shareOf(vapours),
    capacityError: median(
      ends.flatMap(({ estimate: { contents }, truth }) => {
        const capacity = truth.water * WATER_HEAT + truth.oil * OIL_HEAT
        return contents.capacity === null || capacity === 0
          ? []
          : [Math.abs(contents.capacity.value / capacity - 1)]
      }),
    ),
    evaporatedError: median(
      stories.flatMap((samples) => {
        const first = samples[0]?.truth.water ?? 0
        const last = samples.at(-1)
        const seen = last?.estimate.contents.evaporated ?? null
        if (last === undefined || seen === null || first === 0) return []
        return [Math.abs(seen.value - (first - last.truth.water) * 1000)]
      }),
    ),
    boilingSeen: meanOf(boiled.map(({ contents }) => contents.boiling)),
    boilingImagined: meanOf(tepid.map(({ contents }) => contents.boiling)),
  }
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
const shareOf = (values: readonly boolean[]): number => values.filter(Boolean).length / values.length
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
