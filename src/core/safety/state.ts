import type { ControlState } from '../control/zone-control.ts'
import { CONTROL_START } from '../control/zone-control.ts'
import type { StoveDescription, ZoneDescription, ZoneTarget } from '../stove/stove.ts'
import { OFF } from '../stove/stove.ts'
import type { OnTimes } from './attendance.ts'
import { NO_CHATTER, type Chatter } from './chatter.ts'
import type { Fault } from './fault.ts'
import { NOT_FROZEN, type FrozenWatch } from './frozen.ts'
import { NO_LINK, type LinkWatch } from './link.ts'
import { NO_RISE_WATCH, type NoRiseWatch } from './no-rise.ts'
import type { Sent } from './obedience.ts'
import { NOT_COOLING, type CoolingWatch } from './off-must-cool.ts'
import { NO_READING, type Reading } from './readings.ts'
import type { StoredHeat } from './residual.ts'
import { NO_RUNAWAY, type RunawayWatch } from './runaway.ts'
import { UNSET, type EnvelopeZone, type SupervisorSettings } from './settings.ts'
import type { HeatQuestion } from './view.ts'

/** What the supervisor remembers of one zone. */
export interface ZoneState {
  readonly zone: ZoneDescription
  readonly target: ZoneTarget
  /** What its controller asks for, W, and what of it only keeps the temperature that there is. */
  readonly wanted: number
  readonly holds: number
  /** The surface temperature that a zone which regulates itself is to hold, °C; null for the others and while off. */
  readonly setpoint: number | null
  /** What was sent last, W. */
  readonly demand: number
  /** The circuit gives less than the controller wants (law 10). */
  readonly shared: boolean
  readonly control: ControlState
  readonly controlledAt: number | null
  readonly times: OnTimes | null
  /** Wall time of the last stop, fault or loss: touches made before it are spent. */
  readonly stoppedAt: number
  /** Wall time since which a zone that is on has no pan. */
  readonly absentSince: number | null
  readonly reading: Reading
  readonly frozen: FrozenWatch
  readonly cooling: CoolingWatch
  readonly noRise: NoRiseWatch
  readonly runaway: RunawayWatch
  readonly ignoredSince: number | null
  readonly stored: StoredHeat | null
}

/** Everything the supervisor knows: plain data, no clock, no randomness. */
export interface SafetyState {
  /** Wall time of the last event. */
  readonly now: number
  readonly connected: boolean
  /** The stove, or the last one after it was lost. */
  readonly stove: StoveDescription | null
  readonly zones: readonly ZoneState[]
  readonly link: LinkWatch
  readonly lastTick: number | null
  readonly lastHeat: number | null
  /** Wall time since which heat frames have gone out without a break. */
  readonly heatingSince: number | null
  readonly sent: readonly Sent[]
  readonly faults: readonly Fault[]
  readonly nextFault: number
  readonly questions: readonly HeatQuestion[]
  readonly nextQuestion: number
  readonly envelope: readonly EnvelopeZone[] | null
  readonly settings: SupervisorSettings
  readonly logWritable: boolean
  readonly locked: boolean
  readonly displaySeenAt: number | null
  /** Law 8: wall time at which a hand was last at the display. */
  readonly touchedAt: number
  readonly chatter: Chatter
}

/** Law 7: a supervisor begins with everything off and knows nothing; what it does not know forbids heat. */
export function initialState(at: number, faults: readonly Fault[] = []): SafetyState {
  return {
    now: at,
    connected: false,
    stove: null,
    zones: [],
    link: NO_LINK,
    lastTick: null,
    lastHeat: null,
    heatingSince: null,
    sent: [],
    faults,
    nextFault: Math.max(0, ...faults.map((fault) => fault.id)) + 1,
    questions: [],
    nextQuestion: 1,
    envelope: null,
    settings: UNSET,
    logWritable: false,
    locked: false,
    displaySeenAt: null,
    touchedAt: at,
    chatter: NO_CHATTER,
  }
}

/** A zone as it stands after a connection: off. What was hot stays hot. */
export function freshZone(zone: ZoneDescription, stored: StoredHeat | null, at: number): ZoneState {
  return {
    zone,
    target: OFF,
    wanted: 0,
    holds: 0,
    setpoint: null,
    demand: 0,
    shared: false,
    control: CONTROL_START,
    controlledAt: null,
    times: null,
    stoppedAt: at,
    absentSince: null,
    reading: NO_READING,
    frozen: NOT_FROZEN,
    cooling: NOT_COOLING,
    noRise: NO_RISE_WATCH,
    runaway: NO_RUNAWAY,
    ignoredSince: null,
    stored,
  }
}

export const isOn = (zone: ZoneState): boolean => zone.target.kind !== 'off'
export const anyOn = (state: SafetyState): boolean => state.zones.some(isOn)
