import { cobsDecode, cobsEncode } from './cobs.ts'
import { crc16 } from './crc16.ts'
import { MAX_BODY, MAX_ENCODED, MIN_BODY } from './limits.ts'

/** Body without CRC in, bytes for the wire out: delimiter, stuffed body and CRC (little endian), delimiter. */
export function encodeFrame(body: Uint8Array): Uint8Array {
  if (body.length + 2 > MAX_BODY) throw new RangeError(`a body of ${body.length} bytes does not fit a frame`)
  const checked = new Uint8Array(body.length + 2)
  checked.set(body)
  const crc = crc16(body)
  checked[body.length] = crc & 0xff
  checked[body.length + 1] = crc >> 8
  const stuffed = cobsEncode(checked)
  const frame = new Uint8Array(stuffed.length + 2)
  frame.set(stuffed, 1)
  return frame
}

/** What a decoder has met so far. Everything but `frames` is a run between delimiters that was thrown away. */
export interface FrameCounters {
  readonly frames: number
  readonly badCrc: number
  /** Not a stuffed run: a byte was lost, added or hit. */
  readonly badStuffing: number
  readonly tooShort: number
  readonly tooLong: number
}

/**
 * Finds frames in a stream that arrives in arbitrary pieces. Memory is fixed at two frames whatever arrives.
 * Frames have delimiters at both ends, so whatever happens to one frame, its delimiters included, the next one
 * still begins with its own.
 */
export class FrameDecoder {
  readonly #onBody: (body: Uint8Array) => void
  /** The begun run that waits for its end. */
  readonly #run = new Uint8Array(MAX_ENCODED)
  readonly #body = new Uint8Array(MAX_ENCODED)
  #length = 0
  #overrun = false
  #frames = 0
  #badCrc = 0
  #badStuffing = 0
  #tooShort = 0
  #tooLong = 0

  /** `onBody` gets each sound body without its CRC; the bytes are the decoder's own and valid until it returns. */
  constructor(onBody: (body: Uint8Array) => void) {
    this.#onBody = onBody
  }

  get counters(): FrameCounters {
    return {
      frames: this.#frames,
      badCrc: this.#badCrc,
      badStuffing: this.#badStuffing,
      tooShort: this.#tooShort,
      tooLong: this.#tooLong,
    }
  }

  push(bytes: Uint8Array): void {
    let start = 0
    while (start < bytes.length) {
      const end = bytes.indexOf(0, start)
      if (end === -1) {
        this.#keep(bytes, start, bytes.length)
        return
      }
      if (this.#length === 0 && !this.#overrun) this.#finish(bytes, start, end)
      else {
        this.#keep(bytes, start, end)
        const length = this.#length
        const overrun = this.#overrun
        this.#length = 0
        this.#overrun = false
        if (overrun) this.#tooLong++
        else this.#finish(this.#run, 0, length)
      }
      start = end + 1
    }
  }

  #keep(bytes: Uint8Array, start: number, end: number): void {
    if (this.#length + end - start > MAX_ENCODED) this.#overrun = true
    if (this.#overrun) return
    for (let index = start; index < end; index++) this.#run[this.#length++] = bytes[index] ?? 0
  }

  #finish(source: Uint8Array, start: number, end: number): void {
    if (start === end) return // two delimiters in a row: the usual gap between frames
    if (end - start > MAX_ENCODED) {
      this.#tooLong++
      return
    }
    const body = this.#body
    const length = cobsDecode(source, start, end, body)
    if (length < 0) this.#badStuffing++
    else if (length < MIN_BODY) this.#tooShort++
    else if (crc16(body, 0, length - 2) !== (body[length - 2] ?? 0) + (body[length - 1] ?? 0) * 256)
      this.#badCrc++
    else {
      this.#frames++
      this.#onBody(body.subarray(0, length - 2))
    }
  }
}
