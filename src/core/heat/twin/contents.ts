import { ROOM, SENSOR_BIAS } from '../parameters.ts'
import { OTHER_CAPACITIES, VAPORISATION, WATER_CAPACITIES, WATER_HEAT } from './assumptions.ts'
import { correctContents, predictContents, startContents, type ContentsFilter } from './contents-filter.ts'
import {
  CAPACITY,
  LIQUID,
  PAN,
  PAN_HEAT,
  SENSOR,
  STATES,
  STEAM,
  type Surroundings,
} from './contents-model.ts'

/** A figure with its standard deviation. */
export interface Figure {
  readonly value: number
  readonly deviation: number
}

/** What is believed of a pan's contents; null where nothing worth saying is known. */
export interface ContentsEstimate {
  /** °C. */
  readonly temperature: Figure | null
  /** Heat capacity now, J/K. */
  readonly capacity: Figure | null
  /** Probability that water boils in it now, 0 to 1. */
  readonly boiling: number
  /** Water that left as vapour since the pan was set down, g; null unless it is water. */
  readonly evaporated: Figure | null
  /** Heat in pan and contents over the room, J. */
  readonly stored: Figure | null
}

interface Guess {
  readonly filter: ContentsFilter
  /** Probability; all guesses together have 1. */
  readonly weight: number
}

/**
 * Several guesses at once, each with a filter of its own and weighed by how well it foretold the readings: static
 * multiple-model estimation (Magill 1965, IEEE Trans. Automatic Control 10). Plain data, never changed in place.
 */
export interface ContentsState {
  readonly guesses: readonly Guess[]
  /** How surprising readings have been lately to the best of them: 1 = as expected. */
  readonly surprise: number
  /** Seconds for which a change is still expected to go on; 0 = all is quiet. */
  readonly startled: number
}

export const NOTHING_KNOWN: ContentsEstimate = {
  temperature: null,
  capacity: null,
  boiling: 0,
  evaporated: null,
  stored: null,
}

/** A pan within this of the room has stood there: its contents are as warm, give or take; else they may differ. */
const COLD = 8
const STOOD = 1.5
const UNSURE = 15
/** Noise of a reading's mean over a second with the model's own faults, K. */
const NOISE = 0.4
/** Consecutive readings tell the same faults of the model: each counts for this share of a fresh one. */
const FRESH = 0.25
/** Seconds after which old evidence is half forgotten, and the least a guess keeps: any may come true later. */
const FORGET = 300
const LEAST = 1e-3
/** Seconds over which surprise is judged; from where a hand must have done something, and how long that lasts, s. */
const SURPRISE_MEMORY = 4
const STARTLING = 6
const STARTLED_FOR = 8
const MOST_SURPRISE = 60
/** A guess under this weight begins anew when something happened. */
const LOST = 0.02
/** Under this heat capacity a pan is as good as dry, J/K. */
const DRY = 120
/**
 * Two lumps stand for what is warm and cold in many places: of the difference between them, so much is doubtful: in water,
 * and in what does not stir itself.
 */
const LUMPED = { water: 0.15, other: 0.25 }
/** A base shows that its water boils only when the water has been as warm for a while: told late by so much heating, K. */
const ONSET = 8
/** A temperature less certain than this is not worth saying, K. */
const WIDEST = 15

export function startContentsState(surface: number, area: number): ContentsState {
  const width = Math.abs(surface - ROOM) < COLD ? STOOD : UNSURE
  const of = (boils: boolean, capacities: readonly number[]): Guess[] =>
    capacities.map((capacity) => ({
      filter: startContents(boils, capacity, surface, width, area),
      weight: 0.5 / capacities.length,
    }))
  return {
    guesses: [...of(true, WATER_CAPACITIES), ...of(false, OTHER_CAPACITIES)],
    surprise: 1,
    startled: 0,
  }
}

/** One stretch of `elapsed` seconds at `power` W, at the end of which the sensor said `surface`; `probe` in the liquid. */
export function contentsStep(
  before: ContentsState,
  elapsed: number,
  power: number,
  surface: number | null,
  probe: number | null,
  surroundings: Surroundings,
): ContentsState {
  const { guesses, surprise, startled } = before
  const forget = 0.5 ** (elapsed / FORGET)
  const judged = guesses.map(({ filter: was, weight }) => {
    let filter = predictContents(was, { elapsed, power }, surroundings, startled > 0)
    let evidence = Math.log(weight) * forget
    let surprising = 1
    for (const [state, reading] of [
      [SENSOR, surface],
      [LIQUID, probe],
    ] as const) {
      if (reading === null) continue
      const corrected = correctContents(filter, state, reading, NOISE, surroundings.area)
      filter = corrected.filter
      evidence -= 0.5 * FRESH * (corrected.surprise + Math.log(corrected.expected))
      if (state === SENSOR) surprising = corrected.surprise
    }
    return { filter, evidence, surprising }
  })
  const best = judged.reduce((a, b) => (b.evidence > a.evidence ? b : a))
  const raw = judged.map(({ evidence }) => Math.max(LEAST, Math.exp(evidence - best.evidence)))
  const sum = raw.reduce((a, b) => a + b, 0)
  const share = 1 - Math.exp(-elapsed / SURPRISE_MEMORY)
  const wonder =
    surface === null ? surprise : surprise + share * (Math.min(MOST_SURPRISE, best.surprising) - surprise)
  const weighed = steadied(judged.map(({ filter }, index) => ({ filter, weight: (raw[index] ?? 0) / sum })))
  if (startled > 0 || wonder < STARTLING || surface === null) {
    return { guesses: weighed, surprise: wonder, startled: Math.max(0, startled - elapsed) }
  }
  return { guesses: reopen(weighed, surface, surroundings.area), surprise: 1, startled: STARTLED_FOR }
}

