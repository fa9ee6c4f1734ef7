import { milliseconds } from '#core/units/quantities.ts'
import { LinkDevice } from '#main/stove/link/device.ts'
import { FakePlant } from '../main/stove/link/fake-plant.ts'

/** A device engine that runs in real time over a plant without physics. */
export class RunningDevice {
  readonly #device = new LinkDevice(new FakePlant(), this.#now())
  #send: (bytes: Uint8Array) => void = () => undefined
  #timer: NodeJS.Timeout | undefined

  /** Connects its outgoing side to whoever is at the other end now. */
  plug(send: (bytes: Uint8Array) => void): void {
    this.#send = send
  }

  receive(bytes: Uint8Array): void {
    this.#out(this.#device.receive(bytes, this.#now()))
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#send = () => undefined
  }

  #out(frames: readonly Uint8Array[]): void {
    for (const frame of frames) this.#send(frame)
    clearTimeout(this.#timer)
    const due = this.#device.nextDue
    if (due === Infinity) return
    this.#timer = setTimeout(
      () => {
        this.#out(this.#device.tick(this.#now()))
      },
      Math.max(1, due - this.#now()),
    )
  }

  #now(): ReturnType<typeof milliseconds> {
    return milliseconds(performance.now())
  }
}
