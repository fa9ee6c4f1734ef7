import type { Celsius, Watts } from '../units/quantities.ts'
import { celsius, watts } from '../units/quantities.ts'
import type { ZoneDescription, ZoneTarget } from '../stove/stove.ts'
import { likeliest, newBank, observe, type Bank } from './bank.ts'
import { NO_BOIL, simmerPower, watchBoil, type BoilWatch } from './boil.ts'
import { NO_CASCADE, surfaceFor, type Cascade } from './cascade.ts'
import { NOT_REACHING, powerFor, type Approach } from './approach.ts'
import { COLDEST, CONTENTS, holdPower, HOTTEST, SENSOR } from './pan-model.ts'
import { pass, type Segment } from './pending.ts'

/**
 * The zone's controller, docs/control.md: it knows nothing of the pan, learns it from the first ramp on, and gives
 * full power until the heat under way is enough. All times are seconds on the cook's clock.
 */
export interface ControlState {
  /** What the pan may be; null before the first reading. */
  readonly bank: Bank | null
  /** The bank was made for a liquid to be held, not for a surface. */
  readonly wet: boolean
  /** Power that the sensors do not show yet. */
  readonly pending: readonly Segment[]
  readonly approach: Approach
  readonly boil: BoilWatch
  readonly cascade: Cascade
  /**
   * What was wanted last and what flows now, W. Where the device cannot tell, what was wanted with one report is taken
   * to flow from the next one on.
   */
  readonly wanted: number
  readonly flowing: number
}

export const CONTROL_START: ControlState = {
  bank: null,
  wet: false,
  pending: [],
  approach: NOT_REACHING,
  boil: NO_BOIL,
  cascade: NO_CASCADE,
  wanted: 0,
  flowing: 0,
}

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

/** A longer gap than this is a new beginning, s. */
const GAP = 30
/** Reports are taken to come at least so often, s. */
const PERIOD_MOST = 3
/** A reading so far from the one believed is another pan, K: no food cools a sensor's spot like that in one report. */
const OTHER_PAN = 60
/** A liquid this near below the boiling point is held as a gentle simmer, K. */
const AS_SIMMER = 0.8
const GENTLE = 0.3
/** A surface setpoint stays this far below what is a fault by itself, K. */
const BELOW_FAULT = 15

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))
const sane = (reading: number): boolean =>
  Number.isFinite(reading) && reading >= COLDEST && reading <= HOTTEST

/** One step; call it with each new reading. */
export function controlStep(before: ControlState, input: ControlInput): ControlOutput {
  const { target } = input
  const { maxPower } = input.zone
  const nothing = { wanted: watts(0), holds: watts(0), setpoint: null }
  if (target.kind === 'off') return { state: CONTROL_START, ...nothing }
  if (!sane(input.surface)) return { state: { ...before, wanted: 0 }, ...nothing }
  const { underway, ...state } = learn(before, input)
  if (target.kind === 'power') {
    const wanted = watts(clamp(target.share, 0, 1) * maxPower)
    return { state: { ...state, wanted }, wanted, holds: wanted, setpoint: null }
  }
  return input.zone.sets === 'setpoint'
    ? regulate(state, input, wish(target, input.boiling))
    : heat(state, underway, input, wish(target, input.boiling))
}

/** What is to be held: its temperature, and how lively it is to boil where that is what is asked. */
interface Wish {
  readonly celsius: number
  readonly wet: boolean
  readonly vigour: number | null
}

function wish(target: Exclude<ZoneTarget, { kind: 'off' | 'power' }>, boiling: number): Wish {
  switch (target.kind) {
    case 'temperature':
      return { celsius: target.celsius, wet: false, vigour: null }
    case 'liquid': {
      const boils = Math.abs(target.celsius - boiling) <= AS_SIMMER
      return { celsius: target.celsius, wet: true, vigour: boils ? GENTLE : null }
    }
    case 'simmer':
      return { celsius: boiling, wet: true, vigour: target.vigour }
  }
}

/** What is held above the boiling point is no water: oil, sugar. */
const bubbling = (target: ZoneTarget, boiling: number): number =>
  target.kind === 'liquid' && target.celsius > boiling + AS_SIMMER ? Number.POSITIVE_INFINITY : boiling

