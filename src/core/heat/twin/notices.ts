import type { ZoneEstimate } from '../estimate.ts'
import type { ZoneTarget } from '../../stove/stove.ts'
import type { ContentsState, Figure } from './contents.ts'
import type { ContentsFilter } from './contents-filter.ts'
import { ARRIVING, flow, LIQUID, LOSING, PAN, STATES, STEAM, type Surroundings } from './contents-model.ts'
import type { HeatWindow } from './heat-window.ts'

/** Something that the twin noticed; its text is `notice.<code>` with the figures in it. */
export interface Notice {
  readonly code: NoticeCode
  readonly figures: Readonly<Record<string, number>>
  /** What it asks for: never more heat. */
  readonly advice: 'off' | 'less' | 'look'
}

export type NoticeCode =
  | 'boiled-dry'
  | 'oil-near-smoke'
  | 'target-unreachable'
  | 'sensor-elsewhere'
  | 'pan-small'
  | 'bath-colder'

/** What is known of one zone when it is looked over. */
export interface ZoneSight {
  readonly estimate: ZoneEstimate
  readonly contents: ContentsState | null
  /** Seconds for which water has boiled in this pan. */
  readonly boiled: number
  readonly target: ZoneTarget
  /** The most that the circuit leaves to this zone, W. */
  readonly available: number
  readonly surroundings: Surroundings
  readonly window: HeatWindow
  /** Smoke point of the oil that the cook said is in it, °C; null where none is. */
  readonly smokePoint: number | null
  /** The middle of the food in it; null where none is. */
  readonly core: Figure | null
}

/** Water that boiled for this long and then is gone lets the base rise over the boiling point by more than a boil can, s and K. */
const BOILED_FOR = 20
const DRY_OVER = 25
/** Smoke points vary by oil, age and light; this much under it is near, K. */
const NEAR_SMOKE = 15
/** A coil that delivers less than this share of what it is asked for is not covered by its pan. */
const COVERED = 0.75
/** Heat that must show, J, in a window of at least so many seconds; and how much is no rise, and a rise, K. */
const TELLING = 40_000
const TELLING_SECONDS = 45
const NO_RISE = 1.5
const RISE = 6
/** Bounds beyond which a guess is believed to be wrong, in deviations. */
const BEYOND = 2
/** A target this close to what can be reached is left alone, K. */
const CLOSE = 2

/** Everything that is to be said of one zone. Pure. */
export function noticesOf(sight: ZoneSight): readonly Notice[] {
  return [boiledDry(sight), nearSmoke(sight), unreachable(sight), panSmall(sight), bathColder(sight)].filter(
    (notice) => notice !== null,
  )
}

function boiledDry({
  estimate: { centre, deviation },
  boiled,
  surroundings: { boilsAt },
}: ZoneSight): Notice | null {
  if (centre === null || boiled < BOILED_FOR || centre - deviation < boilsAt + DRY_OVER) return null
  return { code: 'boiled-dry', figures: { celsius: Math.round(centre) }, advice: 'off' }
}

function nearSmoke({ estimate: { centre, deviation, rate }, smokePoint }: ZoneSight): Notice | null {
  if (centre === null || smokePoint === null) return null
  // Where it will be in some seconds, at the worst that is likely.
  const soon = centre + deviation + Math.max(0, rate) * 5
  if (soon < smokePoint - NEAR_SMOKE) return null
  const figures = { celsius: Math.round(centre), smokePoint: Math.round(smokePoint) }
  return { code: 'oil-near-smoke', figures, advice: centre >= smokePoint ? 'off' : 'less' }
}

/** At all the power there is, at the kindest that is believable, hardly any guess gets there. */
function unreachable({ contents, target, available, surroundings }: ZoneSight): Notice | null {
  if (contents === null || (target.kind !== 'temperature' && target.kind !== 'liquid')) return null
  const wanted = target.celsius - CLOSE
  let chance = 0
  let most = 0
  for (const { filter, weight } of contents.guesses) {
    const reached = warmest(filter, target.kind === 'liquid' ? LIQUID : PAN, available, surroundings, wanted)
    if (reached >= wanted) chance += weight
    most += weight * reached
  }
  if (chance > UNLIKELY) return null
  const figures = { most: Math.round(most), target: Math.round(target.celsius), watts: Math.round(available) }
  return { code: 'target-unreachable', figures, advice: 'look' }
}

/** The warmest that a guess becomes at a constant power with small losses, °C; not beyond `enough`. */
function warmest(
  { boils, mean, covariance }: ContentsFilter,
  watched: number,
  power: number,
  surroundings: Surroundings,
  enough: number,
): number {
  let now = mean.slice()
  let next = new Float64Array(STATES)
  for (const [state, side] of [
    [LOSING, -1],
    [ARRIVING, 1],
  ] as const) {
    const deviation = Math.sqrt(Math.max(0, covariance[state * STATES + state] as number))
    now[state] = (now[state] as number) + side * BEYOND * deviation
  }
  let most = now[watched] as number
  for (let second = 0; second < STEADY_AFTER && most < enough; second += STEADY_STEP) {
    flow(now, next, STEADY_STEP, power, boils, surroundings, STEADY_STEP)
    ;[now, next] = [next, now]
    most = Math.max(most, now[watched] as number)
    // Water that is gone holds nothing back: this is about what is in it now.
    now[STEAM] = mean[STEAM] as number
  }
  return most
}

/** A target is out of reach when all guesses that get there have no more than this probability. */
const UNLIKELY = 0.1
/** Any pan is as warm as it becomes by then, s; in steps of so many. */
const STEADY_AFTER = 2 * 3600
const STEADY_STEP = 4

function panSmall({ window: { seconds, measured, asked } }: ZoneSight): Notice | null {
  if (measured === null || seconds < TELLING_SECONDS || asked < TELLING || measured > COVERED * asked)
    return null
  return { code: 'pan-small', figures: { percent: Math.round((100 * measured) / asked) }, advice: 'look' }
}

function bathColder({ estimate: { contents }, core }: ZoneSight): Notice | null {
  const { temperature } = contents
  if (temperature === null || core === null) return null
  const doubt = BEYOND * Math.hypot(temperature.deviation, core.deviation)
  if (temperature.value + doubt >= core.value) return null
  const figures = { bath: Math.round(temperature.value), core: Math.round(core.value) }
  return { code: 'bath-colder', figures, advice: 'look' }
}

/** Power here, rise there: the sensors of two zones are exchanged, or a pan stands where it is not heated. */
export function sensorElsewhere(
  windows: readonly HeatWindow[],
): readonly { readonly zone: number; readonly other: number; readonly notice: Notice }[] {
  const rise = ({ began, now }: HeatWindow): number => (began === null || now === null ? 0 : now - began)
  return windows.flatMap((window, zone) => {
    const put = window.measured ?? window.asked
    if (window.seconds < TELLING_SECONDS || put < TELLING || Math.abs(rise(window)) > NO_RISE) return []
    if (window.began === null) return []
    const other = windows.findIndex(
      (candidate, index) =>
        index !== zone && (candidate.measured ?? candidate.asked) < TELLING / 40 && rise(candidate) > RISE,
    )
    if (other < 0) return []
    const figures = { zone: zone + 1, other: other + 1 }
    return [{ zone, other, notice: { code: 'sensor-elsewhere', figures, advice: 'off' } as const }]
  })
}
