import { EventEmitter } from 'node:events'
import modbusSerial from 'modbus-serial'
import type { Answer, Request } from './request.ts'

type Library = InstanceType<typeof modbusSerial.default>

/** What its declarations leave out: Report Server ID with a callback; the numbers are ignored. */
interface WithServerId {
  writeFC17(
    unit: number,
    ignored: number,
    alike: number,
    next: (error: Error | null, data: { readonly additionalData: Uint8Array }) => void,
  ): void
}

/** What modbus-serial wants of a port. It is handed whole frames. */
class FramePort extends EventEmitter {
  readonly isOpen = true
  readonly #send: (frame: Uint8Array) => void

  constructor(send: (frame: Uint8Array) => void) {
    super()
    this.#send = send
  }

  open(done: () => void): void {
    done()
  }

  write(frame: Buffer): void {
    this.#send(Uint8Array.from(frame))
  }
}

/** Writes and reads frames for one unit, by modbus-serial. When to do so, and on which bytes, is rtu-line.ts. */
export class RtuClient {
  readonly #port: FramePort
  readonly #library: Library & WithServerId
  readonly #unit: number
  #verdict: Answer = { kind: 'garbled' }

  constructor(unit: number, send: (frame: Uint8Array) => void) {
    this.#port = new FramePort(send)
    this.#library = new modbusSerial.default(this.#port) as Library & WithServerId
    this.#library.open()
    this.#unit = unit
  }

  say(request: Request): void {
    switch (request.kind) {
      case 'read':
        return this.#read(request)
      case 'write':
        return this.#write(request)
      case 'identify':
        return this.#identify()
    }
  }

  /** What a frame says to the request that was said last: checked for CRC, unit, function, length and echo. */
  judge(frame: Uint8Array): Answer {
    this.#verdict = { kind: 'garbled' }
    this.#port.emit('data', Buffer.from(frame))
    return this.#verdict
  }

  #read({ function: code, address, count }: Extract<Request, { kind: 'read' }>): void {
    const heard = (error: Error | null, read: { readonly data: readonly (number | boolean)[] }): void => {
      this.#hear(error, () => read.data.slice(0, count).map(Number))
    }
    if (code === 1) this.#library.writeFC1(this.#unit, address, count, heard)
    else if (code === 2) this.#library.writeFC2(this.#unit, address, count, heard)
    else if (code === 3) this.#library.writeFC3(this.#unit, address, count, heard)
    else this.#library.writeFC4(this.#unit, address, count, heard)
  }

  #write({ function: code, address, words }: Extract<Request, { kind: 'write' }>): void {
    const [word = 0] = words
    const echoed = (same: boolean): readonly number[] | null => (same ? [] : null)
    if (code === 5) {
      const on = word === 0xff00
      this.#library.writeFC5(this.#unit, address, on, (error, data) => {
        this.#hear(error, () => echoed(data.address === address && data.state === on))
      })
    } else if (code === 6) {
      this.#library.writeFC6(this.#unit, address, word, (error, data) => {
        this.#hear(error, () => echoed(data.address === address && data.value === word))
      })
    } else {
      this.#library.writeFC16(this.#unit, address, [...words], (error, data) => {
        this.#hear(error, () => echoed(data.address === address && data.length === words.length))
      })
    }
  }

  #identify(): void {
    this.#library.writeFC17(this.#unit, 0, 0, (error, data) => {
      this.#hear(error, () => [...data.additionalData])
    })
  }

  #hear(error: Error | null, read: () => readonly number[] | null): void {
    if (error !== null) {
      const code = 'modbusCode' in error ? Number(error.modbusCode) : null
      this.#verdict = code === null ? { kind: 'garbled' } : { kind: 'exception', code }
      return
    }
    const words = read()
    this.#verdict = words === null ? { kind: 'garbled' } : { kind: 'ok', words }
  }
}
