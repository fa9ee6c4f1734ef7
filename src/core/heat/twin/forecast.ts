import type { ZoneTarget } from '../../stove/stove.ts'
import { conduct } from '../food/conduct.ts'
import { draftOf, room } from '../food/draft.ts'
import { coreOf } from '../food/food-state.ts'
import { settle } from '../food/settle.ts'
import { ROOM } from '../parameters.ts'
import type { ContentsState, Figure } from './contents.ts'
import {
  ARRIVING,
  CAPACITY,
  capacityLeft,
  COUPLING,
  flow,
  LIQUID,
  LOSING,
  PAN,
  PAN_HEAT,
  STATES,
  STEAM,
  type Surroundings,
} from './contents-model.ts'
import { facesOf, type FoodTwin } from './food-twin.ts'

/** What a forecast starts from and what is planned. */
export interface Plan {
  readonly contents: ContentsState
  readonly target: ZoneTarget
  /** The most that this zone may get, W. */
  readonly maxPower: number
  readonly surroundings: Surroundings
  /** Seconds to look ahead. */
  readonly horizon: number
  readonly food: FoodTwin | null
}

/** POINTS moments from now to the horizon, each with its deviation. */
export interface Forecast {
  readonly seconds: readonly number[]
  readonly surface: readonly Figure[]
  readonly liquid: readonly Figure[]
  /** Null without food. */
  readonly core: readonly Figure[] | null
}

export const POINTS = 120
/** Guesses that are looked ahead from, the likeliest first. */
const GUESSES = 2
/** Factors whose doubt spreads a forecast; each guess is rolled once as it is and once to either side of each. */
const DOUBTS = [CAPACITY, LOSING] as const
/** Coarsest step, s; the model splits it where it must. */
const STEP = 2
/** A good controller closes the rest of the way with this time constant, s. */
const CLOSING = 20
/** The same for a liquid, which the pan's own heat still warms when the power is gone. */
const CLOSING_LIQUID = 60

interface Member {
  readonly boils: boolean
  readonly weight: number
  readonly state: Float64Array
}

/** Rolls the belief forward under a controller that does well what is planned. Pure and coarse: for a graph. */
export function forecast(plan: Plan): Forecast {
  const members = spreadOut(plan.contents)
  const interval = plan.horizon / (POINTS - 1)
  const steps = Math.max(1, Math.ceil(interval / STEP))
  const seconds: number[] = []
  const surface: Figure[] = []
  const liquid: Figure[] = []
  const spare = new Float64Array(STATES)
  for (let point = 0; point < POINTS; point++) {
    seconds.push(point * interval)
    surface.push(over(members, PAN))
    liquid.push(over(members, LIQUID))
    for (const { boils, state } of members) {
      for (let step = 0; step < steps; step++) {
        const power = plannedPower(state, plan, boils, interval / steps, spare)
        flow(state, spare, interval / steps, power, boils, plan.surroundings, STEP)
        state.set(spare)
      }
    }
  }
  const medium = plan.food?.contact === 'pan' ? surface : liquid
  return {
    seconds,
    surface,
    liquid,
    core: plan.food === null ? null : coresAhead(plan.food, medium, interval),
  }
}

