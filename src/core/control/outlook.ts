import { likelihoods, type Bank, type Candidate } from './bank.ts'
import { advance, CONTENTS, holdPower, LOSS, METAL, SPOT, STATES, stepOf, type Setting } from './pan-model.ts'
import type { Segment } from './pending.ts'

/** What is expected of the controlled temperature, from the whole bank, weighted by likelihood. */
export interface Outlook {
  /** Where it is now, past lag and dead time, °C. */
  readonly now: number
  /** Its highest from now on if the power went off at once, and if it went to what holds the target, °C. */
  readonly peakOff: number
  /** The same if it went off one report later, with full power until then, °C. */
  readonly peakLater: number
  readonly peakHold: number
  /** Power that holds the target, W. */
  readonly hold: number
  /** Power that brings it to the target at the end of the horizon, W; not clamped. */
  readonly landing: number
  /** The metal now, and what each watt more lifts it by in a few seconds, °C and K/W. */
  readonly metal: number
  readonly metalGain: number
  /** One deviation of what is believed of the controlled temperature now, K. */
  readonly doubt: number
}

/** Steps of the look ahead, s: fine at first, then coarser, for as long as heat under way takes to arrive. */
const STEPS: readonly number[] = [
  ...Array.from({ length: 16 }, () => 0.5),
  ...Array.from({ length: 22 }, () => 2),
  ...Array.from({ length: 14 }, () => 5),
]
/** What is lost beyond the rule passes in this time: food of a finger's thickness warms so, s. */
const PASSES = 45
/** Longest step of what is under way, s. */
const LONGEST = 0.5
/** Candidates less likely than this are not asked. */
const UNLIKELY = 0.04
/** The metal is looked at so far ahead, s. */
const METAL_AHEAD = 3

const NOTHING: Outlook = {
  now: 0,
  peakOff: 0,
  peakLater: 0,
  peakHold: 0,
  hold: 0,
  landing: 0,
  metal: 0,
  metalGain: 0,
  doubt: 0,
}

export function lookAhead(
  bank: Bank,
  pending: readonly Segment[],
  ask: Question,
  common: Omit<Setting, 'sensorLag'>,
): Outlook {
  let sum = NOTHING
  let weight = 0
  likelihoods(bank).forEach((share, index) => {
    const candidate = bank[index]
    if (candidate === undefined || share < UNLIKELY) return
    const own = answer(candidate, pending, ask, { ...common, sensorLag: candidate.sensorLag })
    sum = combine(sum, own, share)
    weight += share
  })
  return weight > 0 ? combine(NOTHING, sum, 1 / weight) : NOTHING
}

const combine = (sum: Outlook, own: Outlook, share: number): Outlook => ({
  now: sum.now + share * own.now,
  peakOff: sum.peakOff + share * own.peakOff,
  peakLater: sum.peakLater + share * own.peakLater,
  peakHold: sum.peakHold + share * own.peakHold,
  hold: sum.hold + share * own.hold,
  landing: sum.landing + share * own.landing,
  metal: sum.metal + share * own.metal,
  metalGain: sum.metalGain + share * own.metalGain,
  doubt: sum.doubt + share * own.doubt,
})

/** What is asked of a candidate. */
export interface Question {
  readonly target: number
  /** Time in which the target is to be met, and between reports, s. */
  readonly horizon: number
  readonly period: number
}

/** Moves a state on through powers that are settled. */
function wait(x: number[], segments: readonly Segment[], setting: Setting): void {
  for (const { watts, seconds } of segments) {
    const count = Math.ceil(seconds / LONGEST)
    for (let round = 0; round < count; round++)
      advance(x, watts, setting, stepOf(x, setting, seconds / count))
  }
}

function answer(candidate: Candidate, pending: readonly Segment[], ask: Question, setting: Setting): Outlook {
  const { target, horizon } = ask
  const start = [...candidate.x]
  wait(start, pending, setting)
  const place = setting.wet ? CONTENTS : SPOT
  const now = start[place] as number
  const hold = Math.min(setting.maxPower, Math.max(0, holdPower(start, target, setting)))
  const off = roll(candidate, start, 0, place, horizon, setting)
  const lifted = [...start]
  wait(lifted, [{ watts: setting.maxPower, seconds: ask.period }], setting)
  const later = roll(candidate, lifted, 0, place, horizon, setting)
  const held = roll(candidate, start, hold, place, horizon, setting)
  const probe = 100
  const more = roll(candidate, start, hold + probe, place, horizon, setting)
  const gain = Math.max(1e-6, (more.end - held.end) / probe)
  return {
    now,
    peakOff: off.peak,
    peakLater: Math.max(later.peak, off.peak),
    peakHold: held.peak,
    hold,
    landing: hold + (target - held.end) / gain,
    metal: held.metal,
    metalGain: (more.metal - held.metal) / probe,
    doubt: Math.sqrt(Math.max(0, candidate.p[place * STATES + place] as number)),
  }
}

interface Rolled {
  readonly peak: number
  /** At the horizon. */
  readonly end: number
  readonly metal: number
}

function roll(
  { usualLoss }: Candidate,
  start: readonly number[],
  power: number,
  place: number,
  horizon: number,
  setting: Setting,
): Rolled {
  const x = [...start]
  let peak = x[place] as number
  let end = peak
  let metal = x[METAL] as number
  let time = 0
  let step = stepOf(x, setting, 0)
  let length = 0
  const passing = (x[LOSS] as number) - usualLoss
  for (const dt of STEPS) {
    x[LOSS] = usualLoss + passing * Math.exp(-time / PASSES)
    if (dt !== length) step = stepOf(x, setting, dt)
    length = dt
    advance(x, power, setting, step)
    time += dt
    const here = x[place] as number
    if (here > peak) peak = here
    if (time <= horizon) end = here
    if (time <= METAL_AHEAD) metal = x[METAL] as number
    // Past its peak and past the horizon nothing more is asked.
    if (time > horizon && here < peak - 0.5) break
  }
  return { peak, end, metal }
}
