import type { Milliseconds } from '#core/units/quantities.ts'
import { LineReader } from '../hotplate/line-reader.ts'
import { virtualName } from '../hotplate/virtual-name.ts'
import type { Firmware, FirmwareNews, FirmwareOf } from './firmware.ts'
import { Heater, type HeaterState } from './heater.ts'
import type { HobPlant } from './hob-plant.ts'

const BAUD = 115_200
const LONGEST_LINE = 96
/** Marlin's usual limits of a bed, C: what is set stays 10 below the cut-off. */
const MAXTEMP = 150
const MINTEMP = 5
const OVERSHOOT = 10
/** WATCH_BED: so many kelvin within so many seconds of heating, or it stops for good. */
const WATCH = { rise: 2, seconds: 60, near: 5 } as const

/** The bed of a printer under Marlin 2.1, with nothing else of the printer. */
class MarlinFirmware implements Firmware {
  readonly leaseExpired = false
  readonly #heater: Heater
  readonly #plant: HobPlant
  readonly #name: string
  readonly #tell: (news: FirmwareNews) => void
  readonly #reader: LineReader
  #state: HeaterState
  #target = 0
  #number = 0
  /** It has stopped for good; only its reset button ends that. */
  #halted = false
  #autoEvery = 0
  #autoDue = Infinity
  /** M85: milliseconds without a move until it stops for good, 0 = never. */
  #idle = 0
  #idleDue = Infinity
  #watch: { readonly celsius: number; readonly until: number } | null = null
  #now: number
  #out: string[]

