import { felt, PERIOD, type Told } from './controllers.ts'
import type { Gains } from './peers.ts'

/** Cycles that Marlin's M303 runs by default; gains come from the last. */
const CYCLES = 5
/** Marlin waits so long before it believes a crossing, s. */
const SETTLES = 5
const GIVES_UP = 3600

/**
 * Marlin's relay autotune (PID_autotune; Åström & Hägglund 1984): a relay round the target with a bias that balances
 * the two half periods, then Ku = 4 d/(pi A) and Ziegler & Nichols (1942): Kp = 0.6 Ku, Ki = 2 Kp/Tu, Kd = Kp Tu/8.
 * Powers are halved as its PWM is: bias + d is full power, bias - d none.
 */
export function relayAutotune(target: number, maxPower: number, run: (power: number) => Told): Gains {
  let bias = maxPower / 2
  let swing = maxPower / 2
  let heating = true
  let power = maxPower
  let time = 0
  let upAt = 0
  let downAt = 0
  let heated = 0
  let cooled = 0
  let highest = Number.NEGATIVE_INFINITY
  let lowest = Number.POSITIVE_INFINITY
  let gains: Gains = { kp: maxPower / 20, ki: maxPower / 2000, kd: 0 }
  for (let cycle = 0; cycle < CYCLES && time < GIVES_UP; ) {
    const reading = felt(run(power))
    time += PERIOD
    highest = Math.max(highest, reading)
    lowest = Math.min(lowest, reading)
    if (heating && reading > target && time - downAt > SETTLES) {
      heating = false
      power = bias - swing
      upAt = time
      heated = upAt - downAt
      highest = target
    } else if (!heating && reading < target && time - upAt > SETTLES) {
      heating = true
      downAt = time
      cooled = downAt - upAt
      if (cycle > 0) {
        bias += (swing * (heated - cooled)) / (heated + cooled)
        bias = Math.min(maxPower * 0.92, Math.max(maxPower * 0.08, bias))
        swing = Math.min(bias, maxPower - bias)
        const ultimate = (4 * swing) / (Math.PI * ((highest - lowest) / 2))
        const period = heated + cooled
        const kp = 0.6 * ultimate
        if (cycle > 1) gains = { kp, ki: (2 * kp) / period, kd: (kp * period) / 8 }
      }
      power = bias + swing
      cycle++
      lowest = target
    }
  }
  return gains
}
