import type { ProgramSnapshot } from '#contract/program.ts'
import { toScale, type TemperatureUnit } from '../format/temperature.ts'
import type { PastSample } from '../state/past.ts'

type Column = (number | null)[]

/** Deviations within which nine in ten lie. */
const NINE_IN_TEN = 1.645
/** No more of the past is drawn than this, or the future would be a sliver. Seconds. */
const MOST_PAST = 1800

export interface Course {
  /** Seconds from now; what was is negative. */
  readonly t: readonly number[]
  readonly past: { readonly surface: Column; readonly liquid: Column; readonly core: Column }
  readonly ahead: {
    readonly surface: Column
    readonly liquid: Column
    readonly core: Column
    readonly low: Column
    readonly high: Column
  }
}

/** Past and forecast on one time, on the household's scale; neither says anything of the other's time. */
export function courseOf(
  past: readonly PastSample[],
  forecast: ProgramSnapshot['forecast'],
  now: number,
  unit: TemperatureUnit,
): Course {
  const seen = past.filter(({ atCook }) => atCook <= now && now - atCook <= MOST_PAST * 1000)
  const ahead = (forecast?.atCook ?? []).flatMap((at, index) => (at >= now ? [{ at, index }] : []))
  const scaled = (value: number | null | undefined): number | null =>
    value === null || value === undefined ? null : toScale(value, unit)
  const before = (of: keyof Omit<PastSample, 'atCook'>): Column => [
    ...seen.map((sample) => scaled(sample[of])),
    ...ahead.map(() => null),
  ]
  const after = (of: (index: number) => number | null | undefined): Column => [
    ...seen.map(() => null),
    ...ahead.map(({ index }) => scaled(of(index))),
  ]
  const band = (side: -1 | 1) => (index: number) => {
    const core = forecast?.core[index]
    const spread = forecast?.spread[index]
    return core === null || core === undefined || spread === null || spread === undefined
      ? null
      : core + side * NINE_IN_TEN * spread
  }
  return {
    t: [...seen.map(({ atCook }) => atCook), ...ahead.map(({ at }) => at)].map((at) => (at - now) / 1000),
    past: { surface: before('surface'), liquid: before('liquid'), core: before('core') },
    ahead: {
      surface: after((index) => forecast?.surface[index]),
      liquid: after((index) => forecast?.liquid[index]),
      core: after((index) => forecast?.core[index]),
      low: after(band(-1)),
      high: after(band(1)),
    },
  }
}
