import { milliseconds, watts } from '#core/units/quantities.ts'
import { control, type ControlAnswer } from './control.ts'
import { FaultBoard } from './fault-board.ts'
import type { FaultName } from './faults.ts'
import type { Firmware, FirmwareNews, StartFirmware } from './firmware.ts'
import { HobPlant } from './hob-plant.ts'
import { disturb } from './line.ts'
import type { VirtualOptions } from './options.ts'
import { Hob, STEP } from './physics/hob.ts'
import { randomStream, type Random } from './random.ts'
import { setPan } from './scene.ts'
import { truthOf, type Truth } from './truth.ts'

/** What happens at a virtual stove, told to whoever runs it; `at` in wall ms. */
export type VirtualEvent =
  /** A command that turns everything off arrived, or a host has said hello. */
  | (FirmwareNews & { readonly at: number })
  /** Real power of a zone, W: at once when it starts or ends, else ten times a second while it changes. */
  | { readonly event: 'heat'; readonly at: number; readonly zone: number; readonly watts: number }
  | { readonly event: 'lease-expired'; readonly at: number }
  | { readonly event: 'fault'; readonly at: number; readonly name: FaultName; readonly zone: number | null }
  | { readonly event: 'cleared'; readonly at: number; readonly name: FaultName; readonly zone: number | null }

/** Longest wall time that the physics makes good for when the process slept, ms. What is beyond never happened. */
const MOST_CATCH_UP = 2000
/** How long a device says that it started anew, ms. */
const BROWN_OUT_SHOWN = 10_000
const HEAT_EVENTS_EVERY = 100

/**
 * Physics, firmware and faults in one: bytes and wall time in, bytes out. The physics runs at `speed`; the line, the
 * lease and the faults always run in wall time. `now` is any clock of milliseconds that never goes back.
 */
export class VirtualStove {
  readonly #speed: number
  readonly #hob: Hob
  readonly #plant: HobPlant
  readonly #faults: FaultBoard
  readonly #onEvent: (event: VirtualEvent) => void
  readonly #lineNoise: Random
  readonly #start: StartFirmware
  readonly #told: { watts: number; at: number }[]
  #device: Firmware | null
  #now: number
  /** Physics that is due and not a whole step yet, s. */
  #due = 0
  #leaseExpired = false
  #startedAt: number

  constructor(options: VirtualOptions, now: number, onEvent: (event: VirtualEvent) => void = () => {}) {
    this.#speed = options.speed
    this.#onEvent = onEvent
    this.#now = now
    this.#startedAt = -Infinity
    this.#hob = new Hob(options)
    for (const setting of options.pans) setPan(this.#hob, setting)
    this.#faults = new FaultBoard(options.faults, now, ({ name, zone, active }) => {
      this.#onEvent({ event: active ? 'fault' : 'cleared', at: this.#now, name, zone })
      this.#faultChanged(name, active)
    })
    this.#plant = new HobPlant(this.#hob, this.#faults, options)
    this.#start = options.firmware.start
    this.#device = this.#begin()
    this.#lineNoise = randomStream(options.seed, 'line')
    this.#told = this.#hob.zones.map(() => ({ watts: 0, at: -Infinity }))
  }

  /** The cable is out by a fault: whoever runs the line takes the port away. */
  get cableOut(): boolean {
    return this.#faults.has('cable-out')
  }

  get truth(): Truth {
    return truthOf(this.#hob)
  }

  /** By when `tick` should be called next: the firmware's own deadline, or the next look at the clock. */
  nextDue(now: number): number {
    return Math.min(now + 10, this.#device?.nextDue ?? Infinity)
  }

  /** Bytes from the host. Returns what the device sends. */
  receive(bytes: Uint8Array, now: number): readonly Uint8Array[] {
    this.#pass(now)
    if (this.cableOut || this.#device === null) return []
    const heard = this.#faults.has('bit-errors') ? disturb(bytes, this.#lineNoise) : bytes
    return this.#send(this.#device.receive(heard, milliseconds(now)))
  }

  /** Lets time pass. Returns what the device sends. */
  tick(now: number): readonly Uint8Array[] {
    this.#pass(now)
    return this.#device === null ? [] : this.#send(this.#device.tick(milliseconds(now)))
  }

  /** A hand at the stove: see control.ts. */
  control(command: unknown, now: number): ControlAnswer {
    this.#pass(now)
    const answer = control(this.#hob, this.#faults, command, now)
    this.#tellHeat()
    return answer
  }

  #begin(): Firmware {
    return this.#start(this.#plant, milliseconds(this.#now), (news) => {
      this.#onEvent({ ...news, at: this.#now })
    })
  }

  #pass(now: number): void {
    const elapsed = Math.max(0, now - this.#now)
    this.#now = Math.max(this.#now, now)
    // Power held since the last call; the firmware's deadlines are at most a tick late.
    this.#due += (Math.min(elapsed, MOST_CATCH_UP) / 1000) * this.#speed
    for (; this.#due >= STEP; this.#due -= STEP) this.#hob.step()
    this.#faults.tick(this.#now)
    this.#plant.brownOut = this.#now < this.#startedAt + BROWN_OUT_SHOWN
    this.#tellHeat()
  }

  #send(frames: readonly Uint8Array[]): readonly Uint8Array[] {
    const expired = this.#device?.leaseExpired ?? false
    if (expired && !this.#leaseExpired) this.#onEvent({ event: 'lease-expired', at: this.#now })
    this.#leaseExpired = expired
    this.#tellHeat()
    if (this.cableOut || this.#faults.has('stall')) return []
    return this.#faults.has('bit-errors') ? frames.map((frame) => disturb(frame, this.#lineNoise)) : frames
  }

  #faultChanged(name: FaultName, active: boolean): void {
    if (name === 'brown-out') {
      // Without supply nothing drives the switches; with it back the firmware begins from nothing.
      this.#plant.command(this.#hob.zones.map(() => watts(0)))
      this.#leaseExpired = false
      this.#device = active ? null : this.#begin()
      if (!active) this.#startedAt = this.#now
    }
    for (const [index, zone] of this.#hob.zones.entries()) {
      const shorted = this.#faults.has('shorted-switch', index)
      const dead = this.#faults.has('dead-switch', index)
      zone.switch = shorted ? 'shorted' : dead ? 'dead' : 'healthy'
    }
  }

  #tellHeat(): void {
    for (const [zone, { drawn }] of this.#hob.zones.entries()) {
      const told = this.#told[zone]
      const now = Math.round(drawn)
      if (told === undefined || told.watts === now) continue
      const turned = now === 0 || told.watts === 0
      if (!turned && this.#now < told.at + HEAT_EVENTS_EVERY) continue
      this.#told[zone] = { watts: now, at: this.#now }
      this.#onEvent({ event: 'heat', at: this.#now, zone, watts: now })
    }
  }
}