/** A guess that nobody believes in boils nothing away: it knows of no more steam than all of them together. */
function steadied(guesses: readonly Guess[]): readonly Guess[] {
  const steam = guesses.reduce((sum, { filter, weight }) => sum + weight * at(filter, STEAM), 0)
  for (const { filter, weight } of guesses) {
    if (filter.boils && weight < LOST) filter.mean[STEAM] = Math.min(steam, at(filter, STEAM))
  }
  return guesses
}

/** Something was done to the pan: what was thought of and dismissed is thought of again. */
function reopen(guesses: readonly Guess[], surface: number, area: number): readonly Guess[] {
  const steam = guesses.reduce((sum, { filter, weight }) => sum + weight * at(filter, STEAM), 0)
  const fresh = startContentsState(surface, area).guesses
  const opened = guesses.map((guess, index): Guess => {
    const again = fresh[index]
    if (again === undefined || guess.weight > LOST) return guess
    const { boils, mean } = again.filter
    const filter = startContents(
      boils,
      Math.exp(mean[CAPACITY] as number),
      surface,
      UNSURE,
      area,
      boils ? steam : 0,
    )
    return { filter, weight: LOST }
  })
  const sum = total(opened)
  return opened.map(({ filter, weight }) => ({ filter, weight: weight / sum }))
}

/** What the guesses say together. */
export function describeContents({ guesses }: ContentsState, { boilsAt }: Surroundings): ContentsEstimate {
  const wet = guesses.filter(({ filter }) => at(filter, CAPACITY) > Math.log(DRY))
  const wetness = total(wet)
  const stored = mixture(guesses, (filter) => figure(filter, storedIn))
  if (wetness < 0.8) return { ...NOTHING_KNOWN, stored }
  const water = wet.filter(({ filter }) => filter.boils)
  const isWater = total(water) / wetness
  const liquid = mixture(wet, (filter) => figure(filter, (mean) => mean[LIQUID] as number))
  const boiling = total(
    water.filter(({ filter }) => at(filter, LIQUID) > boilsAt - 1 && at(filter, PAN) > boilsAt + 0.5),
  )
  const lumped = isWater * LUMPED.water + (1 - isWater) * LUMPED.other
  const across = mixture(wet, (filter) =>
    figure(filter, (mean) => (mean[PAN] as number) - (mean[LIQUID] as number)),
  )
  const deviation = Math.hypot(liquid.deviation, SENSOR_BIAS, lumped * across.value)
  const temperature = { value: liquid.value, deviation }
  return {
    temperature: temperature.deviation > WIDEST ? null : temperature,
    capacity: mixture(wet, (filter) => figure(filter, capacityOf)),
    boiling,
    evaporated: isWater < 0.8 ? null : vapourOf(water),
    stored,
  }
}

/** Water that is gone, g: by the guesses, and by how well the beginning of the boil can be told. */
function vapourOf(water: readonly Guess[]): Figure {
  const { value, deviation } = mixture(water, (filter) =>
    figure(filter, (mean) => 1000 * (mean[STEAM] as number)),
  )
  const capacity = mixture(water, (filter) => figure(filter, capacityOf)).value
  const onset = (1000 * capacity * ONSET) / VAPORISATION
  return { value, deviation: Math.hypot(deviation, Math.min(value, onset)) }
}

const capacityOf = (mean: Float64Array): number =>
  Math.max(0, Math.exp(mean[CAPACITY] as number) - WATER_HEAT * (mean[STEAM] as number))
const storedIn = (mean: Float64Array): number =>
  Math.exp(mean[PAN_HEAT] as number) * ((mean[PAN] as number) - ROOM) +
  capacityOf(mean) * ((mean[LIQUID] as number) - ROOM)

/** A function of the states with the deviation that their covariance gives it, to first order. */
function figure({ mean, covariance }: ContentsFilter, of: (mean: Float64Array) => number): Figure {
  const value = of(mean)
  const slope = new Float64Array(STATES)
  const nudged = new Float64Array(mean)
  for (let state = 0; state < STATES; state++) {
    nudged[state] = (mean[state] as number) + 1e-4
    slope[state] = (of(nudged) - value) / 1e-4
    nudged[state] = mean[state] as number
  }
  let variance = 0
  for (let row = 0; row < STATES; row++) {
    for (let column = 0; column < STATES; column++) {
      variance +=
        (slope[row] as number) * (covariance[row * STATES + column] as number) * (slope[column] as number)
    }
  }
  return { value, deviation: Math.sqrt(Math.max(0, variance)) }
}

function mixture(guesses: readonly Guess[], of: (filter: ContentsFilter) => Figure): Figure {
  const all = total(guesses)
  const figures = guesses.map(({ filter, weight }) => ({ ...of(filter), share: weight / all }))
  const value = figures.reduce((sum, each) => sum + each.share * each.value, 0)
  const variance = figures.reduce(
    (sum, each) => sum + each.share * (each.deviation ** 2 + (each.value - value) ** 2),
    0,
  )
  return { value, deviation: Math.sqrt(variance) }
}

const total = (guesses: readonly Guess[]): number => guesses.reduce((sum, { weight }) => sum + weight, 0)
const at = ({ mean }: ContentsFilter, state: number): number => mean[state] as number
