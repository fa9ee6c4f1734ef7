import type { Celsius, Watts } from '../units/quantities.ts'
import { watts } from '../units/quantities.ts'
import type { ZoneTarget } from '../stove/stove.ts'

/**
 * The zone's controller: PID on the sensor's temperature with a feed-forward of losses. It knows nothing of the pan.
 * All times are seconds on the cook's clock, so that it behaves alike when a virtual stove is sped up.
 */
export interface ControlState {
  /** What the loop has learned of the steady losses, W beyond the feed-forward. */
  readonly integral: number
  /** Smoothed rise, K/s. */
  readonly rate: number
  /** The surface, smoothed, °C; null before the first reading. */
  readonly smooth: number | null
}

export const CONTROL_START: ControlState = { integral: 0, rate: 0, smooth: null }

export interface ControlInput {
  readonly target: ZoneTarget
  readonly surface: Celsius
  /** Seconds on the cook's clock since the last step. */
  readonly elapsed: number
  readonly maxPower: Watts
}

export interface ControlOutput {
  readonly state: ControlState
  readonly power: Watts
}

/** Full power for so many kelvin of error: less, and a 20 cm pan on a portable hob would swing. */
const BAND = 52
/** Seldom readings are dead time: a third less gain where they come two seconds of the cook's clock apart. */
const SEEN_LATE = 4
/**
 * The loop looks so many seconds ahead: as long as heat takes from the coil's ring through 5 mm of cast iron to the
 * middle of the pan. Thin pans then come in as if their time constant were this.
 */
const AHEAD = 14
const RATE_SMOOTHING = 3
/** Noise of one reading would move the power by a tenth if its slope were taken raw, s. */
const SURFACE_SMOOTHING = 1
/** Learning the losses takes a while, or thick pans would swing. */
const INTEGRAL_TIME = 45
/** Learned only near the setpoint: what lies before is the pan's own heat, not a loss. */
const LEARNS_WITHIN = 15
/** Only while the pan has come to rest: what flows into a rising pan is no loss, K/s. */
const SLOW = 0.35
/** A pan loses some 1.2 W/K on a 2 kW zone (convection and radiation of 0.05 m² at 25 W/m²K). */
const LOSS_SHARE = 0.0012
const AMBIENT = 25
/** A longer gap than this is a new beginning, s. */
const GAP = 30

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}

/** Follows the reading and its slope; both lag a little behind the truth, and neither trembles. */
function follow(
  state: ControlState,
  surface: number,
  elapsed: number,
): { readonly smooth: number; readonly rate: number } {
  if (state.smooth === null || elapsed <= 0) return { smooth: state.smooth ?? surface, rate: state.rate }
  const smooth = state.smooth + (surface - state.smooth) * (1 - Math.exp(-elapsed / SURFACE_SMOOTHING))
  const slope = (smooth - state.smooth) / elapsed
  return { smooth, rate: state.rate + (slope - state.rate) * (1 - Math.exp(-elapsed / RATE_SMOOTHING)) }
}

/** One step; call it with each new reading. */
export function controlStep(before: ControlState, input: ControlInput): ControlOutput {
  const { target, surface, maxPower } = input
  const state = input.elapsed > GAP ? { ...CONTROL_START, integral: before.integral } : before
  const elapsed = input.elapsed > GAP ? 0 : Math.max(0, input.elapsed)
  const { smooth, rate } = follow(state, surface, elapsed)
  if (target.kind === 'off') return { state: CONTROL_START, power: watts(0) }
  if (target.kind === 'power') {
    return {
      state: { integral: 0, rate, smooth },
      power: watts(clamp(target.share, 0, 1) * maxPower),
    }
  }
  const gain = maxPower / BAND / (1 + elapsed / SEEN_LATE)
  const forward = LOSS_SHARE * maxPower * Math.max(0, target.celsius - AMBIENT)
  const error = target.celsius - surface
  const ahead = error - AHEAD * rate
  const wish = gain * ahead + forward + state.integral
  // Conditional integration: never further into a limit, never far from the setpoint.
  const pushes = (wish >= maxPower && error > 0) || (wish <= 0 && error < 0)
  const learns = !pushes && Math.abs(error) <= LEARNS_WITHIN && Math.abs(rate) <= SLOW
  const integral = learns
    ? clamp(state.integral + (gain * error * elapsed) / INTEGRAL_TIME, -forward, maxPower)
    : state.integral
  return {
    state: { integral, rate, smooth },
    power: watts(clamp(wish, 0, maxPower)),
  }
}
