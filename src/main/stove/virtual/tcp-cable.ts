import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import type { Cable, CableOutcome } from './cable.ts'

const HOST = '127.0.0.1'
const MOST_WAITING = 8192

/** A TCP port on this machine, for one host at a time. */
class TcpCable implements Cable {
  #server: Server | null = null
  #socket: Socket | null = null
  #port: number
  readonly #onBytes: (bytes: Uint8Array) => void

  constructor(port: number, onBytes: (bytes: Uint8Array) => void) {
    this.#port = port
    this.#onBytes = onBytes
  }

  get address(): string {
    return `tcp:${HOST}:${this.#port}`
  }

  send(bytes: Uint8Array): void {
    const socket = this.#socket
    if (socket !== null && socket.writableLength < MOST_WAITING) socket.write(bytes)
  }

  unplug(): void {
    this.#socket?.destroy()
    this.#socket = null
    this.#server?.close()
    this.#server = null
  }

  async plug(): Promise<void> {
    if (this.#server !== null) return
    const server = createServer((socket) => {
      this.#accept(socket)
    })
    this.#server = server
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    server.once('error', reject)
    server.listen(this.#port, HOST, resolve)
    await promise
    this.#port = (server.address() as AddressInfo).port
  }

  close(): void {
    this.unplug()
  }

  #accept(socket: Socket): void {
    // A stove has one cable: a second host finds it taken.
    if (this.#socket !== null) {
      socket.destroy()
      return
    }
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', (bytes) => {
      this.#onBytes(Uint8Array.from(bytes))
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      if (this.#socket === socket) this.#socket = null
    })
  }
}

/** Port 0 = any that is free. */
export async function tcpCable(port: number, onBytes: (bytes: Uint8Array) => void): Promise<CableOutcome> {
  const cable = new TcpCable(port, onBytes)
  try {
    await cable.plug()
    return { kind: 'ok', cable }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { kind: 'failed', code: 'port-failed', detail: `cannot listen on ${HOST}:${port}: ${reason}` }
  }
}
