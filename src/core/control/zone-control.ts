import type { Celsius, Watts } from '../units/quantities.ts'
import { celsius, watts } from '../units/quantities.ts'
import type { ZoneDescription, ZoneTarget } from '../stove/stove.ts'

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
  /** In what is cooked; null where there is no probe. */
  readonly probe: Celsius | null
  /** Power into the zone since the last step, as the device measures it; null when it cannot tell. */
  readonly power: Watts | null
  /** Seconds on the cook's clock since the last step. */
  readonly elapsed: number
  readonly zone: Pick<ZoneDescription, 'maxPower' | 'maxSurface' | 'diameterMm' | 'sets'>
  /** Where water boils in this kitchen. */
  readonly boiling: Celsius
}

export interface ControlOutput {
  readonly state: ControlState
  /** Power that the target needs now. */
  readonly wanted: Watts
  /** The part of it that only keeps the temperature that there is. */
  readonly holds: Watts
  /** Surface temperature for a zone that regulates itself; null for the others. */
  readonly setpoint: Celsius | null
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

/** The surface that a target asks for, °C. */
function surfaceFor(target: Exclude<ZoneTarget, { kind: 'off' | 'power' }>, boiling: number): number {
  if (target.kind === 'simmer') return boiling + 2 + 10 * target.vigour
  return target.celsius
}

/** One step; call it with each new reading. */
export function controlStep(before: ControlState, input: ControlInput): ControlOutput {
  const { target, surface, boiling } = input
  const { maxPower, sets } = input.zone
  const state = input.elapsed > GAP ? { ...CONTROL_START, integral: before.integral } : before
  const elapsed = input.elapsed > GAP ? 0 : Math.max(0, input.elapsed)
  const { smooth, rate } = follow(state, surface, elapsed)
  const none = { wanted: watts(0), holds: watts(0), setpoint: null }
  if (target.kind === 'off') return { state: CONTROL_START, ...none }
  if (target.kind === 'power') {
    const wanted = watts(clamp(target.share, 0, 1) * maxPower)
    return { state: { integral: 0, rate, smooth }, wanted, holds: wanted, setpoint: null }
  }
  const goal = surfaceFor(target, boiling)
  const gain = maxPower / BAND / (1 + elapsed / SEEN_LATE)
  const forward = LOSS_SHARE * maxPower * Math.max(0, goal - AMBIENT)
  const error = goal - surface
  const ahead = error - AHEAD * rate
  const wish = gain * ahead + forward + state.integral
  // Conditional integration: never further into a limit, never far from the setpoint.
  const pushes = (wish >= maxPower && error > 0) || (wish <= 0 && error < 0)
  const learns = !pushes && Math.abs(error) <= LEARNS_WITHIN && Math.abs(rate) <= SLOW
  const integral = learns
    ? clamp(state.integral + (gain * error * elapsed) / INTEGRAL_TIME, -forward, maxPower)
    : state.integral
  const wanted = watts(clamp(wish, 0, maxPower))
  const next = { integral, rate, smooth }
  if (sets === 'setpoint') return { state: next, wanted: maxPower, holds: maxPower, setpoint: celsius(goal) }
  return { state: next, wanted, holds: watts(clamp(forward + integral, 0, wanted)), setpoint: null }
}
