import { OFF, type ZoneTarget } from '../stove/stove.ts'
import { celsius } from '../units/quantities.ts'
import { NOTHING, type Envelope } from './envelope.ts'
import type { PlannedPhase, ProgramPlan } from './plan.ts'

/** Why a program stands still. Texts under `program.paused.<kind>`. */
export type ProgramPause =
  /** A hand on STOP, or a law that turned the zone off without a fault. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'fault'; readonly code: string }
  | { readonly kind: 'refused'; readonly code: string }
  /** Law 7: taken up after a crash or a power cut. */
  | { readonly kind: 'recovered' }

/** A technique on one zone, as plain data. All times are milliseconds on the cook's clock. */
export interface ProgramState {
  readonly plan: ProgramPlan
  /** new: not started. waiting: it begins at `startsAt`. ended: over, the zone is left off. */
  readonly status: 'new' | 'waiting' | 'running' | 'paused' | 'ended'
  readonly pausedBy: ProgramPause | null
  /** When it is to begin; null = at once. */
  readonly startsAt: number | null
  readonly phaseIndex: number
  readonly phaseStartedAt: number
  /** Time that the phase has run, up to `countedAt`. */
  readonly elapsed: number
  /** The newest instant this program has seen. */
  readonly countedAt: number
  /** The end of the phase is reached, the cook's word is awaited. */
  readonly phaseDone: boolean
  /** Where a ramp begins: the setpoint that stood before. */
  readonly rampFrom: number | null
  /** What was wished last. */
  readonly target: ZoneTarget
  /**
   * How the zone stands to that. sent: no answer yet. set: the stove follows. awaiting: a hand must touch the display
   * (law 6). overridden: a hand has set something else since; it stays so until the next phase.
   */
  readonly standing: 'none' | 'sent' | 'set' | 'awaiting' | 'overridden'
  /** Off after its last phase; or kept as it is, for the next step of a recipe to go on from. */
  readonly atEnd: 'off' | 'keep'
  /** The most that a hand has accepted of this zone. */
  readonly accepted: Envelope
}

export function newProgram(
  plan: ProgramPlan,
  at: number,
  { startsAt = null, atEnd = 'off' }: { startsAt?: number | null; atEnd?: 'off' | 'keep' } = {},
): ProgramState {
  return {
    plan,
    status: 'new',
    pausedBy: null,
    startsAt,
    phaseIndex: 0,
    phaseStartedAt: at,
    elapsed: 0,
    countedAt: at,
    phaseDone: false,
    rampFrom: null,
    target: OFF,
    standing: 'none',
    atEnd,
    accepted: NOTHING,
  }
}

export function phaseOf({ plan, phaseIndex }: ProgramState): PlannedPhase {
  const phase = plan.phases[phaseIndex]
  if (phase === undefined) throw new RangeError(`no phase ${phaseIndex} in ${plan.technique.id}`)
  return phase
}

/** Its time runs: it is on, and no hand is waited for. */
export const isCounting = ({ status, standing }: ProgramState): boolean =>
  status === 'running' && standing !== 'awaiting' && standing !== 'sent'

/** A ramp moves its setpoint in steps of this many kelvin: finer ones no pan could follow. */
const RAMP_STEP = 1

/** What the phase asks of the zone now: its target, or how far the ramp has come to it. */
export function askedOf(state: ProgramState): ZoneTarget {
  const { target, ramp } = phaseOf(state)
  if (ramp === null || state.rampFrom === null) return target
  if (target.kind !== 'temperature' && target.kind !== 'liquid') return target
  const moved = Math.floor((ramp * state.elapsed) / 60_000 / RAMP_STEP) * RAMP_STEP
  const way = target.celsius - state.rampFrom
  return Math.abs(way) <= moved
    ? target
    : { kind: target.kind, celsius: celsius(state.rampFrom + Math.sign(way) * moved) }
}
