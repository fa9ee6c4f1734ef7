import type { Celsius } from '../units/quantities.ts'
import type { DeviceFlag, PanPresence, ZoneDescription, ZoneReading } from '../stove/stove.ts'

/** Law 3: what one zone's sensor says, and whether it can be believed. */
export interface Reading {
  /** The newest value that a sensor can mean; null when there is none. Believe it only while `problem` is null. */
  readonly surface: Celsius | null
  /** Wall time of that value. */
  readonly at: number | null
  /** `surface` smoothed over about a second, so that noise decides nothing. */
  readonly smooth: number | null
  readonly problem: ReadingProblem | null
  /** What the last jump was, in kelvin. */
  readonly jump: number
  /** Until then a sensor that jumped, fell silent or spoke nonsense is not believed again. */
  readonly doubtUntil: number
  /** Watts into the zone as the device measures them; null when it cannot tell. */
  readonly power: number | null
  /** Temperature at a probe in what is cooked; only control and screens use it, no law rests on it. */
  readonly probe: Celsius | null
  readonly commanded: number
  readonly pan: PanPresence
  readonly panChangedAt: number | null
  readonly flags: readonly DeviceFlag[]
}

type ReadingProblem = 'sensor-missing' | 'sensor-range' | 'sensor-jump'

export const NO_READING: Reading = {
  surface: null,
  at: null,
  smooth: null,
  problem: 'sensor-missing',
  jump: 0,
  doubtUntil: 0,
  power: null,
  probe: null,
  commanded: 0,
  pan: 'unknown',
  panChangedAt: null,
  flags: [],
}

/** No kitchen is colder, no cooking surface that we drive is hotter (radiant glass ends near 550 °C). */
const LOWEST = -40
const HIGHEST = 600
/** What noise and a splash may do at once, in kelvin. */
const JUMP_FLOOR = 10
/**
 * The fastest a sensor can rise by heat, in kelvin per second of the physics: a dry 1 mm steel pan (4 kJ/m²K) under
 * 10 W/cm² gains some 25 K/s on itself, a sensor below the glass shows a quarter of it.
 */
const FASTEST_RISE = 6.5
/** Cold water on a dry hot pan takes its base down by some 100 K in a second or two (film, then nucleate boiling). */
const FASTEST_FALL = 60
/** A pan put down or lifted changes what the sensor touches: the step that follows is no fault of the sensor. */
const PAN_SETTLES = 2000
const DOUBT = 1000
const SMOOTHING = 1000

/**
 * Whether a step in kelvin within `elapsed` ms of wall time is more than heat and cold can do, on physics that runs
 * `speed` times faster.
 */
function isJump(step: number, elapsed: number, speed: number): boolean {
  const fastest = step > 0 ? FASTEST_RISE : FASTEST_FALL
  return Math.abs(step) > JUMP_FLOOR + (fastest * speed * Math.max(0, elapsed)) / 1000
}

function inRange(value: number, zone: ZoneDescription): boolean {
  return value >= LOWEST && value <= Math.max(HIGHEST, zone.maxSurface + 50)
}

/** Takes one zone's part of a fresh report in. A part that is missing from the report is a missing reading. */
export function read(
  before: Reading,
  now: ZoneReading | undefined,
  at: number,
  zone: ZoneDescription,
  speed: number,
  period: number,
): Reading {
  // One good value after nonsense proves nothing: a slow device must give two.
  const doubtUntil = at + Math.max(DOUBT, 2 * period)
  if (now === undefined) return { ...before, problem: 'sensor-missing', doubtUntil, power: null }
  const panChanged = before.at !== null && now.pan !== before.pan
  const panChangedAt = panChanged ? at : before.panChangedAt
  const base = {
    power: Number.isFinite(now.power) ? now.power : null,
    probe: now.probe !== null && inRange(now.probe, zone) ? now.probe : null,
    commanded: Number.isFinite(now.commanded) ? now.commanded : 0,
    pan: now.pan,
    panChangedAt,
    flags: now.flags,
  }
  const doubt = (problem: ReadingProblem): Reading => ({
    ...before,
    ...base,
    problem,
    doubtUntil,
  })
  const value = now.surface
  const nonsense = now.power !== null && base.power === null
  if (value === null || Number.isNaN(value) || now.flags.includes('sensor-open') || nonsense) {
    return doubt('sensor-missing')
  }
  if (!inRange(value, zone) || now.flags.includes('sensor-range')) return doubt('sensor-range')

  const elapsed = before.at === null ? 0 : at - before.at
  const step = before.surface === null || before.at === null ? 0 : value - before.surface
  // The sensor may feel a pan before the zone believes in it, so nothing is asked while none is seen.
  const settling = now.pan === 'absent' || (panChangedAt !== null && at - panChangedAt <= PAN_SETTLES)
  const jumped = !settling && isJump(step, elapsed, speed)
  const follow = jumped || settling || before.smooth === null ? 1 : 1 - Math.exp(-elapsed / SMOOTHING)
  const from = before.smooth ?? value
  return {
    ...base,
    surface: value,
    at,
    smooth: from + (value - from) * follow,
    problem: jumped ? 'sensor-jump' : null,
    jump: jumped ? step : before.jump,
    doubtUntil: jumped ? doubtUntil : before.doubtUntil,
  }
}

/** Whether heat may rest on this reading; the age of the report is judged apart (link.ts). */
export function believable(reading: Reading, at: number): boolean {
  return reading.problem === null && reading.surface !== null && at >= reading.doubtUntil
}

export function panJustChanged(reading: Reading, at: number): boolean {
  return reading.panChangedAt === at
}
