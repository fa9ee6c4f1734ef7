import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freePort } from '#main/http/free-port.ts'
import type { StopAccess } from '#main/supervisor/protocol.ts'
import { StopDoor } from '#main/supervisor/stop-door.ts'

const KITCHEN = 4510
const TOKEN = 'a'.repeat(43)
const hash = createHash('sha256').update(TOKEN).digest('hex')

let door: StopDoor
let access: StopAccess
let stopped: string[]

/** Resolves with what is told first. */
function opening(given: StopAccess): Promise<number | null> {
  return new Promise((told) => {
    door = new StopDoor((by) => stopped.push(by), told)
    door.open(given)
  })
}

beforeEach(async () => {
  stopped = []
  access = {
    port: await freePort(0),
    lan: [],
    kitchenPort: KITCHEN,
    loopbackIsDisplay: true,
    screens: [{ id: 'phone', hash }],
  }
  expect(await opening(access)).toBe(access.port)
})
afterEach(() => door.close())

const page = `http://127.0.0.1:${KITCHEN}`

/** The status of the answer; 0 when the door hangs up. */
function press(
  body = '',
  headers: Readonly<Record<string, string>> = { origin: page },
  { path = '/stop', method = 'POST' } = {},
): Promise<number> {
  return new Promise((resolve) => {
    const sent = request({ host: '127.0.0.1', port: access.port, path, method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.on('error', () => resolve(0))
    sent.end(body)
  })
}

describe("the supervisor's own door", () => {
  test('hears STOP from the display, and from a paired screen by its token', async () => {
    expect(await press()).toBe(204)
    expect(await press(TOKEN)).toBe(204)
    expect(stopped).toEqual(['display', 'phone'])
  })

  test('hears nobody from another page, from none, or under another name', async () => {
    expect(await press('', { origin: 'http://evil.example' })).toBe(403)
    expect(await press('', { origin: `http://127.0.0.1:${KITCHEN + 7}` })).toBe(403)
    expect(await press('', {})).toBe(403)
    expect(await press('', { origin: page, host: `evil.example:${access.port}` })).toBe(421)
    expect(
      await press('', { origin: `http://evil.example:${KITCHEN}`, host: `evil.example:${access.port}` }),
    ).toBe(421)
    expect(stopped).toEqual([])
  })

  test('hears no token that was never given out, nor one that was taken back', async () => {
    expect(await press('guess')).toBe(401)
    door.open({ ...access, screens: [] })
    expect(await press(TOKEN)).toBe(401)
    expect(stopped).toEqual([])
  })

  test('of a kitchen without a display does not take loopback for one', async () => {
    door.open({ ...access, loopbackIsDisplay: false })
    expect(await press()).toBe(401)
    expect(await press(TOKEN)).toBe(204)
    expect(stopped).toEqual(['phone'])
  })

  test('does nothing else, whatever it is asked', async () => {
    expect(await press('', { origin: page }, { path: '/heat' })).toBe(404)
    expect(await press('', { origin: page }, { method: 'GET' })).toBe(404)
    expect(await press('x'.repeat(100_000))).not.toBe(204)
    expect(stopped).toEqual([])
  })

  test('lets its own page, and no other, read the answer', async () => {
    const answer = await fetch(`http://127.0.0.1:${access.port}/stop`, {
      method: 'POST',
      headers: { origin: page },
    })
    expect(answer.headers.get('access-control-allow-origin')).toBe(page)
  })

  test('says that it cannot open where another program listens', async () => {
    door.close()
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    expect(await opening({ ...access, port })).toBeNull()
    other.close()
  })
})
