import { mkdtempSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { Door } from '#main/bridge/door.ts'
import { Pairing } from '#main/bridge/pairing.ts'
import type { Screen } from '#main/bridge/screen.ts'
import { serve, type Served } from '#main/http/serve.ts'

let served: Served
let pairing: Pairing
let entered: Screen[]
let serveHere: (headless: boolean) => Promise<Served>
const port = (): number => Number(new URL(served.url).port)

beforeEach(async () => {
  const glass = mkdtempSync(join(tmpdir(), 'smarttop-glass-'))
  writeFileSync(join(glass, 'index.html'), '<!doctype html><title>glass</title>')
  pairing = new Pairing(null, () => 0, false)
  entered = []
  const door: Door = {
    attachRpc: (_socket, screen) => void entered.push(screen),
    attachLiveSocket: (_socket, screen) => void entered.push(screen),
    attachPorts: () => {},
    screens: () => [],
    sendAway: () => {},
    changed: () => {},
  }
  serveHere = (headless) => serve({ door, pairing, glass, port: 0, lan: false, headless })
  served = await serveHere(false)
})
afterEach(() => served.close())

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

function ask(path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: port(), path, method, headers }, (response) => {
      let text = ''
      response.on('data', (part: Buffer) => (text += part.toString()))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Opens a socket and resolves with 101, or with the status of its refusal. */
async function knock(path: string, origin: string | null, host?: string): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port()}${path}`, {
    headers: { ...(origin === null ? {} : { origin }), ...(host === undefined ? {} : { host }) },
  })
  socket.on('error', () => {})
  const status = await new Promise<number>((resolve) => {
    socket.on('open', () => resolve(101))
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
  })
  socket.terminate()
  return status
}
const ownOrigin = (): string => `http://127.0.0.1:${port()}`

describe('the page', () => {
  test('comes with a policy that lets nothing in from elsewhere', async () => {
    const answer = await ask('/')
    expect(answer.status).toBe(200)
    const policy = String(answer.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })

  test('is not served under a name that somebody pointed at us', async () => {
    expect((await ask('/', { host: `evil.example:${port()}` })).status).toBe(421)
  })

  test.each(['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json'])(
    'never leaves its folder by %s',
    async (path) => {
      expect((await ask(path)).status).toBe(404)
    },
  )

  test('cannot be written to', async () => {
    expect((await ask('/index.html', {}, 'PUT')).status).toBe(405)
  })
})

describe('the channels', () => {
  test('are open to the display: our own page on this very machine', async () => {
    expect(await knock('/live', ownOrigin())).toBe(101)
    expect(await knock('/rpc', ownOrigin())).toBe(101)
    expect(entered.map((screen) => screen.role)).toEqual(['display', 'display'])
  })

  test('are closed to other pages, to none and to other names', async () => {
    expect(await knock('/rpc', 'http://evil.example')).toBe(403)
    expect(await knock('/rpc', null)).toBe(403)
    expect(await knock('/rpc', ownOrigin(), `evil.example:${port()}`)).toBe(421)
    expect(await knock('/else', ownOrigin())).toBe(404)
    expect(entered).toEqual([])
  })

  test('outlive a request for what is no address at all', async () => {
    const refused = await new Promise<number>((resolve, reject) => {
      const sent = request({
        host: '127.0.0.1',
        port: port(),
        path: '//',
        headers: { origin: ownOrigin(), connection: 'Upgrade', upgrade: 'websocket' },
      })
      sent.on('response', (response) => resolve(response.statusCode ?? 0))
      sent.on('error', reject)
      sent.end()
    })
    expect(refused).toBe(404)
    expect(await knock('/live', ownOrigin())).toBe(101)
  })

  test('law 6: of a kitchen without a display are closed to loopback, where only a tunnel can end', async () => {
    await served.close()
    served = await serveHere(true)
    expect(await knock('/rpc', ownOrigin())).toBe(401)
    const paired = pairing.pair(pairing.code, 'wall')
    if (paired.kind !== 'paired') throw new Error('not paired')
    expect(await knock(`/rpc?token=${paired.token}`, ownOrigin())).toBe(101)
  })

  test('know a paired screen by its token, and nobody by a wrong one', async () => {
    const paired = pairing.pair(pairing.code, 'phone')
    if (paired.kind !== 'paired') throw new Error('not paired')
    expect(await knock(`/rpc?token=${paired.token}`, ownOrigin())).toBe(101)
    expect(await knock('/rpc?token=guess', ownOrigin())).toBe(401)
    expect(entered).toEqual([paired.screen])
  })

  test('throw out a screen that floods', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${port()}/rpc`, { headers: { origin: ownOrigin() } })
    await once(socket, 'open')
    for (let count = 0; count < 300; count++) socket.send('x')
    const [code] = (await once(socket, 'close')) as [number]
    expect(code).toBe(1008)
  })
})

describe('a screen that leaves without a word', () => {
  test('is gone when it has left three questions unanswered; one that answers stays', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    try {
      const open = async (autoPong: boolean): Promise<WebSocket> => {
        const socket = new WebSocket(`ws://127.0.0.1:${port()}/live`, {
          headers: { origin: ownOrigin() },
          autoPong,
        })
        await once(socket, 'open')
        return socket
      }
      const here = await open(true)
      const gone = await open(false)
      const closed = once(gone, 'close')
      for (let question = 0; question < 3; question++) {
        const heard = [here, gone].map((socket) => once(socket, 'ping'))
        vi.advanceTimersByTime(2000)
        await Promise.all(heard)
        // What is answered after an answer has been heard: the line keeps its order.
        here.ping()
        await once(here, 'pong')
      }
      vi.advanceTimersByTime(2000)
      await closed
      expect(here.readyState).toBe(WebSocket.OPEN)
      here.terminate()
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('pairing', () => {
  const pair = (body: unknown, origin = ownOrigin()): Promise<Answer> =>
    ask('/pair', { origin, 'content-type': 'application/json' }, 'POST', JSON.stringify(body))

  test('gives a token for the right code', async () => {
    const answer = await pair({ code: pairing.code, name: 'phone' })
    expect(answer.status).toBe(200)
    expect(pairing.recognise((JSON.parse(answer.body) as { token: string }).token)?.name).toBe('phone')
  })

  test('outlives a code that is longer in bytes than in letters', async () => {
    expect((await pair({ code: 'éééééé', name: 'phone' })).status).toBe(403)
    expect((await pair({ code: pairing.code, name: 'phone' })).status).toBe(200)
  })

  test('refuses a wrong code, nonsense and foreign pages', async () => {
    const code = pairing.code
    expect((await pair({ code: 'wrong', name: 'phone' })).status).toBe(403)
    expect((await pair('nonsense')).status).toBe(400)
    expect((await pair({ code, name: '' })).status).toBe(400)
    expect((await pair({ code, name: 'phone' }, 'http://evil.example')).status).toBe(403)
  })
})
