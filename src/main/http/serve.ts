import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import sirv from 'sirv'
import { WebSocketServer, type WebSocket } from 'ws'
import { z } from 'zod'
import { RECIPE_PART } from '#contract/recipe-parts.ts'
import type { Door } from '#main/bridge/door.ts'
import type { Pairing } from '#main/bridge/pairing.ts'
import type { Screen } from '#main/bridge/screen.ts'
import type { StopAccess } from '#main/supervisor/protocol.ts'
import { isLoopback, isOwnHost, isOwnOrigin, lanAddresses } from './addresses.ts'
import { freePort } from './free-port.ts'
import { securityHeaders } from './headers.ts'

export interface ServeOptions {
  readonly door: Door
  readonly pairing: Pairing
  /** Folder with the built glass. */
  readonly glass: string
  /** 0 = any free port. */
  readonly port: number
  /** Listen on all interfaces, not on 127.0.0.1 alone. */
  readonly lan: boolean
  /** This machine has no display: the one that pairs first is it (law 6), and whoever comes by loopback is not. */
  readonly headless?: boolean
  /** Told where STOP is to be heard past the kitchen, before the first page is served. */
  readonly stopDoor?: (access: Omit<StopAccess, 'screens'>) => void
}

export interface Served {
  readonly url: string
  /** Addresses for other screens; empty unless shared on the LAN. */
  readonly urls: readonly string[]
  close(): Promise<void>
}

/** A part of a recipe's text is the largest thing that a screen sends: as JSON, six bytes a character at most. */
const LARGEST_MESSAGE = 6 * RECIPE_PART + 1024
/** Messages that one screen may send in one second; a dragged ring sends 30. */
const FLOOD = 200
/** A screen is asked this often whether it is still there, ms. */
const PING_EVERY = 2000
/** So many unanswered: it left without a word, as a phone does that leaves the Wi-Fi. */
const MOST_UNANSWERED = 3
const pairSchema = z.object({ code: z.string().max(12), name: z.string().trim().min(1).max(40) })

/** Serves the glass and its two channels, `/rpc` and `/live`. Rejects with the system's error when it cannot listen. */
export async function serve(options: ServeOptions): Promise<Served> {
  const files = sirv(options.glass, { etag: true, dev: false, single: false })
  const lan = options.lan ? lanAddresses() : []
  const server = createServer((request, response) => answer(request, response))
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE })
  let port = options.port
  let stopPort: number | null = null

  function answer(request: IncomingMessage, response: ServerResponse): void {
    for (const [name, value] of Object.entries(securityHeaders(stopOrigin(request.headers.host))))
      response.setHeader(name, value)
    if (!isOwnHost(request.headers.host, port, lan)) return end(response, 421, 'host-unknown')
    if (request.url === '/pair' && request.method === 'POST') return pair(request, response)
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'method')
    files(request, response, () => end(response, 404, 'not-found'))
  }

  /** Where a page under this Host finds the supervisor's own STOP. */
  const stopOrigin = (host: string | undefined): string | null =>
    stopPort !== null && isOwnHost(host, port, lan)
      ? `http://${host!.replace(/:\d+$/, '')}:${stopPort}`
      : null

  function pair(request: IncomingMessage, response: ServerResponse): void {
    if (!isOwnOrigin(request.headers.origin, request.headers.host))
      return end(response, 403, 'origin-unknown')
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => {
      body += part
      if (body.length > 1000) request.destroy()
    })
    request.on('end', () => {
      let given: unknown = null
      try {
        given = JSON.parse(body)
      } catch {
        // Falls through to the schema, which refuses null.
      }
      const parsed = pairSchema.safeParse(given)
      if (!parsed.success) return end(response, 400, 'pairing-wrong')
      const result = options.pairing.pair(parsed.data.code, parsed.data.name)
      if (result.kind === 'refused') return end(response, 403, result.code)
      options.door.changed()
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ token: result.token, role: result.screen.role }))
    })
  }

  function screenOf(request: IncomingMessage, url: URL): Screen | null {
    const token = url.searchParams.get('token')
    if (token !== null) return options.pairing.recognise(token)
    // Whoever sits at this machine stands at its display. Nobody sits at one without: loopback there is a tunnel.
    return options.headless !== true && isLoopback(request.socket.remoteAddress)
      ? { id: 'display', name: 'display', role: 'display' }
      : null
  }

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const refuse = (status: string): void => {
      socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`)
    }
    socket.on('error', () => socket.destroy())
    if (!isOwnHost(request.headers.host, port, lan)) return refuse('421 Misdirected Request')
    if (!isOwnOrigin(request.headers.origin, request.headers.host)) return refuse('403 Forbidden')
    const url = URL.parse(request.url ?? '/', 'http://kitchen')
    const channel = url?.pathname
    if (url === null || (channel !== '/rpc' && channel !== '/live')) return refuse('404 Not Found')
    const screen = screenOf(request, url)
    if (screen === null) return refuse('401 Unauthorized')
    sockets.handleUpgrade(request, socket, head, (opened) => {
      limitFlood(opened)
      noticeLoss(opened)
      if (channel === '/rpc') options.door.attachRpc(opened, screen)
      else options.door.attachLiveSocket(opened, screen)
    })
  }

  server.on('upgrade', upgrade)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port: options.port, host: options.lan ? '0.0.0.0' : '127.0.0.1' }, () => {
      server.off('error', reject)
      resolve()
    })
  })
  port = (server.address() as AddressInfo).port
  if (options.stopDoor !== undefined) {
    stopPort = await freePort(port + 1)
    options.stopDoor({ port: stopPort, lan, kitchenPort: port, loopbackIsDisplay: options.headless !== true })
  }

  return {
    url: `http://127.0.0.1:${port}/`,
    urls: lan.map((address) => `http://${address}:${port}/`),
    close: () =>
      new Promise((resolve) => {
        for (const client of sockets.clients) client.terminate()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function end(response: ServerResponse, status: number, code: string): void {
  response.statusCode = status
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ error: { code } }))
}

/** Closes a socket that sends more than anybody's fingers could. */
function limitFlood(socket: WebSocket): void {
  let count = 0
  const window = setInterval(() => {
    count = 0
  }, 1000)
  socket.on('message', () => {
    count += 1
    if (count > FLOOD) socket.close(1008, 'flood')
  })
  socket.on('close', () => clearInterval(window))
  socket.on('error', () => socket.terminate())
}

/** Ends a line on which nobody answers any more. Browsers answer by themselves, also for a page that is hidden. */
function noticeLoss(socket: WebSocket): void {
  let unanswered = 0
  const asking = setInterval(() => {
    if (unanswered === MOST_UNANSWERED) return socket.terminate()
    unanswered += 1
    socket.ping()
  }, PING_EVERY)
  socket.on('pong', () => {
    unanswered = 0
  })
  socket.on('close', () => clearInterval(asking))
}
