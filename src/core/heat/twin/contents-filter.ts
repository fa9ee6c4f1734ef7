import {
  ARRIVES,
  CAPACITY_WIDTH,
  WATER_FACTOR,
  OTHER_FACTOR,
  LOSS,
  NUCLEATE,
  OPENNESS,
  PAN_CAPACITY,
  type Prior,
  WATER_HEAT,
} from './assumptions.ts'
import {
  ARRIVING,
  CAPACITY,
  COUPLING,
  flow,
  LIQUID,
  LOSING,
  NUCLEATING,
  OPEN,
  PAN,
  PAN_HEAT,
  SENSOR,
  STATES,
  STEAM,
  type Surroundings,
} from './contents-model.ts'

/** One guess at what is in the pan, refined by an extended Kalman filter over the model's states and factors. */
export interface ContentsFilter {
  /** Water, which boils; else oil, food, or nothing. */
  readonly boils: boolean
  readonly mean: Float64Array
  /** Covariance, STATES x STATES, row by row. */
  readonly covariance: Float64Array
}

/** What the filter is told of one stretch of time. */
export interface Stretch {
  readonly elapsed: number
  readonly power: number
}

/** Noise that the model leaves out, each per √s: stirring and draughts, K; how factors drift, share. */
const NOISE = { pan: 0.15, liquid: 0.03, capacity: 0.003, coupling: 0.015, slow: 0.0003, loss: 0.003 }
/** The same while a hand seems to have done something: food in, lid off, stirred. */
const STARTLED = { pan: 1.5, liquid: 4, capacity: 0.25, coupling: 0.15, slow: 0.0003, loss: 0.02 }
/** Factors further from their assumption than this many widths are the filter's fault, not the kitchen's. */
const FURTHEST = 4
/** What may be in a pan, °C, and the least that is known of it, K. */
const COLDEST = -30
const HOTTEST = 500
const WIDEST = 60
/** Steps of the derivative, by state: kelvin, kilograms, logarithms. */
const NUDGE = 1e-4

export function startContents(
  boils: boolean,
  capacity: number,
  surface: number,
  liquidWidth: number,
  area: number,
  steam = 0,
): ContentsFilter {
  const mean = new Float64Array(STATES)
  const covariance = new Float64Array(STATES * STATES)
  const set = (state: number, value: number, width: number): void => {
    mean[state] = value
    covariance[state * STATES + state] = width * width
  }
  set(PAN, surface, 2)
  set(SENSOR, surface, 0.5)
  set(LIQUID, surface, liquidWidth)
  set(STEAM, steam, steam / 5)
  set(CAPACITY, Math.log(capacity + WATER_HEAT * steam), CAPACITY_WIDTH)
  const coupling = boils ? WATER_FACTOR : OTHER_FACTOR
  set(COUPLING, Math.log(coupling.middle), coupling.width)
  set(NUCLEATING, Math.log(NUCLEATE.middle), boils ? NUCLEATE.width : 0)
  set(ARRIVING, Math.log(ARRIVES.middle), ARRIVES.width)
  set(PAN_HEAT, Math.log(PAN_CAPACITY.middle * area), PAN_CAPACITY.width)
  set(LOSING, Math.log(LOSS.middle * area), LOSS.width)
  set(OPEN, Math.log(OPENNESS.middle), OPENNESS.width)
  return { boils, mean, covariance }
}

/** Lets time pass; `startled` when a hand seems to have done something. */
export function predictContents(
  { boils, mean, covariance }: ContentsFilter,
  { elapsed, power }: Stretch,
  surroundings: Surroundings,
  startled: boolean,
): ContentsFilter {
  const ahead = new Float64Array(STATES)
  flow(mean, ahead, elapsed, power, boils, surroundings)
  const jacobian = new Float64Array(STATES * STATES)
  const nudged = new Float64Array(mean)
  const moved = new Float64Array(STATES)
  for (let column = 0; column < STATES; column++) {
    nudged[column] = (mean[column] as number) + NUDGE
    flow(nudged, moved, elapsed, power, boils, surroundings)
    nudged[column] = mean[column] as number
    for (let row = 0; row < STATES; row++) {
      jacobian[row * STATES + column] = ((moved[row] as number) - (ahead[row] as number)) / NUDGE
    }
  }
  const spread = sandwich(jacobian, covariance)
  const widen = (state: number, perRoot: number): void => {
    spread[state * STATES + state] = (spread[state * STATES + state] as number) + perRoot * perRoot * elapsed
  }
  const noise = startled ? STARTLED : NOISE
  widen(PAN, noise.pan)
  widen(LIQUID, noise.liquid)
  widen(CAPACITY, noise.capacity)
  widen(COUPLING, noise.coupling)
  widen(OPEN, noise.loss)
  widen(LOSING, noise.loss)
  widen(ARRIVING, noise.slow)
  widen(PAN_HEAT, noise.slow)
  return { boils, mean: ahead, covariance: spread }
}

