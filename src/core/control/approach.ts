import type { Bank } from './bank.ts'
import { lookAhead } from './outlook.ts'
import type { Setting } from './pan-model.ts'
import type { Segment } from './pending.ts'

/** Whether the zone is on its way up at full power, or has landed. */
export interface Approach {
  readonly reaching: boolean
}

export const NOT_REACHING: Approach = { reaching: false }

export interface Goal {
  readonly target: number
  readonly boils: boolean
  /** Between reports, s. */
  readonly period: number
  readonly common: Omit<Setting, 'sensorLag'>
  readonly maxSurface: number
  /** The sensors' readings, °C; `inside` is that of what is controlled, null where nothing feels it. */
  readonly surface: number
  readonly inside: number | null
}

/** Beyond the target the peak may lie by so much when the power is cut, K. */
const AIM_WET = 0.6
const AIM_DRY = 1.5
/** What is still on its way from the coil's ring to the sensor is known no better than by this share. */
const ON_ITS_WAY = 0.13
/** Without a probe the cut comes earlier by a deviation, and by so much of what the metal stands above the target. */
const UNSEEN = 0.15
/** Full power again when even with holding power the peak would stay so far below, K. */
const AGAIN = 2.5
/** Landing takes so long, s. */
const LANDING_WET = 12
const LANDING_DRY = 12
/** What is measured this far above the target asks for nothing, whatever the model says, K. */
const TOO_HOT_WET = 4
const TOO_HOT_DRY = 10
/** The metal stays within this above a liquid that is held: law 5 calls 70 K a runaway. */
const METAL_OVER_LIQUID = 64
/** And so far below what is a fault by itself, K. */
const BELOW_FAULT = 10

/**
 * Time-optimal control switches between its limits (Pontryagin et al., 1962): full power while the peak that follows
 * from cutting it now stays below the aim. Then dead-beat: the power that puts the model at the target in one horizon.
 */
export function powerFor(
  before: Approach,
  bank: Bank,
  pending: readonly Segment[],
  goal: Goal,
): { readonly approach: Approach; readonly power: number; readonly hold: number } {
  const { target, common } = goal
  const { wet, maxPower } = common
  const horizon = wet ? LANDING_WET : LANDING_DRY
  const ahead = lookAhead(bank, pending, { target, horizon, period: goal.period }, common)
  const { hold } = ahead
  if (goal.inside !== null && goal.inside > target + (wet ? TOO_HOT_WET : TOO_HOT_DRY)) {
    return { approach: NOT_REACHING, power: 0, hold }
  }
  const unseen = goal.inside === null ? UNSEEN * Math.max(0, goal.surface - target) + ahead.doubt : 0
  const aim = target + (wet ? AIM_WET : AIM_DRY - ON_ITS_WAY * Math.max(0, ahead.metal - ahead.now)) - unseen
  const reaching = goal.boils || (before.reaching ? ahead.peakOff < aim : ahead.peakHold < target - AGAIN)
  // Seldom reports: the last stretch of full power ends between two of them, so its share of one is given.
  const rise = Math.max(1e-6, ahead.peakLater - ahead.peakOff)
  const full = goal.boils ? 1 : Math.min(1, (aim - ahead.peakOff) / rise)
  const wish = reaching ? full * maxPower : ahead.landing
  // The metal's own limit: it comes before the target.
  const limit = Math.min(
    wet ? target + METAL_OVER_LIQUID : Number.POSITIVE_INFINITY,
    goal.maxSurface - BELOW_FAULT,
  )
  const most = Math.max(0, hold + (limit - ahead.metal) / Math.max(1e-6, ahead.metalGain))
  return { approach: { reaching }, power: Math.min(wish, most), hold }
}