/** Power in W that a good controller would give for the next `dt` seconds; never more than there is. */
function plannedPower(
  state: Float64Array,
  { target, maxPower, surroundings }: Plan,
  boils: boolean,
  dt: number,
  spare: Float64Array,
): number {
  const at = (index: number): number => state[index] as number
  switch (target.kind) {
    case 'off':
      return 0
    case 'power':
      return Math.min(1, Math.max(0, target.share)) * maxPower
    case 'simmer':
      return boils && at(LIQUID) >= surroundings.boilsAt - 0.5
        ? target.vigour * SIMMER_SHARE * maxPower
        : maxPower
    case 'temperature': {
      // The pan answers within a step: between no power and all of it lies what brings it where it should be.
      const panAfter = (power: number): number => {
        flow(state, spare, dt, power, boils, surroundings, STEP)
        return spare[PAN] as number
      }
      const idle = panAfter(0)
      const wanted = at(PAN) + (target.celsius - at(PAN)) * (1 - Math.exp(-dt / CLOSING))
      return maxPower * Math.min(1, Math.max(0, (wanted - idle) / Math.max(1e-6, panAfter(maxPower) - idle)))
    }
    case 'liquid': {
      const heat = Math.exp(at(PAN_HEAT)) + capacityLeft(Math.exp(at(CAPACITY)), at(STEAM))
      const hold = Math.exp(at(LOSING)) * (target.celsius - ROOM)
      const wanted = (hold + (heat * (target.celsius - at(LIQUID))) / CLOSING_LIQUID) / Math.exp(at(ARRIVING))
      return Math.min(maxPower, Math.max(0, wanted))
    }
  }
}

/** A rolling boil is kept up by some third of a zone's power. */
const SIMMER_SHARE = 0.35

/** The likeliest guesses as sigma points in what is doubtful about them (Julier and Uhlmann 1997, with equal weights). */
function spreadOut({ guesses }: ContentsState): readonly Member[] {
  const likely = guesses.toSorted((a, b) => b.weight - a.weight).slice(0, GUESSES)
  const reach = Math.sqrt((2 * DOUBTS.length + 1) / 2)
  return likely.flatMap(({ weight, filter: { boils, mean, covariance } }) => {
    const share = weight / (2 * DOUBTS.length + 1)
    const shifted = (state: number, side: number): Member => {
      const moved = mean.slice()
      const variance = covariance[state * STATES + state] as number
      const deviation = Math.sqrt(Math.max(0, variance))
      // What goes with it, goes with it: along the covariance, not along the axis.
      for (const index of [PAN, LIQUID, CAPACITY, COUPLING, LOSING, ARRIVING, PAN_HEAT]) {
        const slope = variance > 0 ? (covariance[index * STATES + state] as number) / variance : 0
        moved[index] = (mean[index] as number) + side * reach * deviation * slope
      }
      return { boils, weight: share, state: moved }
    }
    return [
      { boils, weight: share, state: mean.slice() },
      ...DOUBTS.flatMap((state) => [shifted(state, 1), shifted(state, -1)]),
    ]
  })
}

function over(members: readonly Member[], state: number): Figure {
  let all = 0
  let sum = 0
  let squares = 0
  for (const { weight, state: values } of members) {
    const value = values[state] as number
    all += weight
    sum += weight * value
    squares += weight * value * value
  }
  const value = sum / all
  return { value, deviation: Math.sqrt(Math.max(0, squares / all - value * value)) }
}

/** The middle of the food in what is foretold of its surroundings; steps as long as the points are apart. */
function coresAhead(
  { members, contact }: FoodTwin,
  medium: readonly Figure[],
  interval: number,
): readonly Figure[] {
  const pieces = members.map(({ state, film, wait }) => ({ draft: draftOf(state), film, wait }))
  const scratch = room(members[0]?.state.celsius.length ?? 0)
  return medium.map(({ value, deviation }) => {
    let sum = 0
    let squares = 0
    for (const piece of pieces) {
      const core = coreOf(piece.draft)
      sum += core
      squares += core * core
      const acting = Math.max(0, interval - piece.wait)
      piece.wait = Math.max(0, piece.wait - interval)
      if (acting <= 0) continue
      // A piece that takes up heat badly stands for surroundings that are colder too.
      const around = value + Math.max(-1, Math.min(1, piece.film * 2)) * deviation
      const faces = facesOf(contact, piece.film, around)
      if (conduct(piece.draft, scratch, acting, faces) === 'phase-change') settle(piece.draft, scratch)
    }
    const mean = sum / pieces.length
    return { value: mean, deviation: Math.sqrt(Math.max(0, squares / pieces.length - mean * mean)) }
  })
}
