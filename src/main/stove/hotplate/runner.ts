import type { DeviceFlag } from '#core/stove/stove.ts'
import { celsius, milliseconds, watts, type Celsius, type Watts } from '#core/units/quantities.ts'
import type { Stove, StoveListener, StoveProblemCode } from '../stove.ts'
import type { ByteStream } from '../transport/stream.ts'
import type { Hotplate, HotplateReading } from './hotplate.ts'
import { sleep, type World } from './world.ts'

/** What somebody wants held. */
interface Order {
  readonly setpoint: Celsius
  readonly power: Watts
}

/** The driver's own lease: without a new demand for so long it says off by itself, whatever the device would do. */
const DEMAND_LIFE = 1000
/** A setpoint that moves with every reading is told in steps: no device holds its plate better, K. */
const STEP = 0.5
/** Off is said again after this, until the device acknowledges it. */
const OFF_AGAIN = 150
/** Without a sound answer for so long the line is given up; slow devices get four of their periods. */
const SILENCE = 3000
/** So many rounds in a row in which the device does not take what it is told: then it is broken. */
const TRIES = 3
/** How long closing waits for the acknowledgement of its off. */
const FAREWELL = 1000
const SEQUENCES = 65_536

/** Runs a hotplate as a stove: rounds of holding and reading, off past all of it. */
export class HotplateRunner implements Stove {
  readonly description: Stove['description']
  readonly #plate: Hotplate
  readonly #stream: ByteStream
  readonly #world: World
  readonly #listener: StoveListener
  readonly #startedAt: number
  #order: Order | null = null
  /** What the device has confirmed to hold; null when it confirmed off. */
  #held: Order | null = null
  #demandedAt = -Infinity
  #saysOff = false
  /** Nobody renewed the demand in time; until somebody says off nothing is held. */
  #expired = false
  #failures = 0
  #answeredAt: number
  #sequence = 0
  #over = false
  #hurry: () => void = () => {}
  #closing: Promise<void> | null = null

  constructor(plate: Hotplate, stream: ByteStream, world: World, listener: StoveListener) {
    this.description = plate.description
    this.#plate = plate
    this.#stream = stream
    this.#world = world
    this.#listener = listener
    this.#startedAt = world.clock()
    this.#answeredAt = this.#startedAt
    // Not before whoever opened it holds it.
    world.timer(() => void this.#run(), 0)
  }

  heat(demand: readonly Watts[], setpoints: readonly (Celsius | null)[] = []): void {
    if (demand.length !== 1) throw new RangeError(`${demand.length} powers were demanded of one zone`)
    if (this.#over || this.#expired) return
    this.#demandedAt = this.#world.clock()
    const setpoint = setpoints[0] ?? null
    const power = demand[0] ?? watts(0)
    if (setpoint === null || !(power > 0)) {
      this.#drop()
      return
    }
    const before = this.#order
    const asked = Math.round(setpoint / STEP) * STEP
    this.#order = { setpoint: celsius(Math.min(asked, this.#plate.hottest)), power }
    if (before?.setpoint !== this.#order.setpoint) this.#hurry()
    if (before === null) this.#watchDemand()
  }

  off(): void {
    this.#expired = false
    this.#order = null
    void this.#sayOff()
  }

  /** The line is gone, by its own word or by its silence. */
  lose(reason: StoveProblemCode, detail: string): void {
    if (this.#over) return
    this.#end()
    this.#listener({ type: 'lost', reason, detail })
    void this.#stream.close()
  }

  close(): Promise<void> {
    this.#closing ??= this.#goodbye()
    return this.#closing
  }

  async #goodbye(): Promise<void> {
    if (!this.#over) {
      this.#end()
      await Promise.race([this.#plate.off(), sleep(this.#world, FAREWELL)])
    }
    await this.#stream.close()
  }

  #end(): void {
    this.#over = true
    this.#order = null
    this.#hurry()
  }

  async #run(): Promise<void> {
    while (!this.#over) {
      const due = this.#world.clock() + this.description.reportPeriod
      await this.#round()
      const wait = due - this.#world.clock()
      if (!this.#over && wait > 0) await this.#pause(wait)
    }
  }

  /** Until the time is over or there is something new to say. */
  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#world.timer(resolve, ms)
      this.#hurry = () => {
        cancel()
        resolve()
      }
    })
  }

  async #round(): Promise<void> {
    const order = this.#order
    const took = order === null || this.#saysOff || (await this.#hold(order))
    const reading = await this.#plate.read()
    if (this.#over) return
    if (reading !== null) this.#report(reading, took)
    else if (this.#world.clock() - this.#answeredAt > Math.max(SILENCE, 4 * this.description.reportPeriod)) {
      void this.#plate.off()
      this.lose('silent', 'the device no longer answers')
    }
  }

  /** False when the device does not take what it is told. */
  async #hold(order: Order): Promise<boolean> {
    const wanted = (): boolean => this.#order !== null && !this.#saysOff && !this.#over
    const held = await this.#plate.hold(order.setpoint, wanted)
    if (!wanted()) return true
    if (held) this.#held = order
    return held
  }

  #report(reading: HotplateReading, took: boolean): void {
    this.#answeredAt = this.#world.clock()
    this.#failures = took && reading.obeys ? 0 : this.#failures + 1
    const flags: DeviceFlag[] = [...reading.flags]
    if (this.#expired && this.#held === null) flags.push('lease-expired')
    if (this.#failures >= TRIES) flags.push('hardware')
    const { surface, probe, power } = reading
    this.#listener({
      type: 'report',
      report: {
        sequence: this.#sequence,
        uptime: milliseconds(this.#answeredAt - this.#startedAt),
        zones: [{ surface, probe, power, commanded: this.#commanded(), pan: 'unknown', flags }],
      },
    })
    this.#sequence = (this.#sequence + 1) % SEQUENCES
  }

  /** What the device was told and has confirmed: the demand that goes with the setpoint that it holds. */
  #commanded(): Watts {
    if (this.#held === null) return watts(0)
    return this.#order?.power ?? this.#held.power
  }

  #drop(): void {
    if (this.#order === null) return
    this.#order = null
    void this.#sayOff()
  }

  async #sayOff(): Promise<void> {
    if (this.#saysOff || this.#over) return
    this.#saysOff = true
    while (!this.#over && !(await this.#plate.off())) await sleep(this.#world, OFF_AGAIN)
    this.#saysOff = false
    this.#held = null
    this.#failures = 0
    this.#hurry()
  }

  #watchDemand(): void {
    if (this.#order === null || this.#over) return
    const left = this.#demandedAt + DEMAND_LIFE - this.#world.clock()
    if (left > 0) {
      this.#world.timer(() => {
        this.#watchDemand()
      }, left)
      return
    }
    this.#expired = true
    this.#drop()
  }
}
