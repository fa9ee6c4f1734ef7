import { SerialPort } from 'serialport'
import { Inbox } from './inbox.ts'
import type { LineSettings } from './line-settings.ts'
import { serialProblem } from './serial-problem.ts'
import type { ByteStream, StreamListener, StreamOpening } from './stream.ts'

/** The part of node-serialport that is used; its mock has it too. */
export interface SerialLine {
  readonly isOpen: boolean
  readonly writableLength: number
  open(done: (error: Error | null) => void): void
  write(bytes: Buffer, done: () => void): boolean
  flush(done: (error: Error | null) => void): void
  set(levels: { readonly rts?: boolean; readonly dtr?: boolean }, done: (error: Error | null) => void): void
  close(done: (error: Error | null) => void): void
  on(event: 'data', listener: (bytes: Buffer) => void): unknown
  on(event: 'close' | 'error', listener: (error: Error | null) => void): unknown
}

export interface SerialSettings {
  readonly path: string
  readonly baudRate: number
  readonly dataBits: 7 | 8
  readonly parity: 'none' | 'even' | 'odd'
  readonly stopBits: 1 | 2
  /** Nobody else may open the port while we have it. */
  readonly lock: true
  readonly autoOpen: false
}

/** Opens a serial port: a new port object each time, since node-serialport keeps writes for the next opening. */
export async function openSerial(
  path: string,
  settings: LineSettings,
  create: (settings: SerialSettings) => SerialLine = (wanted) => new SerialPort(wanted),
): Promise<StreamOpening> {
  const { baudRate, dataBits, parity, stopBits, quiet } = settings
  const line = create({ path, baudRate, dataBits, parity, stopBits, lock: true, autoOpen: false })
  const error = await new Promise<Error | null>((resolve) => {
    line.open(resolve)
  })
  if (error !== null) return { kind: 'failed', reason: serialProblem(error.message), detail: error.message }
  const stream = new SerialStream(line, quiet)
  await raise(line, settings)
  // What either side left in the driver's buffers belongs to a former connection (law 12).
  await discard(line)
  return { kind: 'open', stream }
}

/**
 * How long a port may be quiet before it is asked whether it is still there. A port that vanishes between two
 * reads reads as empty for ever: node-serialport's binding then spins without an event, until a write fails.
 */
const QUIET_MS = 250

class SerialStream implements ByteStream {
  readonly #line: SerialLine
  readonly #inbox = new Inbox()
  readonly #watch: NodeJS.Timeout | undefined
  #heard = false
  #closing: Promise<void> | null = null

  constructor(line: SerialLine, quiet: Uint8Array | null) {
    this.#line = line
    line.on('data', (bytes) => {
      this.#heard = true
      this.#inbox.data(bytes)
    })
    line.on('error', (error) => {
      this.#end(error?.message ?? '')
    })
    line.on('close', (error) => {
      this.#end(error?.message ?? 'the port was closed')
    })
    if (quiet === null) return
    this.#watch = setInterval(() => {
      if (!this.#heard && !this.congested) this.write(quiet)
      this.#heard = false
    }, QUIET_MS)
    this.#watch.unref()
  }

  get congested(): boolean {
    return this.#line.writableLength > 0
  }

  write(bytes: Uint8Array): void {
    if (this.#inbox.over || !this.#line.isOpen) return
    this.#line.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), () => {
      if (!this.congested) this.#inbox.drain()
    })
  }

  listen(listener: StreamListener): void {
    this.#inbox.listen(listener)
  }

  close(): Promise<void> {
    clearInterval(this.#watch)
    this.#inbox.close()
    this.#closing ??= this.#giveBack()
    return this.#closing
  }

  #end(detail: string): void {
    clearInterval(this.#watch)
    this.#inbox.end({ reason: 'unplugged', detail })
  }

  /**
   * The buffers are emptied first: Linux waits up to 30 s in close() for bytes that a stalled device does not
   * take. Should an unacknowledged OFF be among them, the lease ends the heat instead.
   */
  async #giveBack(): Promise<void> {
    if (!this.#line.isOpen) return
    await discard(this.#line)
    if (!this.#line.isOpen) return
    await new Promise<void>((resolve) => {
      this.#line.close(() => {
        resolve()
      })
    })
  }
}

/** Sets the handshake lines, where the driver or the address asks for it. Not every port has them. */
async function raise(line: SerialLine, { rts, dtr }: LineSettings): Promise<void> {
  if (rts === null && dtr === null) return
  await new Promise<void>((resolve) => {
    line.set({ ...(rts !== null && { rts }), ...(dtr !== null && { dtr }) }, () => {
      resolve()
    })
  })
}

/** Not every port can (some pseudo-terminals refuse); then the session and the lease do what they are for. */
function discard(line: SerialLine): Promise<void> {
  return new Promise((resolve) => {
    line.flush(() => {
      resolve()
    })
  })
}