/** Takes a reading of one state in. Returns how surprising it was: the innovation over its own deviation, squared. */
export function correctContents(
  { boils, mean, covariance }: ContentsFilter,
  state: typeof SENSOR | typeof LIQUID,
  reading: number,
  noise: number,
  area: number,
): { readonly filter: ContentsFilter; readonly surprise: number; readonly expected: number } {
  const off = reading - (mean[state] as number)
  const expected = Math.max(0, covariance[state * STATES + state] as number) + noise * noise
  const next = new Float64Array(mean)
  const left = new Float64Array(covariance)
  for (let row = 0; row < STATES; row++) {
    const gain = (covariance[row * STATES + state] as number) / expected
    next[row] = (next[row] as number) + gain * off
    for (let column = 0; column < STATES; column++) {
      const cell = row * STATES + column
      left[cell] = (left[cell] as number) - gain * (covariance[state * STATES + column] as number)
    }
  }
  next[STEAM] = Math.max(0, next[STEAM] as number)
  for (const state of [PAN, SENSOR, LIQUID]) {
    next[state] = Math.min(HOTTEST, Math.max(COLDEST, next[state] as number))
    confine(left, state, WIDEST)
  }
  for (const { state, middle, width } of factors(boils, area)) {
    // The assumption is never quite forgotten: no factor gets lost, and none is less certain than it was at first.
    next[state] = Math.min(
      middle + FURTHEST * width,
      Math.max(middle - FURTHEST * width, next[state] as number),
    )
    confine(left, state, width)
  }
  return { filter: { boils, mean: next, covariance: left }, surprise: (off * off) / expected, expected }
}

/** Where each factor was assumed to be, as logarithms; contents may be anything from a spoonful to a stock pot. */
function factors(
  boils: boolean,
  area: number,
): readonly { readonly state: number; readonly middle: number; readonly width: number }[] {
  const factor = (state: number, { middle, width }: Prior, scale = 1) => ({
    state,
    middle: Math.log(middle * scale),
    width,
  })
  return [
    { state: CAPACITY, middle: Math.log(1000), width: 1 },
    factor(COUPLING, boils ? WATER_FACTOR : OTHER_FACTOR),
    factor(NUCLEATING, NUCLEATE),
    factor(ARRIVING, ARRIVES),
    factor(OPEN, OPENNESS),
    factor(PAN_HEAT, PAN_CAPACITY, area),
    factor(LOSING, LOSS, area),
  ]
}

/** Makes one state as certain as `width` at least: its row and column by a share, so that the covariance stays one. */
function confine(covariance: Float64Array, state: number, width: number): void {
  const own = covariance[state * STATES + state] as number
  if (own <= width * width) return
  const share = width / Math.sqrt(own)
  for (let other = 0; other < STATES; other++) {
    covariance[state * STATES + other] = (covariance[state * STATES + other] as number) * share
    covariance[other * STATES + state] = (covariance[other * STATES + state] as number) * share
  }
}

/** F C Fᵀ, row by row. */
function sandwich(f: Float64Array, c: Float64Array): Float64Array {
  return product(product(f, c, false), f, true)
}

function product(a: Float64Array, b: Float64Array, transposed: boolean): Float64Array {
  const out = new Float64Array(STATES * STATES)
  for (let row = 0; row < STATES; row++) {
    for (let column = 0; column < STATES; column++) {
      let sum = 0
      for (let k = 0; k < STATES; k++) {
        const right = transposed ? column * STATES + k : k * STATES + column
        sum += (a[row * STATES + k] as number) * (b[right] as number)
      }
      out[row * STATES + column] = sum
    }
  }
  return out
}