  constructor(name: string, plant: HobPlant, power: number, now: number, tell: (news: FirmwareNews) => void) {
    this.#name = name
    this.#plant = plant
    this.#heater = new Heater(plant, power)
    this.#state = this.#heater.step()
    this.#now = now
    this.#tell = tell
    this.#out = ['start', 'echo:Marlin 2.1.2.1']
    this.#reader = new LineReader(LONGEST_LINE, (line) => {
      if (!this.#halted) this.#line(line)
    })
  }

  get nextDue(): number {
    return Math.min(this.#autoDue, this.#idleDue)
  }

  receive(bytes: Uint8Array, now: Milliseconds): readonly Uint8Array[] {
    this.#pass(now)
    this.#reader.push(bytes)
    return this.#flush()
  }

  tick(now: Milliseconds): readonly Uint8Array[] {
    this.#pass(now)
    if (now >= this.#autoDue) {
      this.#autoDue = now + this.#autoEvery
      this.#out.push(` ${this.#temperatures()}`)
    }
    return this.#flush()
  }

  #pass(now: number): void {
    this.#now = now
    if (this.#halted) return
    if (now >= this.#idleDue) return this.#kill('KILL caused by too much inactive time - current command: ')
    this.#heater.setpoint = this.#target > 0 ? this.#target : null
    this.#state = this.#heater.step()
    const { surface } = this.#state
    if (surface === null || surface < MINTEMP) this.#kill('MINTEMP triggered, system stopped! Heater_ID: bed')
    else if (surface > MAXTEMP) this.#kill('MAXTEMP triggered, system stopped! Heater_ID: bed')
    else this.#watchRise(surface)
  }

  #watchRise(surface: number): void {
    const { time } = this.#plant
    if (this.#target === 0 || surface > this.#target - WATCH.near) this.#watch = null
    else if (this.#watch === null || surface >= this.#watch.celsius) {
      this.#watch = { celsius: surface + WATCH.rise, until: time + WATCH.seconds }
    } else if (time > this.#watch.until) this.#kill('Heating failed, system stopped! Heater_ID: bed')
  }

  #flush(): readonly Uint8Array[] {
    const lines = this.#out
    this.#out = []
    return lines.map((line) => Buffer.from(`${line}\n`, 'latin1'))
  }

  #line(line: string): void {
    const found = /^(?:N(\d+)\s*)?([^*]*?)\s*(?:\*(\d+))?$/.exec(line)
    const [, number, command = '', sum] = found ?? []
    if (number === undefined) return this.#obey(command)
    const before = Buffer.from(line.slice(0, line.lastIndexOf('*')), 'latin1')
    if (sum === undefined) return this.#again('No Checksum with line number')
    if (Number(sum) !== before.reduce((xor, byte) => xor ^ byte, 0)) {
      return this.#again('checksum mismatch')
    }
    const counts = command.startsWith('M110')
    if (!counts && Number(number) !== this.#number + 1) {
      return this.#again('Line Number is not Last Line Number+1')
    }
    this.#number = Number(number)
    this.#obey(command)
  }

  #again(why: string): void {
    this.#out.push(`Error:${why}, Last Line: ${this.#number}`, `Resend: ${this.#number + 1}`, 'ok')
  }

  #obey(command: string): void {
    const [name = '', ...words] = command.split(/\s+/)
    const value = (letter: string): number | null => {
      const word = words.find((each) => each.startsWith(letter))
      return word === undefined ? null : Number(word.slice(1))
    }
    switch (name) {
      case 'M105':
        this.#out.push(`ok ${this.#temperatures()}`)
        return
      case 'M112':
        this.#kill('Printer halted. kill() called!')
        return
      case 'M110':
        this.#number = value('N') ?? this.#number
        break
      case 'M140':
        this.#target = Math.min(Math.max(0, value('S') ?? this.#target), MAXTEMP - OVERSHOOT)
        if (this.#target === 0) {
          this.#heater.off()
          this.#tell({ event: 'off' })
        }
        break
      case 'M155':
        this.#autoEvery = Math.min(60, value('S') ?? 0) * 1000
        this.#autoDue = this.#autoEvery > 0 ? this.#now + this.#autoEvery : Infinity
        break
      case 'M85':
        this.#idle = (value('S') ?? 0) * 1000
        this.#idleDue = this.#idle > 0 ? this.#now + this.#idle : Infinity
        break
      case 'M113':
        break
      case 'M115':
        this.#out.push(
          `FIRMWARE_NAME:Marlin 2.1.2.1 SOURCE_CODE_URL:github.com/MarlinFirmware/Marlin PROTOCOL_VERSION:1.0 MACHINE_TYPE:${this.#name} EXTRUDER_COUNT:1`,
          'Cap:AUTOREPORT_TEMP:1',
          'Cap:EMERGENCY_PARSER:1',
        )
        break
      default:
        this.#out.push(`echo:Unknown command: "${command}"`)
    }
    this.#out.push('ok')
  }

  #temperatures(): string {
    const { surface, share } = this.#state
    const bed = `B:${(surface ?? -15).toFixed(2)} /${this.#target.toFixed(2)}`
    return `T:22.40 /0.00 ${bed} @:0 B@:${Math.round(share * 127)}`
  }

  #kill(why: string): void {
    this.#halted = true
    this.#target = 0
    this.#autoDue = Infinity
    this.#idleDue = Infinity
    this.#heater.off()
    this.#out.push(`Error:${why}`)
    if (!why.startsWith('Printer')) this.#out.push('Error:Printer halted. kill() called!')
    this.#tell({ event: 'off' })
  }
}

/** W */
const BEDS: Readonly<Record<string, number>> = { bed: 250, 'bed-mains': 750 }

export const gcodeFirmware: FirmwareOf = (model) => {
  const power = Object.hasOwn(BEDS, model ?? 'bed') ? BEDS[model ?? 'bed'] : undefined
  if (power === undefined) {
    const all = Object.keys(BEDS).join(', ')
    return { kind: 'bad', detail: `there is no gcode emulator "${model ?? ''}"; there are: ${all}` }
  }
  return {
    kind: 'ok',
    zones: 1,
    baud: BAUD,
    start: (plant, now, tell) => {
      const name = virtualName('Heated bed', plant.description.speed, plant.seed)
      return new MarlinFirmware(name, plant, power, now, tell)
    },
  }
}
