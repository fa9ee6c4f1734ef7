import { celsius } from '../units/quantities.ts'
import type { Observation, ZoneEstimate } from './estimate.ts'
import { drawField, FIELD_SIDE, unknownField } from './field.ts'
import { centreDeviation, correct, predict, startFilter, type SensorFilter } from './sensor-filter.ts'
import { NOTHING_KNOWN } from './twin/contents.ts'
import type { Surroundings } from './twin/contents-model.ts'
import { advancePlate, FLAT, type PlateField } from './twin/plate-field.ts'
import { takePicture } from './twin/plate-picture.ts'
import { EMPTY_WATCH, watchContents, type ContentsWatch } from './twin/contents-watch.ts'

/** What the estimator is told of its zone: no more than a stove says of itself, and where water boils here. */
export interface EstimatorParameters {
  readonly diameterMm: number
  /** Watts. */
  readonly maxPower: number
  /** °C. */
  readonly boilsAt: number
}

/** What is believed of one zone; plain data, never changed in place. */
export interface EstimatorState {
  readonly parameters: EstimatorParameters
  /** Null until the first reading, and again when the last one is too long ago. */
  readonly filter: SensorFilter | null
  readonly plate: PlateField
  readonly contents: ContentsWatch
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

/** What the models of a zone need to know of it. */
export const surroundingsOf = ({ diameterMm, boilsAt }: EstimatorParameters): Surroundings => ({
  area: Math.PI * (diameterMm / 2000) ** 2,
  boilsAt,
})

export function createEstimator(parameters: EstimatorParameters): EstimatorState {
  return { parameters, filter: null, plate: FLAT, contents: EMPTY_WATCH, power: 0, blind: 0 }
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

function advance(before: EstimatorState, observation: Observation): EstimatorState {
  const { parameters } = before
  const { surface, pan, camera } = observation
  const elapsed = Math.max(0, Number.isFinite(observation.elapsed) ? observation.elapsed : 0)
  const gone = elapsed > LONGEST_GAP || before.blind > LONGEST_BLIND
  const blind = surface === null ? before.blind + elapsed : 0
  // A device that cannot tell its power kicks nothing, and its plate is taken for flat.
  const power = observation.power ?? 0
  const last = gone ? null : before.filter
  if (last === null) {
    const filter = surface === null ? null : startFilter(surface)
    return { parameters, filter, plate: FLAT, contents: EMPTY_WATCH, power, blind }
  }
  const change = (power - before.power) / Math.max(1, parameters.maxPower)
  const seen = surface === null ? { ...last, surprise: Math.max(last.surprise, BLIND_SURPRISE) } : last
  const predicted = predict(seen, elapsed, change)
  const filter = surface === null ? predicted : correct(predicted, surface, elapsed)
  const [centre, , rate] = filter.mean
  const radius = parameters.diameterMm / 2000
  const contents = watchContents(before.contents, { ...observation, elapsed }, surroundingsOf(parameters))
  if (pan === 'absent') return { parameters, filter, plate: FLAT, contents, power, blind }
  const warmed = advancePlate(before.plate, elapsed, power, radius, centre, rate)
  const plate = camera === null ? warmed : takePicture(warmed, centre, camera, elapsed)
  return { parameters, filter, plate, contents, power, blind }
}

function describe({ filter, plate, contents, blind }: EstimatorState, { pan }: Observation): ZoneEstimate {
  const deviation = filter === null ? WIDEST : centreDeviation(filter)
  if (filter === null || deviation >= WIDEST || blind > LONGEST_BLIND) {
    return {
      centre: null,
      deviation: WIDEST,
      rate: 0,
      contents: NOTHING_KNOWN,
      field: unknownField(),
      side: FIELD_SIDE,
    }
  }
  const [hidden, felt, rate] = filter.mean
  if (pan === 'absent') {
    // No pan whose centre could be told: the map shows the bare glass, as warm as the sensor feels it.
    const field = drawField(felt, FLAT)
    return { centre: null, deviation: WIDEST, rate, contents: NOTHING_KNOWN, field, side: FIELD_SIDE }
  }
  const field = drawField(hidden, plate)
  return { centre: celsius(hidden), deviation, rate, contents: contents.estimate, field, side: FIELD_SIDE }
}
