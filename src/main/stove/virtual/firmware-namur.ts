import type { Milliseconds } from '#core/units/quantities.ts'
import { LineReader } from '../hotplate/line-reader.ts'
import { virtualName } from '../hotplate/virtual-name.ts'
import type { Firmware, FirmwareNews, FirmwareOf } from './firmware.ts'
import { Heater, type HeaterState } from './heater.ts'
import type { HobPlant } from './hob-plant.ts'

const BAUD = 9600
const LONGEST_LINE = 80

/** What all of these firmwares share: lines in, lines out, one heater. */
abstract class NamurFirmware implements Firmware {
  readonly nextDue = Infinity
  leaseExpired = false
  protected readonly heater: Heater
  protected readonly tell: (news: FirmwareNews) => void
  protected now: number
  protected state: HeaterState
  /** Set temperature, C; the heater follows it only once it was started. */
  protected set = 0
  protected started = false
  readonly #reader: LineReader
  #out: string[] = []

  constructor(heater: Heater, now: Milliseconds, tell: (news: FirmwareNews) => void) {
    this.heater = heater
    this.now = now
    this.tell = tell
    this.state = heater.step()
    this.#reader = new LineReader(LONGEST_LINE, (line) => {
      const [name = '', value] = line.split(/ +/)
      const answer = this.obey(name, value === undefined ? null : Number(value), line)
      if (answer !== null) this.#out.push(answer)
    })
  }

  receive(bytes: Uint8Array, now: Milliseconds): readonly Uint8Array[] {
    this.tick(now)
    this.#reader.push(bytes)
    const lines = this.#out
    this.#out = []
    return lines.map((line) => Buffer.from(`${line}\r\n`, 'latin1'))
  }

  tick(now: Milliseconds): readonly Uint8Array[] {
    this.now = now
    this.watch()
    this.heater.setpoint = this.started ? this.set : null
    this.state = this.heater.step()
    return []
  }

  /** The answer to a command; null = nothing is said, as to what the device does not know. */
  protected abstract obey(name: string, value: number | null, line: string): string | null
  protected abstract watch(): void

  protected stop(): void {
    this.started = false
    this.heater.off()
  }
}

/** IKA RCT digital, by the command table of its manual. It does not answer commands that set something. */
class IkaFirmware extends NamurFirmware {
  static readonly hottest = 310
  static readonly safety = 360
  readonly #name: string
  /** Wall time by which the watchdog wants to hear again, and its time, s. */
  #watchdog: { readonly until: number; readonly seconds: number } | null = null

  constructor(name: string, heater: Heater, now: Milliseconds, tell: (news: FirmwareNews) => void) {
    super(heater, now, tell)
    this.#name = name
  }

  protected watch(): void {
    if (this.#watchdog === null || this.now < this.#watchdog.until) return
    this.#watchdog = null
    // Er02: heat off, and off it stays until somebody clears it.
    this.leaseExpired = true
    this.stop()
  }

  protected obey(name: string, value: number | null, line: string): string | null {
    const timed = /^OUT_WD([12])@(\d{1,4})(?:\.0)?$/.exec(line)
    if (timed !== null) return this.#setWatchdog(timed[1] === '1', Number(timed[2]))
    switch (name) {
      case 'IN_NAME':
        return this.#name
      case 'IN_PV_1':
        return `${(this.state.probe ?? -83).toFixed(1)} 1`
      case 'IN_PV_2':
        return `${(this.state.surface ?? -83).toFixed(1)} 2`
      case 'IN_PV_4':
        return '0.0 4'
      case 'IN_SP_1':
        return `${this.set.toFixed(1)} 1`
      case 'IN_SP_3':
        return `${IkaFirmware.safety.toFixed(1)} 3`
      case 'OUT_SP_1':
        if (value !== null && value >= 0) this.set = Math.min(value, IkaFirmware.hottest)
        return null
      case 'START_1':
        this.started = !this.leaseExpired
        return null
      case 'STOP_1':
      case 'RESET':
        this.stop()
        if (name === 'RESET') this.leaseExpired = false
        this.tell({ event: 'off' })
        return null
      default:
        return null
    }
  }

  #setWatchdog(ends: boolean, seconds: number): string | null {
    if (seconds === 0) {
      this.#watchdog = null
      this.leaseExpired = false
      return '0'
    }
    if (seconds < 20 || seconds > 1500) return null
    // The second mode falls back to a low setpoint; nobody here uses it.
    this.#watchdog = ends ? { until: this.now + seconds * 1000, seconds } : null
    return `${seconds}`
  }
}

