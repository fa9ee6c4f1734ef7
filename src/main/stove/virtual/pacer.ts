/** Start bit, eight data bits, stop bit. */
const BITS_PER_BYTE = 10

/**
 * Passes bytes on no faster than a serial line would: each piece when its last bit has gone over it. A
 * pseudo-terminal has no baud rate of its own.
 */
export class Pacer {
  readonly #msPerByte: number
  readonly #deliver: (bytes: Uint8Array) => void
  readonly #clock: () => number
  #queue: { readonly due: number; readonly bytes: Uint8Array }[] = []
  #queued = 0
  #free = 0
  #timer: NodeJS.Timeout | undefined

  constructor(baud: number, clock: () => number, deliver: (bytes: Uint8Array) => void) {
    this.#msPerByte = (1000 * BITS_PER_BYTE) / baud
    this.#clock = clock
    this.#deliver = deliver
  }

  /** Bytes that are on their way. */
  get queued(): number {
    return this.#queued
  }

  push(bytes: Uint8Array): void {
    const now = this.#clock()
    this.#free = Math.max(now, this.#free) + bytes.length * this.#msPerByte
    this.#queue.push({ due: this.#free, bytes })
    this.#queued += bytes.length
    this.#arm()
  }

  /** What is on the line is lost: the cable was pulled. */
  cut(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#queue = []
    this.#queued = 0
    this.#free = 0
  }

  #arm(): void {
    const [first] = this.#queue
    if (first === undefined || this.#timer !== undefined) return
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined
        this.#pass()
      },
      Math.ceil(Math.max(0, first.due - this.#clock())),
    )
  }

  #pass(): void {
    const now = this.#clock()
    while (this.#queue[0] !== undefined && this.#queue[0].due <= now) {
      const piece = this.#queue.shift()
      if (piece === undefined) break
      this.#queued -= piece.bytes.length
      this.#deliver(piece.bytes)
    }
    this.#arm()
  }
}
