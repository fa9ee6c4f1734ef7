import { celsius, milliseconds, watts } from '../units/quantities.ts'
import type { ZoneId, ZoneTarget } from '../stove/stove.ts'
import { OFF } from '../stove/stove.ts'
import { CONTROL_START } from '../control/zone-control.ts'
import { keepTimes } from './attendance.ts'
import { hearChatter } from './chatter.ts'
import { shareCircuit } from './circuit.ts'
import type { SafetyCommand } from './command.ts'
import type { Finding } from './finding.ts'
import { hottestSurface } from './hottest.ts'
import { latch, forbids } from './latch.ts'
import { isLate } from './lease.ts'
import { periodOf } from './link.ts'
import type { LogEntry } from './log-entry.ts'
import { remember } from './obedience.ts'
import { withdraw } from './questions.ts'
import { anyOn, isOn, type SafetyState, type ZoneState } from './state.ts'

/**
 * One step in the making: the state so far and what is to be done. It lives within one call of `step` only; from
 * outside the supervisor stays a pure function.
 */
export class Work {
  state: SafetyState
  readonly at: number
  readonly commands: SafetyCommand[] = []
  readonly #entries: LogEntry[] = []
  /** Less heat than before: it goes out at once, not with the next renewal. */
  #urgent = false
  #off = false

  constructor(state: SafetyState, at: number) {
    this.state = { ...state, now: at }
    this.at = at
  }

  change(part: Partial<SafetyState>): void {
    this.state = { ...this.state, ...part }
  }

  changeZone(index: number, part: Partial<ZoneState>): void {
    this.change({
      zones: this.state.zones.map((zone, position) => (position === index ? { ...zone, ...part } : zone)),
    })
  }

  indexOf(zone: ZoneId): number {
    return this.state.zones.findIndex((entry) => entry.zone.id === zone)
  }

  note(kind: LogEntry['kind'], zone: ZoneId | null, by: string, details: LogEntry['details'] = {}): void {
    this.#entries.push({ at: milliseconds(this.at), kind, zone, by, details })
  }

  /** An order that changed nothing. */
  noteInVain(
    kind: LogEntry['kind'],
    zone: ZoneId | null,
    by: string,
    details: LogEntry['details'] = {},
  ): void {
    const { chatter, write, before } = hearChatter(this.state.chatter, this.at)
    this.change({ chatter })
    if (write) this.note(kind, zone, by, before === 0 ? details : { ...details, unwritten: before })
  }

