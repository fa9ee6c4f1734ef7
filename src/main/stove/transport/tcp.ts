import { connect, type Socket } from 'node:net'
import type { StoveProblemCode } from '../stove.ts'
import { Inbox } from './inbox.ts'
import type { ByteStream, StreamListener, StreamOpening } from './stream.ts'

const CONNECT_TIMEOUT_MS = 3000
/** A side that does not take our last bytes by then, or does not say goodbye, is dropped. */
const FAREWELL_MS = 300

/** Connects to a stove (or an emulator) that listens on TCP. */
export function openTcp(host: string, port: number): Promise<StreamOpening> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, noDelay: true, timeout: CONNECT_TIMEOUT_MS })
    const fail = (reason: StoveProblemCode, detail: string): void => {
      socket.destroy()
      resolve({ kind: 'failed', reason, detail })
    }
    const onError = (error: NodeJS.ErrnoException): void => {
      fail(connectProblem(error.code), error.message === '' ? (error.code ?? '') : error.message)
    }
    socket.once('error', onError)
    socket.once('timeout', () => {
      fail('connection-refused', `${host}:${port} did not answer within ${CONNECT_TIMEOUT_MS} ms`)
    })
    socket.once('connect', () => {
      socket.setTimeout(0)
      socket.removeAllListeners('timeout')
      socket.off('error', onError)
      resolve({ kind: 'open', stream: new TcpStream(socket) })
    })
  })
}

function connectProblem(code: string | undefined): StoveProblemCode {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'no-such-port'
  return 'connection-refused'
}

class TcpStream implements ByteStream {
  readonly #socket: Socket
  readonly #inbox = new Inbox()
  #closing: Promise<void> | null = null

  constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', (bytes) => {
      this.#inbox.data(bytes)
    })
    socket.on('error', (error) => {
      this.#inbox.end({ reason: 'unplugged', detail: error.message })
    })
    socket.on('close', () => {
      this.#inbox.end({ reason: 'unplugged', detail: 'the other side closed the connection' })
    })
  }

  get congested(): boolean {
    return this.#socket.writableLength > 0
  }

  write(bytes: Uint8Array): void {
    if (this.#inbox.over || !this.#socket.writable) return
    this.#socket.write(bytes, () => {
      if (!this.congested) this.#inbox.drain()
    })
  }

  listen(listener: StreamListener): void {
    this.#inbox.listen(listener)
  }

  close(): Promise<void> {
    this.#inbox.close()
    this.#closing ??= this.#giveBack()
    return this.#closing
  }

  /** Over only once the other side knows it too: many a bridge takes one host at a time. */
  async #giveBack(): Promise<void> {
    if (this.#socket.closed) return
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#socket.once('close', () => {
      resolve()
    })
    const patience = setTimeout(() => this.#socket.destroy(), FAREWELL_MS)
    this.#socket.end()
    await promise
    clearTimeout(patience)
  }
}
