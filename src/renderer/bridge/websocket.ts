import { RPCLink } from '@orpc/client/websocket'
import { backoff } from './backoff.ts'
import { Channel } from './channel.ts'
import type { KitchenLink } from './kitchen-link.ts'
import { forgetToken, storedToken } from './pairing.ts'

/** Silence on a connected stove's live channel after which the line is taken for dead (half-open TCP). */
const SILENCE_MS = 5000

/**
 * The kitchen over two WebSockets, `/rpc` and `/live`, beside the page it came from. Both live and die together;
 * each attempt uses new sockets, so nothing written to a dead one can arrive later.
 */
export function openWebSocketLink(page: URL = new URL(location.href)): KitchenLink {
  const channel = new Channel()
  let attempt = 0
  let closed = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let drop: () => void = () => {}

  const at = (path: string): string => {
    const url = new URL(path, new URL('.', page))
    url.protocol = page.protocol === 'https:' ? 'wss:' : 'ws:'
    url.search = ''
    const token = storedToken()
    if (token !== null) url.searchParams.set('token', token)
    url.hash = ''
    return url.href
  }

  const connect = (): void => {
    const rpc = new WebSocket(at('rpc'))
    const live = new WebSocket(at('live'))
    live.binaryType = 'arraybuffer'
    let heard = performance.now()
    let opened = 0
    let dropped = false

    drop = () => {
      if (dropped) return
      dropped = true
      clearInterval(watch)
      channel.use(null)
      rpc.close()
      live.close()
      if (closed) return
      channel.setState({ kind: 'closed' })
      timer = setTimeout(connect, backoff(attempt++))
    }
    const watch = setInterval(() => {
      const live = opened === 2 && channel.snapshot?.connection.kind === 'connected'
      if (live && performance.now() - heard > SILENCE_MS) drop()
    }, 1000)

    const onOpen = (): void => {
      opened += 1
      if (opened < 2) return
      attempt = 0
      heard = performance.now()
      channel.use(new RPCLink({ websocket: rpc }))
      channel.setState({ kind: 'open' })
    }
    const onClose = (): void => {
      const refused = opened === 0
      drop()
      if (refused && !closed) void stopIfUnpaired()
    }
    for (const socket of [rpc, live]) {
      socket.addEventListener('open', onOpen, { once: true })
      socket.addEventListener('close', onClose, { once: true })
    }
    live.addEventListener('message', (event: MessageEvent<unknown>) => {
      heard = performance.now()
      channel.receive(event.data)
    })
  }

  // A refused upgrade tells no reason. If the same server still answers plain requests, it is this screen that it
  // does not know: ask for the code instead of knocking for ever.
  const stopIfUnpaired = async (): Promise<void> => {
    if (!(await answers(page)) || closed) return
    if (storedToken() !== null && isLoopback(page)) return forgetToken()
    if (isLoopback(page)) return
    forgetToken()
    clearTimeout(timer)
    channel.setState({ kind: 'unpaired' })
  }

  connect()
  return channel.link(() => {
    closed = true
    clearTimeout(timer)
    drop()
  })
}

const isLoopback = (page: URL): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(page.hostname)

async function answers(page: URL): Promise<boolean> {
  try {
    return (await fetch(new URL('.', page), { method: 'HEAD', cache: 'no-store' })).ok
  } catch {
    return false
  }
}
