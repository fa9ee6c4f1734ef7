import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { openTcp } from '#main/stove/transport/tcp.ts'
import type { ByteStream, StreamEnd } from '#main/stove/transport/stream.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function listening(onSocket: (socket: Socket) => void = () => undefined): Promise<number> {
  const server = createServer(onSocket)
  servers.push(server)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return (server.address() as AddressInfo).port
}

async function connected(onSocket: (socket: Socket) => void): Promise<ByteStream> {
  const opening = await openTcp('127.0.0.1', await listening(onSocket))
  if (opening.kind === 'failed') throw new Error(opening.detail)
  return opening.stream
}

const ended = (stream: ByteStream): Promise<StreamEnd> =>
  new Promise((resolve) => {
    stream.listen({ onData: () => undefined, onDrain: () => undefined, onEnd: resolve })
  })

describe('a tcp line', () => {
  test('carries bytes both ways, also those that came before anybody listened', async () => {
    const stream = await connected((socket) => {
      socket.on('data', (bytes) => socket.write(bytes))
    })
    stream.write(Uint8Array.of(1, 2, 3))
    const echo = await new Promise<Uint8Array>((resolve) => {
      stream.listen({ onData: resolve, onDrain: () => undefined, onEnd: () => undefined })
    })
    expect([...echo]).toEqual([1, 2, 3])
    await stream.close()
  })

  test('that nobody serves is refused', async () => {
    const port = await listening()
    const [server] = servers.splice(0)
    await new Promise((resolve) => server?.close(resolve))
    expect(await openTcp('127.0.0.1', port)).toMatchObject({ kind: 'failed', reason: 'connection-refused' })
  })

  test('that breaks says so once, and swallows what is written after', async () => {
    const stream = await connected((socket) => {
      socket.on('data', () => socket.resetAndDestroy())
    })
    const end = ended(stream)
    stream.write(Uint8Array.of(1))
    expect((await end).reason).toBe('unplugged')
    stream.write(Uint8Array.of(2))
    await stream.close()
  })

  test('is closed only when the other side knows it', async () => {
    let closed = false
    const stream = await connected((socket) => {
      socket.resume()
      socket.on('close', () => {
        closed = true
      })
    })
    let told = false
    void ended(stream).then(() => {
      told = true
    })
    await stream.close()
    await stream.close()
    await new Promise((resolve) => setImmediate(resolve))
    expect(closed).toBe(true)
    expect(told).toBe(false)
  })
})
