import type { HeatAnswer, HeatRequest } from '#core/safety/request.ts'
import type { SafetyView } from '#core/safety/view.ts'
import type { ZoneTarget } from '#core/stove/stove.ts'
import { celsius, watts } from '#core/units/quantities.ts'
import type { ConnectionState, FromSupervisor } from '#main/supervisor/protocol.ts'
import { SupervisorRunner } from '#main/supervisor/runner.ts'
import { FakeStoves } from './fake-stoves.ts'
import { HandClock } from './hand-clock.ts'

/** A runner on a bench: hand clock, fake stoves, and everything it tells the kitchen. */
export class BenchKitchen {
  readonly clock = new HandClock()
  readonly stoves = new FakeStoves()
  readonly told: FromSupervisor[] = []
  readonly runner: SupervisorRunner
  /** The stove reports, and the display shows STOP. */
  alive = true
  #asked = 0

  constructor() {
    this.runner = new SupervisorRunner({
      open: this.stoves.open,
      clock: this.clock,
      send: (message) => this.told.push(message),
    })
    this.clock.every(100, () => {
      if (!this.alive) return
      this.stoves.connections.at(-1)?.report(this.clock.now() - 1_600_000_000_000)
      this.runner.receive({ type: 'display-beat', display: 'hob', touched: true })
    })
  }

  static async ready(): Promise<BenchKitchen> {
    const kitchen = new BenchKitchen()
    kitchen.runner.receive({
      type: 'configure',
      settings: {
        circuit: watts(3680),
        externalCutOff: false,
        residual: [],
        remembered: null,
        boiling: celsius(100),
      },
    })
    kitchen.runner.receive({ type: 'log-state', writable: true })
    kitchen.runner.receive({ type: 'connect', address: 'serial:/dev/stove' })
    await kitchen.clock.pass(500)
    return kitchen
  }

  get view(): SafetyView {
    const last = this.told.findLast((message) => message.type === 'view' || message.type === 'report')
    if (last === undefined || (last.type !== 'view' && last.type !== 'report')) throw new Error('no view yet')
    return last.view
  }

  get states(): readonly ConnectionState[] {
    return this.told.flatMap((message) => (message.type === 'connection' ? [message.state] : []))
  }

  touch(target: ZoneTarget, zone = 0): HeatAnswer | undefined {
    const id = ++this.#asked
    const request: HeatRequest = {
      zone,
      target,
      origin: 'display',
      by: 'hob',
      touch: { zone, target, at: this.clock.now() },
    }
    this.runner.receive({ type: 'request', id, request })
    const answer = this.told.findLast((message) => message.type === 'answer')
    return answer?.type === 'answer' && answer.id === id ? answer.answer : undefined
  }
}
