import type { ZoneId } from '../stove/stove.ts'
import type { Finding } from './finding.ts'
import { SETTLE } from './off-must-cool.ts'

/** Law 5: heat that runs away past its setpoint. */
export interface RunawayWatch {
  readonly setpoint: number | null
  /** Until then stored heat may still carry the temperature up after a change of setpoint or pan. */
  readonly graceUntil: number
  /** The lowest temperature since it passed the setpoint. */
  readonly low: number
}

export const NO_RUNAWAY: RunawayWatch = { setpoint: null, graceUntil: 0, low: 0 }

/**
 * 25 K past the setpoint, after a rise of 20 K above it: three times the overshoot that the controller may have, and
 * oil set to fry at 190 °C is still below its smoke point (refined oils 220 °C and more).
 */
const PAST = 25
const RISEN = 20
/** A controller that follows a liquid moves its setpoint a little all the time: that lets no heat come up late, K. */
const LOWERED = 5

/** `setpoint` = what the surface must not run away from, °C; null where no target names one. */
export function watchRunaway(
  watch: RunawayWatch,
  zone: ZoneId,
  setpoint: number | null,
  smooth: number,
  panChanged: boolean,
  at: number,
): { readonly watch: RunawayWatch; readonly finding: Finding | null } {
  if (setpoint === null) return { watch: NO_RUNAWAY, finding: null }
  const lowered = watch.setpoint === null || setpoint < watch.setpoint - LOWERED
  const graceUntil = lowered || panChanged ? at + SETTLE : watch.graceUntil
  const low = Math.max(setpoint, at < graceUntil ? smooth : Math.min(watch.low, smooth))
  const away = smooth > setpoint + PAST && smooth > low + RISEN
  return {
    watch: { setpoint, graceUntil, low },
    finding: away
      ? {
          code: 'runaway',
          zone,
          figures: { celsius: Math.round(smooth), setpoint: Math.round(setpoint) },
        }
      : null,
  }
}
