/** Writes a body field by field, little endian. */
export class BodyWriter {
  readonly #bytes: number[] = []

  u8(value: number): this {
    return this.#integer(value, 1, 0, 0xff)
  }
  u16(value: number): this {
    return this.#integer(value, 2, 0, 0xffff)
  }
  i16(value: number): this {
    return this.#integer(value, 2, -0x8000, 0x7fff)
  }
  u32(value: number): this {
    return this.#integer(value, 4, 0, 0xffff_ffff)
  }

  /** A length byte and that many bytes of UTF-8, cut at a whole character. */
  text(value: string, mostBytes: number): this {
    let kept = ''
    let length = 0
    for (const character of value) {
      length += Buffer.byteLength(character)
      if (length > mostBytes) break
      kept += character
    }
    const bytes = Buffer.from(kept)
    this.u8(bytes.length)
    this.#bytes.push(...bytes)
    return this
  }

  done(): Uint8Array {
    return Uint8Array.from(this.#bytes)
  }

  #integer(value: number, size: number, least: number, most: number): this {
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new RangeError(`${value} does not fit a field of ${size} bytes (${least} to ${most})`)
    }
    for (let byte = 0; byte < size; byte++) this.#bytes.push((value >> (8 * byte)) & 0xff)
    return this
  }
}

/** Reads a body field by field, little endian. Beyond the end everything reads as 0 and `short` turns true. */
export class BodyReader {
  readonly #bytes: Uint8Array
  #position = 0
  short = false

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get position(): number {
    return this.#position
  }

  u8(): number {
    const byte = this.#bytes[this.#position++]
    if (byte === undefined) this.short = true
    return byte ?? 0
  }
  u16(): number {
    return this.u8() + this.u8() * 0x100
  }
  i16(): number {
    return (this.u16() << 16) >> 16
  }
  u32(): number {
    return this.u16() + this.u16() * 0x1_0000
  }
  text(): string {
    const length = this.u8()
    const end = this.#position + length
    if (end > this.#bytes.length) this.short = true
    const text = Buffer.from(this.#bytes.subarray(this.#position, end)).toString('utf8')
    this.#position = end
    return text
  }
  /** Goes on at `position`, past fields that a later version has added. */
  seek(position: number): void {
    this.#position = position
  }
}
