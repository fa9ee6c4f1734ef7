import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { isLoopback, isOwnHost, isOwnOrigin } from '#main/http/addresses.ts'
import type { StopAccess } from './protocol.ts'

/** A token is 43 characters long. */
const LONGEST_BODY = 100
const MOST_SOCKETS = 64
const PATIENCE = 2000
/** A port that another program holds is asked for again after this. */
const RETRY_AFTER = 1000

/**
 * Law 1 where the kitchen hangs: the supervisor's process hears STOP by itself, and nothing else. Who may press it is
 * who may enter the kitchen: a page of its own, under its own name, on this machine or with the token of a screen
 * that was paired. `POST /stop`, the token as its body.
 */
export class StopDoor {
  readonly #stop: (by: string) => void
  readonly #told: (port: number | null) => void
  #access: StopAccess | null = null
  #server: Server | null = null
  #retry: NodeJS.Timeout | undefined

  constructor(stop: (by: string) => void, told: (port: number | null) => void) {
    this.#stop = stop
    this.#told = told
  }

  /** Who may press it, and where it listens. Only the first call opens it. */
  open(access: StopAccess): void {
    const first = this.#access === null
    this.#access = access
    if (first) this.#listen(access)
  }

  close(): void {
    clearTimeout(this.#retry)
    this.#server?.close()
    this.#server?.closeAllConnections()
  }

  #listen(access: StopAccess): void {
    const server = createServer({ requestTimeout: PATIENCE, headersTimeout: PATIENCE }, (request, response) =>
      this.#answer(request, response),
    )
    server.maxConnections = MOST_SOCKETS
    server.on('error', () => {
      this.#told(null)
      this.#retry = setTimeout(() => this.#listen(access), RETRY_AFTER)
    })
    server.listen({ port: access.port, host: access.lan.length > 0 ? '0.0.0.0' : '127.0.0.1' }, () =>
      this.#told(access.port),
    )
    this.#server = server
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const access = this.#access
    const { host, origin } = request.headers
    if (access === null || !isOwnHost(host, access.port, access.lan)) return end(response, 421)
    const page = host?.replace(/:\d+$/, `:${access.kitchenPort}`)
    if (!isOwnOrigin(origin, page)) return end(response, 403)
    response.setHeader('access-control-allow-origin', origin ?? '')
    if (request.method !== 'POST' || request.url !== '/stop') return end(response, 404)
    let token = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => {
      token += part
      if (token.length > LONGEST_BODY) request.destroy()
    })
    request.on('end', () => {
      const by = whoIs(token, request.socket.remoteAddress, access)
      if (by === null) return end(response, 401)
      this.#stop(by)
      end(response, 204)
    })
  }
}

/** The id of the screen that asks; null when it is nobody's. */
function whoIs(token: string, from: string | undefined, access: StopAccess): string | null {
  if (token === '') return access.loopbackIsDisplay && isLoopback(from) ? 'display' : null
  // Hashes are compared, of which a guess tells nothing by its timing.
  const hash = createHash('sha256').update(token).digest('hex')
  return access.screens.find((screen) => screen.hash === hash)?.id ?? null
}

function end(response: ServerResponse, status: number): void {
  response.statusCode = status
  response.end()
}
