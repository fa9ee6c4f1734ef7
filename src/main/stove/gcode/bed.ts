import type { DeviceFlag, StoveDescription } from '#core/stove/stove.ts'
import { celsius, watts, type Celsius } from '#core/units/quantities.ts'
import type { Hotplate, HotplateReading } from '../hotplate/hotplate.ts'
import { TEMPERATURES, type GcodeChannel } from './channel.ts'
import type { BedReport } from './temperatures.ts'

/** Marlin prints a target with one or two digits after the point. */
const ROUNDING = 0.6
/** So many times off is said and not acknowledged, then the emergency stop: it needs a hand to end, and heat does not wait. */
const OFF_TRIES = 3

/** What was heard since it was last asked for. */
export interface Heard {
  bed: BedReport | null
  flags: readonly DeviceFlag[]
}

/** The bed of a Marlin on a channel that was opened. */
export class MarlinBed implements Hotplate {
  readonly description: StoveDescription
  readonly hottest: Celsius
  readonly #channel: GcodeChannel
  readonly #heard: Heard
  /** W; null when nobody told. */
  readonly #rated: number | null
  #setpoint: number | null = null
  #offTries = 0

  constructor(
    description: StoveDescription,
    hottest: number,
    rated: number | null,
    channel: GcodeChannel,
    heard: Heard,
  ) {
    this.description = description
    this.hottest = celsius(hottest)
    this.#rated = rated
    this.#channel = channel
    this.#heard = heard
  }

  async off(): Promise<boolean> {
    this.#setpoint = null
    const taken = await this.#channel.urgent('M140 S0')
    const report = taken ? await this.#ask() : null
    const off = report?.target === 0
    this.#offTries = off ? 0 : this.#offTries + 1
    if (this.#offTries >= OFF_TRIES) this.#channel.raw('M112')
    return off
  }

  async hold(setpoint: Celsius, wanted: () => boolean): Promise<boolean> {
    if (this.#setpoint === setpoint) return true
    if (!wanted() || !(await this.#channel.send(`M140 S${setpoint.toFixed(1)}`))) return false
    const report = await this.#ask()
    if (!wanted() || report === null || !near(report.target, setpoint)) return false
    this.#setpoint = setpoint
    return true
  }

  async read(): Promise<HotplateReading | null> {
    const report = await this.#ask()
    const flags = this.#heard.flags
    this.#heard.flags = []
    // A machine that has halted tells why, once, and nothing any more.
    if (report === null && flags.length === 0) return null
    const obeys = report !== null && (this.#setpoint === null || near(report.target, this.#setpoint))
    if (!obeys) this.#setpoint = null
    const power = report?.share == null || this.#rated === null ? null : watts(report.share * this.#rated)
    return {
      surface: report === null ? null : celsius(report.celsius),
      probe: null,
      power,
      flags,
      obeys,
    }
  }

  /** Each answer belongs to the question before it: how old it is, is known. */
  async #ask(): Promise<BedReport | null> {
    this.#heard.bed = null
    const answered = await this.#channel.send('M105', TEMPERATURES)
    return answered ? this.#heard.bed : null
  }
}

function near(target: number, setpoint: number): boolean {
  return Math.abs(target - setpoint) <= ROUNDING
}
