import { READING_NOISE, ROOM, SENSOR_BIAS, SENSOR_DEFICIT, SENSOR_LAG } from './parameters.ts'

/**
 * A Kalman filter over what hides behind one sensor: the pan's centre p, the sensor s that lags behind it, and the
 * rate r at which p changes. The rate is a random walk that forgets, kicked when the power changes: nothing is
 * assumed of pan or contents, so a splash of water, a lid or a lifted pan need no model of their own.
 *
 *   dp/dt = r        ds/dt = (p - deficit (p - room) - s) / lag        dr/dt = -r / memory + noise
 */
export interface SensorFilter {
  /** p, s (degrees Celsius) and r (K/s). */
  readonly mean: readonly [number, number, number]
  /** Their covariance, row by row. */
  readonly covariance: readonly number[]
  /** How surprising readings have been lately: 1 = as expected. Widens the noise of the rate. */
  readonly surprise: number
}

/** How long a rate lasts without a reason, s: heating through takes half a minute and more. */
const RATE_MEMORY = 40
/** How fast rates wander by themselves, (K/s)² per second. */
const RATE_NOISE = 0.004
/** Rate that full power changes within the lag of a sensor, K/s: 2 kW on the lightest pans. */
const POWER_KICK = 2
/** Longest step of the discretisation, s. */
const LONGEST_STEP = 0.25
/** Seconds over which surprise is judged, and the most that it may widen the noise. */
const SURPRISE_MEMORY = 4
const MOST_SURPRISE = 40

export function startFilter(reading: number): SensorFilter {
  // A pan may be anything when first seen; it has most likely been standing there.
  return { mean: [reading, reading, 0], covariance: [25, 0, 0, 0, 1, 0, 0, 0, 0.25], surprise: 1 }
}

/** Lets time pass. `powerChange` is the change of power since the last step as a share of the zone's greatest. */
export function predict(filter: SensorFilter, elapsed: number, powerChange: number): SensorFilter {
  let [p, s, r] = filter.mean
  let covariance = filter.covariance.slice()
  covariance[8] = at(covariance, 8) + (POWER_KICK * powerChange) ** 2
  const steps = Math.max(1, Math.ceil(elapsed / LONGEST_STEP))
  const dt = elapsed / steps
  const approach = 1 - Math.exp(-dt / SENSOR_LAG.middle)
  const keep = Math.exp(-dt / RATE_MEMORY)
  const noise = RATE_NOISE * filter.surprise * dt
  const pull = approach * (1 - SENSOR_DEFICIT.middle)
  const transition = [1, 0, dt, pull, 1 - approach, 0, 0, 0, keep]
  for (let step = 0; step < steps; step++) {
    s += approach * (p - SENSOR_DEFICIT.middle * (p - ROOM) - s)
    p += r * dt
    r *= keep
    covariance = sandwich(transition, covariance)
    covariance[8] = at(covariance, 8) + noise
  }
  return { mean: [p, s, r], covariance, surprise: filter.surprise }
}

/** Takes a reading in, `elapsed` seconds after the last one. */
export function correct(filter: SensorFilter, reading: number, elapsed: number): SensorFilter {
  const { mean, covariance: c } = filter
  const expected = at(c, 4) + READING_NOISE ** 2
  const off = reading - mean[1]
  const gain = [at(c, 1) / expected, at(c, 4) / expected, at(c, 7) / expected]
  const covariance: number[] = []
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) {
      covariance.push(at(c, row * 3 + column) - at(gain, row) * at(c, 3 + column))
    }
  }
  const share = 1 - Math.exp(-elapsed / SURPRISE_MEMORY)
  const wonder = Math.min(MOST_SURPRISE, (off * off) / expected)
  return {
    mean: [mean[0] + at(gain, 0) * off, mean[1] + at(gain, 1) * off, mean[2] + at(gain, 2) * off],
    covariance,
    surprise: Math.max(1, filter.surprise + share * (wonder - filter.surprise)),
  }
}

/**
 * Standard deviation of the centre in kelvin: what the filter does not know, and what no filter behind one sensor
 * can know: its lag, its deficit and its offset.
 */
export function centreDeviation({ mean: [p, , r], covariance }: SensorFilter): number {
  const lag = r * SENSOR_LAG.deviation
  const deficit = (p - ROOM) * SENSOR_DEFICIT.deviation
  return Math.sqrt(Math.max(0, at(covariance, 0)) + lag * lag + deficit * deficit + SENSOR_BIAS * SENSOR_BIAS)
}

/** F C Fᵀ for 3 x 3 matrices, row by row. */
function sandwich(f: readonly number[], c: readonly number[]): number[] {
  const half: number[] = []
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) {
      half.push(
        at(f, row * 3) * at(c, column) +
          at(f, row * 3 + 1) * at(c, 3 + column) +
          at(f, row * 3 + 2) * at(c, 6 + column),
      )
    }
  }
  const whole: number[] = []
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) {
      whole.push(
        at(half, row * 3) * at(f, column * 3) +
          at(half, row * 3 + 1) * at(f, column * 3 + 1) +
          at(half, row * 3 + 2) * at(f, column * 3 + 2),
      )
    }
  }
  return whole
}

const at = (list: readonly number[], index: number): number => list[index] ?? 0
