import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { kitchenContract } from '#contract/commands.ts'
import type { Snapshot } from '#contract/snapshot.ts'

export type KitchenClient = ContractRouterClient<typeof kitchenContract>

/** A display without glass: speaks to a running kitchen and shows STOP to nobody, so measuring only. */
export class HeadlessDisplay {
  readonly client: KitchenClient
  readonly #rpc: WebSocket
  readonly #live: WebSocket
  readonly #beat: NodeJS.Timeout
  readonly #onFrame = new Set<(bytes: Uint8Array) => void>()
  readonly #onSnapshot = new Set<() => void>()
  snapshot: Snapshot | null = null

  /** Enters as the display, or with a token as the screen that was paired. */
  static async enter(url: string, token: string | null = null): Promise<HeadlessDisplay> {
    const base = new URL(url)
    const query = token === null ? '' : `?token=${token}`
    const open = async (path: string): Promise<WebSocket> => {
      const socket = new WebSocket(`ws://${base.host}${path}${query}`, { headers: { origin: base.origin } })
      await once(socket, 'open')
      return socket
    }
    const rpc = await open('/rpc')
    const display = new HeadlessDisplay(rpc, await open('/live'))
    await display.until(() => true)
    return display
  }

  private constructor(rpc: WebSocket, live: WebSocket) {
    this.#rpc = rpc
    this.#live = live
    this.client = createORPCClient<KitchenClient>(new RPCLink({ websocket: rpc as never }))
    live.on('message', (data: Buffer, binary) => {
      if (binary) for (const listener of this.#onFrame) listener(data)
      else {
        this.snapshot = JSON.parse(data.toString()) as Snapshot
        for (const listener of this.#onSnapshot) listener()
      }
    })
    const beat = (): void => {
      // A kitchen that was killed under test takes no beat any more.
      this.client.beat({ touched: true }).catch(() => {})
    }
    this.#beat = setInterval(beat, 1000)
    beat()
  }

  onFrame(listener: (bytes: Uint8Array) => void): () => void {
    this.#onFrame.add(listener)
    return () => this.#onFrame.delete(listener)
  }

  /** The first snapshot, the present one included, that fits. */
  until(fits: (snapshot: Snapshot) => boolean): Promise<Snapshot> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (this.snapshot === null || !fits(this.snapshot)) return
        this.#onSnapshot.delete(look)
        resolve(this.snapshot)
      }
      this.#onSnapshot.add(look)
      look()
    })
  }

  leave(): void {
    clearInterval(this.#beat)
    this.#rpc.terminate()
    this.#live.terminate()
  }
}
