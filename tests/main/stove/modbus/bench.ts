import { openModbus, type ModbusOpening } from '#main/stove/modbus/driver.ts'
import { modbusFirmware } from '#main/stove/modbus/emulator/models.ts'
import type { ModbusPlate } from '#main/stove/modbus/plate.ts'
import { readPlate } from '#main/stove/modbus/parameters.ts'
import { readProfiles } from '#main/stove/modbus/profile.ts'
import type { Stove, StoveEvent } from '#main/stove/stove.ts'
import type { ByteStream, StreamListener } from '#main/stove/transport/stream.ts'
import { parseOptions } from '#main/stove/virtual/options.ts'
import { VirtualStove, type VirtualEvent } from '#main/stove/virtual/virtual-stove.ts'
import type { StoveReport } from '#core/stove/stove.ts'
import { celsius, watts } from '#core/units/quantities.ts'

export const MODELS = ['delta-dtb', 'omron-e5cc', 'pixsys-atr141', 'watlow-ez-zone']

/** What a host says, or what is said to it: bytes at a time. */
export interface Spoken {
  readonly at: number
  readonly bytes: Uint8Array
}

/** Somebody at the other end of the line. */
export interface Device {
  receive(bytes: Uint8Array, now: number): readonly Uint8Array[]
  tick(now: number): readonly Uint8Array[]
}

/** An emulated controller with a pan of water on its plate; `faults` as in faults.ts. */
export function emulated(
  model: string,
  now: number,
  more: Readonly<Record<string, string>> = {},
): VirtualStove {
  const parsed = parseOptions({ zones: '1', seed: '5', pans: '0:steel-24/water:1', ...more })
  if (parsed.kind === 'bad') throw new Error(parsed.detail)
  const firmware = modbusFirmware(model)
  if (firmware.kind === 'bad') throw new Error(firmware.detail)
  const events: VirtualEvent[] = []
  return new VirtualStove({ ...parsed.options, firmware }, now, (event) => events.push(event))
}

/** A driver and a device in one hand, on a clock that moves only when a test says so. */
export class Bench implements ByteStream {
  now = 1_000_000
  device: Device | null
  readonly said: Spoken[] = []
  readonly heard: Spoken[] = []
  readonly events: StoveEvent[] = []
  readonly congested = false
  closed = false
  plate: ModbusPlate | null = null
  /** What becomes of bytes on their way; a line without faults passes them on. */
  toDevice: (bytes: Uint8Array) => Uint8Array | null = (bytes) => bytes
  toHost: (bytes: Uint8Array) => Uint8Array | null = (bytes) => bytes
  #listener: StreamListener | null = null
  #timers: { at: number; wake: () => void }[] = []

  constructor(device: (now: number) => Device | null) {
    this.device = device(this.now)
  }

  write(bytes: Uint8Array): void {
    if (this.closed) throw new Error('written to a closed line')
    this.said.push({ at: this.now, bytes })
    const passed = this.toDevice(bytes)
    if (passed !== null && this.device !== null) this.#carry(this.device.receive(passed, this.now))
  }

  listen(listener: StreamListener): void {
    this.#listener = listener
  }

  close(): Promise<void> {
    this.closed = true
    return Promise.resolve()
  }

  unplug(): void {
    this.device = null
    this.#listener?.onEnd({ reason: 'unplugged', detail: 'the cable is out' })
  }

  /** Bytes that nobody asked for. */
  intrude(bytes: Uint8Array): void {
    this.#carry([bytes])
  }

  /** Lets wall time pass for both ends, millisecond by millisecond. */
  async pass(ms: number): Promise<void> {
    for (let step = 0; step < ms; step++) {
      this.now += 1
      if (this.device !== null) this.#carry(this.device.tick(this.now))
      for (const timer of this.#timers.filter((one) => one.at <= this.now)) {
        this.#timers = this.#timers.filter((one) => one !== timer)
        timer.wake()
      }
      for (let turn = 0; turn < 12; turn++) await Promise.resolve()
    }
  }

  /** Opens the driver for a model; time passes until it is open or has failed. */
  async open(model: string, more: Readonly<Record<string, string>> = {}): Promise<ModbusOpening> {
    const profile = readProfiles().get(model)
    const read = readPlate({ model, ...more }, MODELS)
    if (profile === undefined || read.kind === 'bad') throw new Error(`no ${model}`)
    const world = {
      clock: () => this.now,
      timer: (wake: () => void, ms: number) => {
        const timer = { at: this.now + ms, wake }
        this.#timers.push(timer)
        return () => {
          this.#timers = this.#timers.filter((one) => one !== timer)
        }
      },
    }
    const listener = (event: StoveEvent): void => {
      this.events.push(event)
    }
    let opening: ModbusOpening | null = null
    void openModbus(this, listener, profile, read.plate, world).then((one) => {
      opening = one
    })
    for (let ms = 0; opening === null && ms < 30_000; ms += 10) await this.pass(10)
    if (opening === null) throw new Error('neither open nor failed after 30 s')
    return opening
  }

  /** The same, for a test that needs it open. */
  async stove(model: string, more: Readonly<Record<string, string>> = {}): Promise<Stove> {
    const opening = await this.open(model, more)
    if (opening.kind === 'failed') throw new Error(`${opening.reason}: ${opening.detail}`)
    this.plate = opening.plate
    return opening.stove
  }

  /** Holds a surface temperature as the supervisor does: ten times a second. */
  async heat(stove: Stove, setpoint: number, ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 100) {
      stove.heat([watts(stove.description.zones[0]?.maxPower ?? 0)], [celsius(setpoint)])
      await this.pass(100)
    }
  }

  get reports(): readonly StoveReport[] {
    return this.events.flatMap((event) => (event.type === 'report' ? [event.report] : []))
  }

  get zone(): StoveReport['zones'][number] {
    const zone = this.reports.at(-1)?.zones[0]
    if (zone === undefined) throw new Error('nothing was reported yet')
    return zone
  }

  #carry(frames: readonly Uint8Array[]): void {
    for (const frame of frames) {
      const passed = this.toHost(frame)
      if (passed === null || this.closed) continue
      this.heard.push({ at: this.now, bytes: passed })
      this.#listener?.onData(passed)
    }
  }
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex').toUpperCase()
}
