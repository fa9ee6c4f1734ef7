import type { SafetyCommand } from '#core/safety/command.ts'
import type { SafetyHappening } from '#core/safety/event.ts'
import type { FaultCode } from '#core/safety/fault.ts'
import type { LogEntry } from '#core/safety/log-entry.ts'
import type { HeatAnswer, HeatRequest, Origin } from '#core/safety/request.ts'
import type { SupervisorSettings } from '#core/safety/settings.ts'
import { initialState, type SafetyState } from '#core/safety/state.ts'
import { step } from '#core/safety/supervisor.ts'
import { view } from '#core/safety/to-view.ts'
import type { SafetyView } from '#core/safety/view.ts'
import type { StoveDescription, StoveReport, ZoneReading, ZoneTarget } from '#core/stove/stove.ts'
import { celsius, milliseconds, watts } from '#core/units/quantities.ts'
import { describeStove, ToyStove } from './toy-stove.ts'

export const power = (share: number): ZoneTarget => ({ kind: 'power', share })
export const temperature = (value: number): ZoneTarget => ({ kind: 'temperature', celsius: celsius(value) })

export const liquid = (value: number): ZoneTarget => ({ kind: 'liquid', celsius: celsius(value) })
export const simmer = (vigour: number): ZoneTarget => ({ kind: 'simmer', vigour })

export const SETTINGS: SupervisorSettings = {
  circuit: watts(3680),
  externalCutOff: false,
  residual: [],
  remembered: null,
  boiling: celsius(100),
}

/** What hangs on the supervisor's line. */
export interface Device {
  readonly description: StoveDescription
  hear(command: Heard): void
  /** Wall milliseconds go by. */
  pass(ms: number): void
  /** Null = it has nothing to say yet. */
  report(): StoveReport | null
}

/** The part of what a supervisor commands that reaches a device. */
export type Heard = Extract<SafetyCommand, { readonly type: 'off' | 'heat' }>

/** A supervisor, a toy stove on its line and a display beside it, on a clock of their own. */
export class KitchenRig<Stove extends Device = ToyStove> {
  at = 1_700_000_000_000
  state: SafetyState
  readonly toy: Stove
  /** A display shows STOP and proves it. */
  display = true
  /** A hand is at the display with each proof. */
  attended = false
  /** The cable is in. */
  plugged = true
  /** Changes a report on its way. */
  tamper: (report: StoveReport) => StoveReport | null = (report) => report
  readonly sent: SafetyCommand[] = []
  readonly log: LogEntry[] = []
  #answer: HeatAnswer | null = null
  #nextBeat = 0

  constructor(stove: Stove) {
    this.state = initialState(this.at)
    this.toy = stove
  }

  static bare(change: Partial<StoveDescription> = {}, zones = 3): KitchenRig {
    return new KitchenRig(new ToyStove(describeStove(change, zones)))
  }

  /** Everything is as it should be, nothing is on. */
  static ready(change: Partial<StoveDescription> = {}, zones = 3): KitchenRig {
    return KitchenRig.bare(change, zones).prepare()
  }

  prepare(): this {
    this.happen({ type: 'configure', settings: SETTINGS })
    this.happen({ type: 'log-state', writable: true })
    this.connect()
    this.run(1000)
    return this
  }

  get view(): SafetyView {
    return view(this.state)
  }

  get faults(): readonly FaultCode[] {
    return this.state.faults.map((fault) => fault.code)
  }

  demand(zone = 0): number {
    return this.state.zones[zone]?.demand ?? 0
  }

  target(zone = 0): ZoneTarget | undefined {
    return this.state.zones[zone]?.target
  }

  connect(): void {
    this.happen({ type: 'connected', stove: this.toy.description })
  }

  /** One event now; what it commands reaches the toy at once, as long as the cable is in. */
  happen(happening: SafetyHappening): readonly SafetyCommand[] {
    const { state, commands } = step(this.state, { ...happening, at: milliseconds(this.at) })
    this.state = state
    for (const command of commands) {
      this.sent.push(command)
      if (command.type === 'log') this.log.push(...command.entries)
      else if (command.type === 'answer') this.#answer = command.answer
      else if (this.plugged) this.toy.hear(command)
    }
    return commands
  }

  /** Time goes on in steps of 100 ms: the toy reports, the display proves itself, the supervisor ticks. */
  run(ms: number, each: () => void = () => {}): void {
    for (let left = ms; left > 0; left -= 100) {
      this.at += 100
      this.toy.pass(100)
      each()
      const made = this.plugged ? this.toy.report() : null
      const report = made === null ? null : this.tamper(made)
      if (report !== null) this.happen({ type: 'report', report })
      if (this.display && this.at >= this.#nextBeat) {
        this.#nextBeat = this.at + 2000
        this.happen({ type: 'display-beat', display: 'hob', touched: this.attended })
      }
      this.happen({ type: 'tick' })
    }
  }

  ask(request: Partial<HeatRequest> & { readonly target: ZoneTarget }): HeatAnswer {
    this.#answer = null
    const full: HeatRequest = { zone: 0, origin: 'display', by: 'hob', touch: null, ...request }
    this.happen({ type: 'request', id: 1, request: full })
    if (this.#answer === null) throw new Error('the supervisor did not answer')
    return this.#answer
  }

  /** A finger at the stove's own display. */
  touch(target: ZoneTarget, zone = 0): HeatAnswer {
    return this.ask({ zone, target, touch: { zone, target, at: milliseconds(this.at) } })
  }

  from(origin: Origin, target: ZoneTarget, zone = 0): HeatAnswer {
    return this.ask({ zone, target, origin, by: origin })
  }

  stop(zone: number | null = null): readonly SafetyCommand[] {
    return this.happen({ type: 'stop', zone, by: 'hob' })
  }

  acknowledgeAll(): void {
    for (const fault of this.state.faults) {
      this.happen({ type: 'acknowledge', fault: fault.id, by: 'hob' })
    }
  }

  /** Reports with one zone changed. */
  spoil(zone: number, change: (reading: ZoneReading) => ZoneReading): void {
    this.tamper = (report) => ({
      ...report,
      zones: report.zones.map((reading, index) => (index === zone ? change(reading) : reading)),
    })
  }
}

export const heats = (commands: readonly SafetyCommand[]): readonly (readonly number[])[] =>
  commands.flatMap((command) => (command.type === 'heat' ? [command.demand] : []))

export const offs = (commands: readonly SafetyCommand[]): number =>
  commands.filter((command) => command.type === 'off').length
