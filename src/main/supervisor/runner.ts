import type { SafetyCommand } from '#core/safety/command.ts'
import type { SafetyHappening } from '#core/safety/event.ts'
import type { Fault } from '#core/safety/fault.ts'
import { TICK } from '#core/safety/lease.ts'
import { periodOf } from '#core/safety/link.ts'
import { anyOn, initialState, type SafetyState } from '#core/safety/state.ts'
import { step } from '#core/safety/supervisor.ts'
import { view } from '#core/safety/to-view.ts'
import type { Milliseconds } from '#core/units/quantities.ts'
import type { OpenStove, StoveEvent } from '#main/stove/stove.ts'
import { Line } from './line.ts'
import type { FromSupervisor, ToSupervisor } from './protocol.ts'
import type { SupervisorClock } from './steady-clock.ts'

export interface RunnerOptions {
  readonly open: OpenStove
  readonly clock: SupervisorClock
  readonly send: (message: FromSupervisor) => void
  /** Faults that were latched when the supervisor before this one ended: they stay latched. */
  readonly faults?: readonly Fault[]
}

/** A line that is open but silent is given up after so long, and opened again; a slow device gets three periods. */
const SILENT = 5000

/** Drives core/safety: feeds it events with the time, does at once what it commands, tells the kitchen the rest. */
export class SupervisorRunner {
  readonly #clock: SupervisorClock
  readonly #send: (message: FromSupervisor) => void
  readonly #line: Line
  readonly #stopTicking: () => void
  #state: SafetyState
  #told = ''
  #heardAt = 0
  #closing: Promise<void> | null = null

  constructor({ open, clock, send, faults = [] }: RunnerOptions) {
    this.#clock = clock
    this.#send = send
    this.#state = initialState(clock.now(true), faults)
    this.#line = new Line(open, clock, {
      connected: (stove) => {
        this.#heardAt = this.#now()
        this.#happen({ type: 'connected', stove })
      },
      event: (event) => this.#hear(event),
      lost: (reason) => this.#happen({ type: 'lost', reason }),
      state: (state) => send({ type: 'connection', state }),
      now: () => this.#now(),
    })
    this.#stopTicking = clock.every(TICK, () => this.#tick())
    this.#tellView()
  }

  receive(message: ToSupervisor): void {
    if (this.#closing !== null) return
    switch (message.type) {
      case 'connect':
        this.#endConnection()
        this.#line.connect(message.address)
        return
      case 'disconnect':
        this.#endConnection()
        void this.#line.disconnect()
        return
      case 'close':
        void this.close()
        return
      case 'ping':
        this.#send({ type: 'pong' })
        return
      case 'request': {
        const { request } = message
        const touch =
          request.touch === null ? null : { ...request.touch, at: this.#clock.fromWall(request.touch.at) }
        this.#happen({ ...message, request: { ...request, touch } })
        return
      }
      case 'stop':
      case 'answer-question':
      case 'acknowledge':
      case 'display-beat':
      case 'envelope':
      case 'log-state':
      case 'configure':
      case 'lock':
        this.#happen(message)
    }
  }

  /** Off, and the line given back. Idempotent. */
  close(): Promise<void> {
    if (this.#closing === null) {
      this.#endConnection()
      this.#stopTicking()
      this.#closing = this.#line.disconnect()
    }
    return this.#closing
  }

  #now(): Milliseconds {
    return this.#clock.now(!anyOn(this.#state))
  }

  /** Whoever changes the line wants it off first; that is no fault. */
  #endConnection(): void {
    this.#happen({ type: 'stop', zone: null, by: 'kitchen' })
    if (this.#state.connected) this.#happen({ type: 'lost', reason: 'disconnected' })
  }

  #tick(): void {
    this.#happen({ type: 'tick' })
    const { stove } = this.#line
    if (stove === null) return
    const patience = Math.max(SILENT, 3 * periodOf(stove.description.reportPeriod))
    if (this.#now() - this.#heardAt > patience) this.#line.giveUp()
  }

  #hear(event: Exclude<StoveEvent, { type: 'lost' }>): void {
    if (event.type === 'thermal') {
      this.#send({ type: 'thermal', at: this.#now(), frame: event.frame })
      return
    }
    this.#heardAt = this.#now()
    const at = this.#step({ type: 'report', report: event.report })
    const told = view(this.#state)
    this.#told = JSON.stringify(told)
    this.#send({ type: 'report', at, report: event.report, view: told })
  }

  #happen(happening: SafetyHappening): void {
    this.#step(happening)
    this.#tellView()
  }

  #step(happening: SafetyHappening): Milliseconds {
    const at = this.#now()
    try {
      const { state, commands } = step(this.#state, { ...happening, at })
      this.#state = state
      for (const command of commands) this.#do(command)
    } catch (error) {
      // A supervisor that fails must not leave heat behind. Its process ends with this, and with it the lease.
      this.#line.stove?.off()
      throw error
    }
    return at
  }

  #do(command: SafetyCommand): void {
    switch (command.type) {
      case 'off':
        this.#line.stove?.off()
        return
      case 'heat':
        this.#line.stove?.heat(command.demand, command.setpoints)
        return
      case 'log':
        this.#send({ type: 'log', entries: command.entries })
        return
      case 'answer':
        this.#send({ type: 'answer', id: command.id, answer: command.answer })
    }
  }

  #tellView(): void {
    const now = view(this.#state)
    const text = JSON.stringify(now)
    if (text === this.#told) return
    this.#told = text
    this.#send({ type: 'view', view: now })
  }
}