/** What was learned, and the power whose effect is still to come: what the sensors do not show, and one report more. */
interface Learned extends ControlState {
  readonly underway: readonly Segment[]
}

/** Takes the reading in: pan, boil and what is under way. */
function learn(before: ControlState, input: ControlInput): Learned {
  const { surface, target } = input
  const probe = input.probe !== null && sane(input.probe) ? input.probe : null
  const elapsed = Number.isFinite(input.elapsed) ? Math.max(0, input.elapsed) : 0
  const wet = target.kind === 'liquid' || target.kind === 'simmer'
  const common = { wet, maxPower: input.zone.maxPower, boiling: bubbling(target, input.boiling) }
  const believed = before.bank?.[0]?.x[SENSOR]
  const afresh =
    before.bank === null ||
    before.wet !== wet ||
    elapsed > GAP ||
    (believed !== undefined && Math.abs(surface - believed) > OTHER_PAN)
  if (afresh || before.bank === null) {
    const bank = newBank(surface, probe, common)
    return { ...before, bank, wet, pending: [], approach: NOT_REACHING, boil: NO_BOIL, underway: [] }
  }
  const told = input.power !== null && Number.isFinite(input.power) ? Math.max(0, input.power) : null
  const { shown, pending } = pass(before.pending, { watts: told ?? before.flowing, seconds: elapsed })
  const bank = observe(before.bank, shown, surface, probe, common)
  const best = likeliest(bank)
  const boil = watchBoil(before.boil, {
    surface,
    probe,
    boiling: input.boiling,
    elapsed,
    power: told ?? before.flowing,
    maxPower: input.zone.maxPower,
    lost: holdPower(best.x, best.x[CONTENTS] as number, { ...common, sensorLag: best.sensorLag }),
  })
  // What is wanted now flows from the next report on: until then what flows goes on.
  const underway = [...pending, { watts: told ?? before.wanted, seconds: elapsed }]
  return { ...before, bank, wet, pending, boil, flowing: before.wanted, underway }
}

/** Power for a zone that takes power. */
function heat(
  state: ControlState,
  underway: readonly Segment[],
  input: ControlInput,
  goal: Wish,
): ControlOutput {
  const { maxPower } = input.zone
  if (goal.vigour !== null && state.boil.boils) {
    const wanted = watts(simmerPower(state.boil, goal.vigour, input.zone))
    return { state: { ...state, approach: NOT_REACHING, wanted }, wanted, holds: wanted, setpoint: null }
  }
  const { approach, power, hold } = powerFor(state.approach, state.bank ?? [], underway, {
    target: goal.celsius,
    period: Math.min(PERIOD_MOST, Math.max(0.05, input.elapsed)),
    // A boil has no overshoot: full power until it is seen.
    boils: goal.vigour !== null,
    common: { wet: goal.wet, maxPower, boiling: bubbling(input.target, input.boiling) },
    maxSurface: input.zone.maxSurface,
    surface: input.surface,
    inside: goal.wet ? input.probe : input.surface,
  })
  const wanted = watts(clamp(power, 0, maxPower))
  return {
    state: { ...state, approach, wanted },
    wanted,
    holds: watts(clamp(hold, 0, wanted)),
    setpoint: null,
  }
}

/** Setpoint for a zone that holds a surface by itself: it takes all of its power or none. */
function regulate(state: ControlState, input: ControlInput, goal: Wish): ControlOutput {
  const { maxPower, maxSurface } = input.zone
  const most = maxSurface - BELOW_FAULT
  const elapsed = Number.isFinite(input.elapsed) ? clamp(input.elapsed, 0, GAP) : 0
  const wanted = { wanted: maxPower, holds: maxPower }
  if (!goal.wet) return { state, ...wanted, setpoint: celsius(Math.min(goal.celsius, most)) }
  if (goal.vigour !== null) {
    // Nucleate boiling needs 5 to 20 K over the boiling point (Incropera & DeWitt, fig. 10.4).
    return {
      state,
      ...wanted,
      setpoint: celsius(Math.min(goal.celsius + 5 + 15 * clamp(goal.vigour, 0, 1), most)),
    }
  }
  const { cascade, surface } = surfaceFor(state.cascade, goal.celsius, input.probe, elapsed)
  return { state: { ...state, cascade }, ...wanted, setpoint: celsius(Math.min(surface, most)) }
}
