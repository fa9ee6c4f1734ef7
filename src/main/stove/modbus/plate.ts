import type { StoveDescription } from '#core/stove/stove.ts'
import { celsius, watts, type Celsius } from '#core/units/quantities.ts'
import type { Hotplate, HotplateReading } from '../hotplate/hotplate.ts'
import type { Profile } from './profile.ts'
import { sightOf } from './readings.ts'
import { wordKey, type Words } from './register.ts'
import type { Answer, Request } from './request.ts'
import type { RtuLine } from './rtu-line.ts'
import { Setpoint } from './setpoint.ts'

/** So often is a question asked before its round is given up. */
const TRIES = 3
/** Exchanges about one setpoint at a time: read, write, read back, and one of each that was lost. */
const EXCHANGES = 6

/**
 * A plate under a Modbus controller, on a line over which it was found. A setpoint is written only when the device
 * holds another one, and heat is started only once the setpoint was read back.
 */
export class ModbusPlate implements Hotplate {
  readonly description: StoveDescription
  readonly hottest: Celsius
  readonly #line: RtuLine
  readonly #profile: Profile
  readonly #setpoint: Setpoint
  #wanted = false
  #lowering: Promise<unknown> | null = null
  /** As it was told or read last; null = not known. */
  #running: boolean | null = null

  constructor(description: StoveDescription, line: RtuLine, profile: Profile) {
    this.description = description
    this.hottest = celsius(description.zones[0]?.maxSurface ?? 0)
    this.#line = line
    this.#profile = profile
    this.#setpoint = new Setpoint(profile)
  }

  /** Setpoints that went out since it was opened: each may wear the device's memory. */
  get setpointWrites(): number {
    return this.#setpoint.writes
  }

  /** Stop, and the setpoint to its lowest; acknowledged when the stop is. */
  async off(): Promise<boolean> {
    this.#wanted = false
    const answer = await this.#line.urgent({ kind: 'write', ...this.#profile.stop })
    if (answer.kind !== 'ok') return false
    if (this.#wanted) return true
    this.#running = false
    void this.#lower()
    return true
  }

  /** Ends when nothing more is said about the setpoint of a plate that is off. */
  async lowered(): Promise<void> {
    await this.#lowering
  }

  async hold(setpoint: Celsius, wanted: () => boolean): Promise<boolean> {
    this.#wanted = true
    this.#setpoint.want(setpoint)
    if (!(await this.#settle(wanted)) || !wanted()) return false
    if (this.#running === true) return true
    const answer = await this.#line.ask({ kind: 'write', ...this.#profile.start })
    if (answer.kind !== 'ok') return false
    this.#running = true
    return true
  }

  async read(): Promise<HotplateReading | null> {
    const words = await this.#round()
    if (words === null) return null
    const rated = this.description.zones[0]?.maxPower ?? watts(0)
    const { surface, flags, setpoint, running, power } = sightOf(this.#profile, words, rated)
    this.#setpoint.read(setpoint)
    this.#running = running
    // Somebody started it at the device, or it was switched on again: it heats without a host.
    if (running === true && !this.#wanted) void this.off()
    if (running === false && !this.#wanted) void this.#lower()
    const obeys = this.#wanted ? running === true && this.#setpoint.settled : running === false
    return { surface, probe: null, power, flags, obeys }
  }

  /** Everything of one moment; null when a block of it was lost. */
  async #round(): Promise<Words | null> {
    const words = new Map<string, number>()
    for (const block of this.#profile.blocks) {
      const answer = await this.#insist({ kind: 'read', ...block })
      if (answer.kind === 'ok') {
        answer.words.forEach((word, at) => words.set(wordKey(block.function, block.address + at), word))
      } else if (answer.kind !== 'exception') return null
    }
    return words
  }

  async #insist(request: Request): Promise<Answer> {
    let answer = await this.#line.ask(request)
    for (let tries = 1; tries < TRIES && isLost(answer); tries++) answer = await this.#line.ask(request)
    return answer
  }

  async #settle(wanted: () => boolean): Promise<boolean> {
    for (let exchange = 0; exchange < EXCHANGES && wanted(); exchange++) {
      const request = this.#setpoint.next()
      if (request === null) break
      const answer = await this.#line.ask(request)
      this.#setpoint.take(request, answer)
      // What is lost on the way to off is said again with the next round.
      if (answer.kind === 'dropped' || (isLost(answer) && !this.#wanted)) return false
    }
    return this.#setpoint.settled
  }

  /** The setpoint of a plate that is off stands at its lowest: whoever starts it at the device heats nothing. */
  async #lower(): Promise<void> {
    this.#setpoint.want(null)
    this.#lowering ??= this.#settle(() => !this.#wanted)
    await this.#lowering
    this.#lowering = null
  }
}

function isLost({ kind }: Answer): boolean {
  return kind === 'silence' || kind === 'garbled'
}
