import { milliseconds } from '#core/units/quantities.ts'
import type { LinkDevice } from '#main/stove/link/device.ts'
import { decodeHostMessage } from '#main/stove/link/host-codec.ts'
import { FrameDecoder } from '#main/stove/link/frame.ts'
import type { HostMessage } from '#main/stove/link/message.ts'
import type { ByteStream, StreamListener } from '#main/stove/transport/stream.ts'

/** A clock and timers that move only when a test says so. */
export class ManualTime {
  now = 1_000_000
  #timers: { at: number; wake: () => void }[] = []

  readonly clock = (): number => this.now
  readonly timer = (wake: () => void, ms: number): (() => void) => {
    const timer = { at: this.now + ms, wake }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer)
    }
  }

  get pending(): number {
    return this.#timers.length
  }

  /** Lets `ms` pass one by one; `each` is called after every one of them. */
  pass(ms: number, each: () => void = () => undefined): void {
    for (let step = 0; step < ms; step++) {
      this.now += 1
      for (const timer of this.#timers.filter((one) => one.at <= this.now)) {
        this.#timers = this.#timers.filter((one) => one !== timer)
        timer.wake()
      }
      each()
    }
  }
}

/** A line in memory between the driver and a device engine, with faults to switch on. */
export class MemoryLine implements ByteStream {
  readonly time: ManualTime
  /** Whoever is at the other end; null = nobody. */
  device: LinkDevice | null
  /** Everything the host wrote, decoded. */
  readonly said: { readonly at: number; readonly message: HostMessage }[] = []
  /** Raw bytes that the host wrote. */
  readonly wire: Uint8Array[] = []
  congested = false
  closed = false
  /** Bytes to the device, or to the host, are lost while true. */
  loseToDevice = false
  loseToHost = false
  /** Bytes to the host wait while true, and come all at once after. */
  holdToHost = false
  #held: Uint8Array[] = []
  #listener: StreamListener | null = null
  #tap = new FrameDecoder((body) => {
    const heard = decodeHostMessage(body)
    if (heard.kind === 'message') this.said.push({ at: this.time.now, message: heard.message })
  })

  constructor(time: ManualTime, device: LinkDevice | null) {
    this.time = time
    this.device = device
  }

  write(bytes: Uint8Array): void {
    if (this.closed) throw new Error('written to a closed line')
    this.wire.push(bytes)
    this.#tap.push(bytes)
    if (this.loseToDevice || this.device === null) return
    this.carry(this.device.receive(bytes, milliseconds(this.time.now)))
  }

  listen(listener: StreamListener): void {
    this.#listener = listener
    this.release()
  }

  close(): Promise<void> {
    this.closed = true
    return Promise.resolve()
  }

  /** Brings frames to the host as the faults allow. */
  carry(frames: readonly Uint8Array[]): void {
    for (const frame of frames) {
      if (this.loseToHost || this.closed) continue
      if (this.holdToHost || this.#listener === null) this.#held.push(frame)
      else this.#listener.onData(frame)
    }
  }

  release(): void {
    const held = this.#held
    this.#held = []
    this.holdToHost = false
    for (const frame of held) if (!this.closed) this.#listener?.onData(frame)
  }

  drain(): void {
    this.congested = false
    this.#listener?.onDrain()
  }

  unplug(): void {
    this.#listener?.onEnd({ reason: 'unplugged', detail: 'the cable is out' })
  }

  /** Lets `ms` pass for both ends; `each` is called every millisecond. */
  pass(ms: number, each: () => void = () => undefined): void {
    this.time.pass(ms, () => {
      if (this.device !== null && this.time.now >= this.device.nextDue) {
        this.carry(this.device.tick(milliseconds(this.time.now)))
      }
      each()
    })
  }

  of<Type extends HostMessage['type']>(type: Type): Extract<HostMessage, { type: Type }>[] {
    return this.said
      .map(({ message }) => message)
      .filter((one): one is Extract<HostMessage, { type: Type }> => one.type === type)
  }
}
