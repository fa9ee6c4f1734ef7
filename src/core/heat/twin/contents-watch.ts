import type { Observation } from '../estimate.ts'
import {
  contentsStep,
  describeContents,
  NOTHING_KNOWN,
  startContentsState,
  type ContentsEstimate,
  type ContentsState,
} from './contents.ts'

import type { Surroundings } from './contents-model.ts'

/** The contents of one pan, looked at about once a second however often the stove reports. */
export interface ContentsWatch {
  readonly state: ContentsState | null
  readonly estimate: ContentsEstimate
  /** What was reported since the last look. */
  readonly seconds: number
  /** J. */
  readonly joules: number
  readonly readings: number
  readonly sum: number
  /** Seconds for which the pan has been off the zone. */
  readonly away: number
  /** Seconds for which water has boiled in it so far. */
  readonly boiled: number
}

export const EMPTY_WATCH: ContentsWatch = {
  state: null,
  estimate: NOTHING_KNOWN,
  seconds: 0,
  joules: 0,
  readings: 0,
  sum: 0,
  away: 0,
  boiled: 0,
}

/** Seconds between two looks: readings closer together tell the same noise of the model. */
const LOOK_EVERY = 1
/** From this probability on it is said to boil. */
const BOILS = 0.8
/** A pan lifted for longer may come back with anything in it. */
const LONGEST_AWAY = 30

/** Takes a report in. A device that cannot tell its power tells nothing of contents, but for a probe in them. */
export function watchContents(
  before: ContentsWatch,
  { elapsed, surface, probe, power, pan }: Observation,
  surroundings: Surroundings,
): ContentsWatch {
  const away = pan === 'absent' ? before.away + elapsed : 0
  if (power === null || away > LONGEST_AWAY) {
    const temperature = probe === null || away > 0 ? null : { value: probe, deviation: PROBE_DEVIATION }
    return { ...EMPTY_WATCH, away, estimate: { ...NOTHING_KNOWN, temperature } }
  }
  const reading = away > 0 ? null : surface
  if (before.state === null) {
    return reading === null
      ? { ...EMPTY_WATCH, away }
      : { ...EMPTY_WATCH, state: startContentsState(reading, surroundings.area) }
  }
  const seconds = before.seconds + elapsed
  const joules = before.joules + elapsed * power
  const readings = before.readings + (reading === null ? 0 : 1)
  const sum = before.sum + (reading ?? 0)
  if (seconds < LOOK_EVERY) return { ...before, seconds, joules, readings, sum, away }
  const mean = readings === 0 ? null : sum / readings
  const state = contentsStep(
    before.state,
    seconds,
    joules / seconds,
    mean,
    away > 0 ? null : probe,
    surroundings,
  )
  const estimate = describeContents(state, surroundings)
  const boiled = before.boiled + (estimate.boiling > BOILS ? seconds : 0)
  return { ...EMPTY_WATCH, state, estimate, away, boiled }
}

/** A thermocouple or thermistor probe in a liquid that is not quite mixed, K. */
const PROBE_DEVIATION = 1