/** Heidolph MR Hei-Connect: repeats each command, and loses what comes too soon after another. */
class HeidolphFirmware extends NamurFirmware {
  static readonly hottest = 300
  /** The manual asks for 100 ms from command to command; some slack for the clocks of both sides. */
  static readonly tooSoon = 80
  readonly #name: string
  #saidAt = -Infinity
  #remote: 0 | 1 | 2 = 0

  constructor(name: string, heater: Heater, now: Milliseconds, tell: (news: FirmwareNews) => void) {
    super(heater, now, tell)
    this.#name = name
  }

  /** "PC Err" after ten seconds is only shown: the worst that the manual leaves open. */
  protected watch(): void {}

  protected obey(name: string, value: number | null): string | null {
    const pause = this.now - this.#saidAt
    this.#saidAt = this.now
    if (pause < HeidolphFirmware.tooSoon) return null
    switch (name) {
      case 'PA_NEW':
      case 'CC_ON':
      case 'CC_OFF':
        return name
      case 'SW_VERS':
        return `SW_VERS ${this.#name}`
      case 'IN_MODE_1':
        // The loop is on the plate, not on the external sensor.
        return 'IN_MODE_1 0'
      case 'STATUS':
        return `STATUS ${this.#remote}`
      case 'IN_PV_1':
      case 'IN_PV_2':
        return `${name} ${(this.state.probe ?? 999.9).toFixed(1)}`
      case 'IN_PV_3':
      case 'IN_PV_4':
        return `${name} ${(this.state.surface ?? 999.9).toFixed(1)}`
      case 'IN_SP_1':
        return `IN_SP_1 ${this.set.toFixed(1)}`
      case 'OUT_SP_1':
        if (value === null || !(value >= 0 && value <= HeidolphFirmware.hottest)) return null
        this.set = value
        return `OUT_SP_1 ${value.toFixed(1)}`
      case 'START_1':
        this.started = true
        this.#remote = 1
        return name
      case 'STOP_1':
      case 'RESET':
        this.stop()
        this.#remote = name === 'RESET' ? 0 : 2
        this.tell({ event: 'off' })
        return name
      default:
        return null
    }
  }
}

/** A stirrer with the same command set and no heat: the wrong device on the right line. */
class StirrerFirmware extends IkaFirmware {
  protected override obey(name: string, value: number | null, line: string): string | null {
    return name === 'IN_NAME' || name === 'IN_PV_4' ? super.obey(name, value, line) : null
  }
}

const named = (name: string, plant: HobPlant): string =>
  virtualName(name, plant.description.speed, plant.seed)

const MODELS: Readonly<
  Record<string, (plant: HobPlant, now: Milliseconds, tell: (news: FirmwareNews) => void) => Firmware>
> = {
  'ika-rct': (plant, now, tell) =>
    new IkaFirmware(named('RCT digital', plant), new Heater(plant, 600), now, tell),
  'heidolph-mr-hei': (plant, now, tell) =>
    new HeidolphFirmware(named('MR Hei', plant), new Heater(plant, 800), now, tell),
  eurostar: (plant, now, tell) =>
    new StirrerFirmware(named('EUROSTAR 60', plant), new Heater(plant, 0), now, tell),
}

export const namurFirmware: FirmwareOf = (model) => {
  const start = Object.hasOwn(MODELS, model ?? 'ika-rct') ? MODELS[model ?? 'ika-rct'] : undefined
  if (start !== undefined) return { kind: 'ok', zones: 1, baud: BAUD, start }
  const all = Object.keys(MODELS).join(', ')
  return { kind: 'bad', detail: `there is no namur emulator "${model ?? ''}"; there are: ${all}` }
}
