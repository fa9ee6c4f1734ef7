import { celsius } from '../units/quantities.ts'
import type { Observation, ZoneEstimate } from './estimate.ts'
import { drawField, FIELD_SIDE, fuseField, unknownField } from './field.ts'
import { advanceShape, FLAT, type PlateShape } from './plate-shape.ts'
import { centreDeviation, correct, predict, startFilter, type SensorFilter } from './sensor-filter.ts'

/** What the estimator is told of its zone: no more than a stove says of itself. */
export interface EstimatorParameters {
  readonly diameterMm: number
  /** Watts. */
  readonly maxPower: number
}

/** What is believed of one zone; plain data, never changed in place. */
export interface EstimatorState {
  readonly parameters: EstimatorParameters
  /** Null until the first reading, and again when the last one is too long ago. */
  readonly filter: SensorFilter | null
  readonly shape: PlateShape
  readonly power: number
  /** Seconds since the last reading of the sensor. */
  readonly blind: number
}

/** Seconds on the cook's clock after which a belief without a reading is not worth showing. */
const LONGEST_BLIND = 60
/** Nor is one that may be anything within this, K. */
const WIDEST = 60
/** While nothing is read anything may be put into the pan: rates wander by this much more. */
const BLIND_SURPRISE = 10
/** A gap longer than this is not bridged: the pan may have been changed meanwhile. */
const LONGEST_GAP = 300

export function createEstimator(parameters: EstimatorParameters): EstimatorState {
  return { parameters, filter: null, shape: FLAT, power: 0, blind: 0 }
}

/**
 * Takes one observation in and says what is believed now. Pure: the state that comes in stays as it was, the field
 * that comes out belongs to the caller. Without readings the deviation grows, and in the end nothing is claimed.
 */
export function estimateStep(
  before: EstimatorState,
  observation: Observation,
): { readonly state: EstimatorState; readonly estimate: ZoneEstimate } {
  const state = advance(before, observation)
  return { state, estimate: describe(state, observation) }
}

function advance(
  before: EstimatorState,
  { elapsed: passed, surface, power, pan }: Observation,
): EstimatorState {
  const { parameters } = before
  const elapsed = Math.max(0, Number.isFinite(passed) ? passed : 0)
  const gone = elapsed > LONGEST_GAP || before.blind > LONGEST_BLIND
  const blind = surface === null ? before.blind + elapsed : 0
  const last = gone ? null : before.filter
  if (last === null) {
    const filter = surface === null ? null : startFilter(surface)
    return { parameters, filter, shape: FLAT, power, blind }
  }
  const change = (power - before.power) / Math.max(1, parameters.maxPower)
  const seen = surface === null ? { ...last, surprise: Math.max(last.surprise, BLIND_SURPRISE) } : last
  const predicted = predict(seen, elapsed, change)
  const filter = surface === null ? predicted : correct(predicted, surface, elapsed)
  const [centre, , rate] = filter.mean
  const radius = parameters.diameterMm / 2000
  const shape = pan === 'absent' ? FLAT : advanceShape(before.shape, elapsed, power, radius, centre, rate)
  return { parameters, filter, shape, power, blind }
}

function describe({ filter, shape, blind }: EstimatorState, { pan, camera }: Observation): ZoneEstimate {
  const deviation = filter === null ? WIDEST : centreDeviation(filter)
  if (filter === null || deviation >= WIDEST || blind > LONGEST_BLIND) {
    return { centre: null, deviation: WIDEST, rate: 0, field: unknownField(), side: FIELD_SIDE }
  }
  const [hidden, felt, rate] = filter.mean
  if (pan === 'absent') {
    // No pan whose centre could be told: the map shows the bare glass, as warm as the sensor feels it.
    return { centre: null, deviation: WIDEST, rate, field: drawField(felt, FLAT), side: FIELD_SIDE }
  }
  const field = camera === null ? drawField(hidden, shape) : fuseField(hidden, shape, camera)
  return { centre: celsius(hidden), deviation, rate, field, side: FIELD_SIDE }
}