  /** Everything off, whatever it was; the command goes out even when all is off already. */
  allOff(by: string, details: LogEntry['details'] = {}): void {
    if (anyOn(this.state)) this.note('off', null, by, details)
    else if (by !== SUPERVISOR) this.noteInVain('off', null, by, details)
    this.change({ zones: this.state.zones.map((zone) => this.#offZone(zone)) })
    this.#off = true
  }

  zoneOff(index: number, by: string, details: LogEntry['details'] = {}): void {
    const zone = this.state.zones[index]
    if (zone === undefined) return
    if (isOn(zone)) this.note('off', zone.zone.id, by, details)
    else if (by !== SUPERVISOR) this.noteInVain('off', zone.zone.id, by, details)
    this.changeZone(index, this.#offZone(zone))
    this.#urgent = true
  }

  setTarget(index: number, target: ZoneTarget, byHand: boolean): void {
    const zone = this.state.zones[index]
    if (zone === undefined) return
    this.changeZone(index, {
      target,
      times: keepTimes(zone.times, target, byHand, this.at),
      ...this.#atMost(zone, target),
    })
  }

  /** Less heat does not wait for the next report, which a slow device makes after seconds. */
  #atMost({ zone, wanted, demand, setpoint }: ZoneState, target: ZoneTarget): Partial<ZoneState> {
    const most = target.kind === 'power' ? target.share * zone.maxPower : zone.maxPower
    const hottest = hottestSurface(target, zone, this.state.settings.boiling)
    const lower = hottest !== null && setpoint !== null && setpoint > hottest
    if (demand > most || lower) this.#urgent = true
    return {
      wanted: Math.min(wanted, most),
      demand: Math.min(demand, Math.floor(most)),
      setpoint: lower ? hottest : setpoint,
    }
  }

  get #period(): number {
    return periodOf(this.state.stove?.reportPeriod ?? 0)
  }

  /** Latches a fault and turns off what it concerns. */
  fault(finding: Finding): void {
    const { faults, isNew } = latch(this.state.faults, this.state.nextFault, finding, this.at)
    this.change({ faults, nextFault: this.state.nextFault + (isNew ? 1 : 0) })
    if (isNew) this.note('fault', finding.zone, SUPERVISOR, { code: finding.code, ...finding.figures })
    if (finding.zone === null) {
      this.change({ questions: withdraw(this.state.questions, null) })
      if (isNew || anyOn(this.state)) this.allOff(SUPERVISOR, { code: finding.code })
      return
    }
    const index = this.indexOf(finding.zone)
    this.change({ questions: withdraw(this.state.questions, finding.zone) })
    const zone = this.state.zones[index]
    if (zone !== undefined && (isNew || isOn(zone) || zone.demand > 0)) {
      this.zoneOff(index, SUPERVISOR, { code: finding.code })
    }
  }

  /** Sends off again, for a device that has not understood. */
  repeatOff(): void {
    this.#off = true
  }

  /** Sends what was lowered at once. */
  hurry(): void {
    this.#urgent = true
  }

  /** What the controllers want, brought under one circuit (law 10). */
  share(): void {
    const { zones, settings, faults } = this.state
    const wanted = zones.map((zone) => (isOn(zone) && !forbids(faults, zone.zone.id) ? zone.wanted : 0))
    const given = shareCircuit(
      zones.map(({ zone, holds, demand }, index) => ({
        watts: Math.min(wanted[index] ?? 0, zone.maxPower),
        holds: Math.min(holds, zone.maxPower),
        // A zone that regulates itself takes all of its power or none.
        whole: zone.sets === 'setpoint',
        has: demand > 0,
      })),
      settings.circuit ?? 0,
    )
    this.change({
      zones: zones.map((zone, index) => {
        const demand = given[index] ?? 0
        return { ...zone, demand, shared: demand < Math.floor(wanted[index] ?? 0) }
      }),
    })
  }

  /** A heat frame with the demand as it stands: it renews the lease of every zone. */
  #renew(): void {
    const demand = this.state.zones.map((zone) => zone.demand)
    const setpoints = this.state.zones.map(({ demand: power, setpoint }) =>
      power > 0 && setpoint !== null ? celsius(setpoint) : null,
    )
    this.commands.push({ type: 'heat', demand: demand.map(watts), setpoints })
    this.change({
      lastHeat: this.at,
      heatingSince: this.state.heatingSince ?? this.at,
      sent: remember(this.state.sent, demand, this.#period, this.at),
    })
  }

  /** Ends the step. `due` = a renewal may go out now. */
  finish(due: boolean): { readonly state: SafetyState; readonly commands: readonly SafetyCommand[] } {
    const { state } = this
    const heats = state.connected && anyOn(state) && !isLate(state.lastTick, this.at)
    if (this.#off || ((this.#urgent || !heats) && state.heatingSince !== null && !anyOn(state))) {
      this.commands.unshift({ type: 'off' })
      this.change({
        heatingSince: null,
        lastHeat: null,
        sent: remember(
          state.sent,
          state.zones.map(() => 0),
          this.#period,
          this.at,
        ),
      })
    } else if (heats && (due || this.#urgent)) {
      this.#renew()
    }
    if (this.#entries.length > 0) this.commands.push({ type: 'log', entries: this.#entries })
    return { state: this.state, commands: this.commands }
  }

  #offZone(zone: ZoneState): ZoneState {
    return {
      ...zone,
      target: OFF,
      wanted: 0,
      holds: 0,
      setpoint: null,
      demand: 0,
      shared: false,
      control: CONTROL_START,
      controlledAt: null,
      times: null,
      absentSince: null,
      stoppedAt: this.at,
    }
  }
}

/** Name of the supervisor itself in the log. */
export const SUPERVISOR = 'supervisor'
