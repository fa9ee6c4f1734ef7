import type { StoveReport } from '#core/stove/stove.ts'
import { celsius, milliseconds, watts } from '#core/units/quantities.ts'
import type { OpenStove, Stove, StoveListener, StoveOpening, StoveProblemCode } from '#main/stove/stove.ts'
import { describeStove } from '../../../core/safety/support/toy-stove.ts'

export type Said = 'off' | 'close' | readonly number[]

/** One connection, and everything that was said on it. */
export class FakeConnection {
  readonly said: Said[] = []
  readonly stove: Stove
  readonly listener: StoveListener
  /** What it does when it is closed; a driver that hangs never resolves. */
  closes: () => Promise<void> = () => Promise.resolve()
  #sequence = 0
  #demand: readonly number[] = [0, 0, 0]

  constructor(listener: StoveListener) {
    this.listener = listener
    this.stove = {
      description: describeStove(),
      heat: (demand) => {
        this.said.push([...demand])
        this.#demand = demand
      },
      off: () => {
        this.said.push('off')
        this.#demand = [0, 0, 0]
      },
      close: () => {
        this.said.push('close')
        return this.closes()
      },
    }
  }

  get heats(): readonly (readonly number[])[] {
    return this.said.filter((one): one is readonly number[] => typeof one !== 'string')
  }

  report(uptime: number): void {
    this.#sequence += 1
    const report: StoveReport = {
      sequence: this.#sequence,
      uptime: milliseconds(uptime),
      zones: this.#demand.map((power) => ({
        surface: celsius(25 + (this.#sequence % 4) / 10),
        probe: null,
        power: watts(power),
        commanded: watts(power),
        pan: 'present',
        flags: [],
      })),
    }
    this.listener({ type: 'report', report })
  }

  lose(reason: StoveProblemCode = 'unplugged'): void {
    this.listener({ type: 'lost', reason, detail: 'the cable was pulled' })
  }
}

/** Opens what the test lines up: a connection, a failure, or nothing for ever. */
export class FakeStoves {
  readonly connections: FakeConnection[] = []
  readonly addresses: string[] = []
  next: 'open' | 'fail' | 'hang' | 'throw' = 'open'

  get last(): FakeConnection {
    const last = this.connections.at(-1)
    if (last === undefined) throw new Error('nothing was opened')
    return last
  }

  readonly open: OpenStove = async (address, listener): Promise<StoveOpening> => {
    this.addresses.push(address)
    if (this.next === 'hang') return new Promise(() => {})
    if (this.next === 'throw') throw new Error('a driver with a bug')
    if (this.next === 'fail') return { kind: 'failed', reason: 'no-such-port', detail: address }
    const connection = new FakeConnection(listener)
    this.connections.push(connection)
    return { kind: 'open', stove: connection.stove }
  }
}
