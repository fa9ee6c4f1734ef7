import { createServer, type AddressInfo, type Server } from 'node:net'
import { once } from 'node:events'
import { afterEach, describe, expect, test } from 'vitest'
import { HeadlessDisplay } from '../support/headless-display.ts'
import { startKitchen, type Running } from '../support/processes.ts'

let display: HeadlessDisplay
let running: Running
let server: Server | null = null
afterEach(async () => {
  display.leave()
  await running.stop()
  server?.close()
  server = null
})

async function kitchenOn(stove: string): Promise<void> {
  const kitchen = await startKitchen(stove)
  running = kitchen.running
  display = await HeadlessDisplay.enter(kitchen.url)
}

async function deviceThat(answers: (say: (bytes: Buffer) => void) => void): Promise<string> {
  server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.on('data', () => answers((bytes) => void socket.write(bytes)))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `tcp:127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('an address where no stove is', () => {
  test.each([
    ['a port that does not exist', 'serial:/dev/smarttop-none', 'no-such-port'],
    ['an address without sense', 'teapot:42', 'bad-address'],
    ['a virtual stove that nobody can build', 'virtual:?zones=99', 'bad-address'],
    ['a machine that does not listen', 'tcp:127.0.0.1:1', 'connection-refused'],
  ])('%s: the kitchen runs, says so, and tries again for ever', async (_what, address, code) => {
    await kitchenOn(address)
    const seen = await display.until((snapshot) => snapshot.connection.kind === 'lost')
    expect(seen.connection).toMatchObject({ kind: 'lost', code })
    expect(await display.client.heat({ zone: 0, target: { kind: 'power', share: 1 } })).toMatchObject({
      kind: 'refused',
    })
    expect(await display.client.stop({ zone: null })).toEqual({ kind: 'done' })
    const [first] = [seen.connection].flatMap((each) => (each.kind === 'lost' ? [each.retryAtWall] : []))
    await display.until(({ connection }) => connection.kind === 'lost' && connection.retryAtWall !== first)
  })
})

describe('a device that is no stove of ours', () => {
  test('talks garbage for as long as it likes: no answer, said so', async () => {
    const noise = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 131) % 256))
    await kitchenOn(await deviceThat((say) => say(noise)))
    const seen = await display.until((snapshot) => snapshot.connection.kind === 'lost')
    expect(seen.connection).toMatchObject({ kind: 'lost', code: 'no-answer' })
  })

  test('says nothing at all: no answer, said so', async () => {
    await kitchenOn(await deviceThat(() => {}))
    const seen = await display.until((snapshot) => snapshot.connection.kind === 'lost')
    expect(seen.connection).toMatchObject({ kind: 'lost', code: 'no-answer' })
  })
})
