import {
  advance,
  bound,
  CONTENTS,
  LN_CONTENTS,
  LN_COUPLING,
  LN_DIFFUSION,
  LN_METAL,
  LOSS,
  lossRate,
  METAL,
  PROBE,
  SENSOR,
  SPOT,
  STATES,
  stepOf,
  type Setting,
} from './pan-model.ts'

/**
 * An extended Kalman filter over the pan model: temperatures and the pan's own values together, with their covariance
 * (Gelb, Applied Optimal Estimation, 1974, table 6.1-1). Linearised at each step.
 */
export interface Belief {
  /** See pan-model.ts for the places. */
  readonly x: readonly number[]
  /** Covariance, row by row. */
  readonly p: readonly number[]
}

/** Variances that grow with time, one for each place, per second: what two lumps cannot say of a real pan. */
const WANDER: readonly number[] = [0.02, 0.005, 0.004, 0.0004, 0.0004, 4e-5, 4e-5, 1e-4, 4e-5, 0]
/** The loss wanders by so large a share of the zone's power in the root of a second. */
const LOSS_WANDER = 0.004
/** Longest step of the model, s. */
const LONGEST = 0.5

/** One step of time under a power, W. */
export function predict(belief: Belief, power: number, seconds: number, setting: Setting): Belief {
  const count = Math.max(1, Math.ceil(seconds / LONGEST))
  const dt = seconds / count
  const x = [...belief.x]
  let p = belief.p
  const f = new Float64Array(STATES * STATES)
  for (let round = 0; round < count; round++) {
    jacobian(f, x, power, setting, dt)
    p = propagate(f, p, setting, dt)
    advance(x, power, setting, stepOf(x, setting, dt))
    bound(x, setting)
  }
  return { x, p }
}

function jacobian(f: Float64Array, x: readonly number[], power: number, setting: Setting, dt: number): void {
  const { metal, contents, coupling, diffusion, sensor, probe } = stepOf(x, setting, dt)
  const gap = (x[METAL] as number) - (x[CONTENTS] as number)
  const flow = coupling * gap
  // d(flow)/d(gap): of a cube root's flow four thirds.
  const slope = setting.wet ? (4 / 3) * coupling : coupling
  const rate = lossRate(setting)
  const lost = (x[LOSS] as number) + rate * ((setting.wet ? x[CONTENTS] : x[METAL]) as number)
  const set = (row: number, column: number, value: number): void => {
    f[row * STATES + column] = value
  }
  f.fill(0)
  for (let index = 0; index < STATES; index++) set(index, index, 1)
  set(METAL, METAL, 1 - metal * (slope + (setting.wet ? 0 : rate)))
  set(METAL, CONTENTS, metal * slope)
  set(METAL, LN_METAL, -metal * (power - flow - (setting.wet ? 0 : lost)))
  set(METAL, LN_COUPLING, -metal * flow)
  set(METAL, LOSS, setting.wet ? 0 : -metal)
  set(CONTENTS, CONTENTS, 1 - contents * (slope + (setting.wet ? rate : 0)))
  set(CONTENTS, METAL, contents * slope)
  set(CONTENTS, LN_CONTENTS, -contents * (flow - (setting.wet ? lost : 0)))
  set(CONTENTS, LN_COUPLING, contents * flow)
  set(CONTENTS, LOSS, setting.wet ? -contents : 0)
  // d(1 - exp(-dt/tau))/d(ln tau)
  const lag = (-(1 - diffusion) * dt) / Math.exp(x[LN_DIFFUSION] as number)
  set(SPOT, SPOT, 1 - diffusion)
  set(SPOT, METAL, diffusion)
  set(SPOT, LN_DIFFUSION, lag * ((x[METAL] as number) - (x[SPOT] as number)))
  set(SENSOR, SENSOR, 1 - sensor)
  set(SENSOR, SPOT, sensor)
  set(PROBE, PROBE, 1 - probe)
  set(PROBE, CONTENTS, probe)
}

/** F P F' + Q. F has few entries beside its diagonal: rows are combined only where they have any. */
function propagate(f: Float64Array, p: readonly number[], setting: Setting, dt: number): number[] {
  const half = new Float64Array(STATES * STATES)
  const next = p.map(() => 0)
  for (let row = 0; row < STATES; row++) {
    for (let inner = 0; inner < STATES; inner++) {
      const factor = f[row * STATES + inner] as number
      if (factor === 0) continue
      for (let column = 0; column < STATES; column++) {
        const at = row * STATES + column
        half[at] = (half[at] as number) + factor * (p[inner * STATES + column] as number)
      }
    }
  }
  for (let column = 0; column < STATES; column++) {
    for (let inner = 0; inner < STATES; inner++) {
      const factor = f[column * STATES + inner] as number
      if (factor === 0) continue
      for (let row = 0; row < STATES; row++) {
        const at = row * STATES + column
        next[at] = (next[at] as number) + factor * (half[row * STATES + inner] as number)
      }
    }
  }
  WANDER.forEach((variance, index) => {
    const at = index * STATES + index
    next[at] = (next[at] as number) + variance * dt
  })
  const loss = LOSS * STATES + LOSS
  next[loss] = (next[loss] as number) + (LOSS_WANDER * setting.maxPower) ** 2 * dt
  return next
}

/** How surprising a reading was: the innovation in its own standard deviations, and the logarithm of its likelihood. */
export interface Corrected {
  readonly belief: Belief
  readonly surprise: number
  readonly fit: number
}

/** Beyond so many deviations a single reading pulls no harder: spikes are not pans. */
const STRANGE = 4

/** Takes in a reading of one place, with the variance of its noise in K². */
export function correct(
  { x, p }: Belief,
  place: number,
  reading: number,
  noise: number,
  setting: Setting,
): Corrected {
  const innovation = reading - (x[place] as number)
  const variance = (p[place * STATES + place] as number) + noise
  const deviation = Math.sqrt(variance)
  const surprise = innovation / deviation
  const taken = Math.min(STRANGE, Math.max(-STRANGE, surprise)) * deviation
  const next = [...x]
  const covariance = [...p]
  for (let row = 0; row < STATES; row++) {
    const gain = (p[row * STATES + place] as number) / variance
    next[row] = (x[row] as number) + gain * taken
    for (let column = 0; column < STATES; column++) {
      covariance[row * STATES + column] =
        (p[row * STATES + column] as number) - gain * (p[place * STATES + column] as number)
    }
  }
  bound(next, setting)
  return {
    belief: { x: next, p: covariance },
    surprise,
    fit: -0.5 * (Math.min(surprise * surprise, STRANGE * STRANGE) + Math.log(variance)),
  }
}

/** Adds doubt: variances for the places given. */
export function doubt({ x, p }: Belief, variances: readonly (readonly [number, number])[]): Belief {
  const next = [...p]
  for (const [index, variance] of variances) {
    const at = index * STATES + index
    next[at] = (next[at] as number) + variance
  }
  return { x, p: next }
}
