import { felt, PERIOD, type Controller } from './controllers.ts'

/** Full power below, none above, 1 K either way: Marlin's "bang-bang" heater and every thermostat. */
export function bangBang(target: number, maxPower: number): Controller {
  let on = true
  return (told) => {
    const reading = felt(told)
    if (reading > target + 1) on = false
    if (reading < target - 1) on = true
    return on ? maxPower : 0
  }
}

/** Gains of a PID in W/K, W/(K s) and W s/K. */
export interface Gains {
  readonly kp: number
  readonly ki: number
  readonly kd: number
}

/** Farther than this from its target Marlin's PID is not asked: full power or none, K. */
const FUNCTIONAL_RANGE = 10
/** Marlin filters the derivative: this share of the old one is kept at each of its ticks of some 0.1 s. */
const K1 = 0.95

/** Marlin's PID: error summed within the functional range only, derivative of the measurement, clamped sum. */
export function pid(target: number, maxPower: number, { kp, ki, kd }: Gains): Controller {
  let sum = 0
  let derivative = 0
  let last: number | null = null
  return (told) => {
    const reading = felt(told)
    const error = target - reading
    derivative = K1 * derivative + ((1 - K1) * (reading - (last ?? reading))) / PERIOD
    last = reading
    if (error > FUNCTIONAL_RANGE) {
      sum = 0
      return maxPower
    }
    if (error < -FUNCTIONAL_RANGE) {
      sum = 0
      return 0
    }
    sum = Math.min(maxPower / Math.max(ki, 1e-9), Math.max(0, sum + error * PERIOD))
    return Math.min(maxPower, Math.max(0, kp * error + ki * sum - kd * derivative))
  }
}

/** What an MPC is told of its heater beforehand. */
export interface HeaterModel {
  /** Heat capacity, J/K; loss to the room, W/K; response of the sensor, 1/s; room, °C. */
  readonly capacity: number
  readonly loss: number
  readonly response: number
  readonly ambient: number
}

/** Marlin's MPC_SMOOTHING_FACTOR, MPC_MIN_AMBIENT_CHANGE (K/s) and MPC_STEADYSTATE (K/s), and the time in which it wants the target, s. */
const SMOOTHING = 0.5
const MIN_AMBIENT_CHANGE = 1
const STEADY = 0.5
const TAU = 2

/**
 * Model-predictive control as Marlin has it (MPCTEMP): a block heated by P that loses to the room, a sensor that lags
 * it; both corrected by a share of what was measured otherwise, the room's temperature by the rest.
 */
export function mpc(target: number, maxPower: number, model: HeaterModel): Controller {
  let block: number | null = null
  let sensor = 0
  let { ambient } = model
  let power = 0
  return (told) => {
    const reading = felt(told)
    if (block === null) {
      block = reading
      sensor = reading
    }
    const change = ((power + model.loss * (ambient - block)) * PERIOD) / model.capacity
    block += change
    sensor += (block - sensor) * model.response * PERIOD
    const wrong = (reading - sensor) * SMOOTHING
    block += wrong
    sensor += wrong
    const free = power > 0 && power < maxPower
    if (free || Math.abs(change + wrong) < STEADY * PERIOD) {
      const least = MIN_AMBIENT_CHANGE * PERIOD
      ambient += wrong > 0 ? Math.max(wrong, least) : Math.min(wrong, -least)
    }
    const wanted = (model.capacity * (target - block)) / TAU + model.loss * (block - ambient)
    power = Math.min(maxPower, Math.max(0, wanted))
    return power
  }
}
