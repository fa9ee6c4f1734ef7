const CR = 13
const LF = 10

/** Cuts a line of bytes into lines of text, ended by CR, LF or both. Only printable ASCII is kept; a line that is too long is dropped. */
export class LineReader {
  readonly #onLine: (line: string) => void
  readonly #longest: number
  #text = ''
  #tooLong = false

  constructor(longest: number, onLine: (line: string) => void) {
    this.#longest = longest
    this.#onLine = onLine
  }

  push(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (byte === CR || byte === LF) this.#end()
      else if (byte >= 32 && byte < 127) this.#add(byte)
    }
  }

  #add(byte: number): void {
    if (this.#text.length >= this.#longest) this.#tooLong = true
    else this.#text += String.fromCharCode(byte)
  }

  #end(): void {
    const line = this.#text.trim()
    const sound = !this.#tooLong && line !== ''
    this.#text = ''
    this.#tooLong = false
    if (sound) this.#onLine(line)
  }
}
