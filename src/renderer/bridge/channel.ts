import { createORPCClient, type ClientLink } from '@orpc/client'
import type { Snapshot } from '#contract/snapshot.ts'
import { decodeTelemetry, type TelemetryFrame } from '#contract/telemetry.ts'
import type { KitchenClient, KitchenLink, LinkState, Unsubscribe } from './kitchen-link.ts'

type Caller = Pick<ClientLink<Record<never, never>>, 'call'>

/** What both transports share: one lasting client over changing connections, and who listens. */
export class Channel {
  readonly #snapshots = new Set<(snapshot: Snapshot) => void>()
  readonly #frames = new Set<(frame: TelemetryFrame) => void>()
  readonly #states = new Set<(state: LinkState) => void>()
  #snapshot: Snapshot | null = null
  #state: LinkState = { kind: 'connecting' }
  #caller: Caller | null = null
  readonly client: KitchenClient

  constructor() {
    this.client = createORPCClient<KitchenClient>({
      // Nothing waits in a closed line: a command that cannot leave now never leaves later (law 12).
      call: (path, input, options) =>
        this.#caller === null
          ? Promise.reject(new Error('the kitchen cannot be reached'))
          : this.#caller.call(path, input, options),
    })
  }

  get snapshot(): Snapshot | null {
    return this.#snapshot
  }

  use(caller: Caller | null): void {
    this.#caller = caller
  }

  setState(state: LinkState): void {
    if (state.kind === this.#state.kind) return
    this.#state = state
    for (const listener of this.#states) listener(state)
  }

  /** A message of the live channel: text is a snapshot, bytes are a telemetry frame. */
  receive(data: unknown): void {
    if (typeof data === 'string') {
      const snapshot = JSON.parse(data) as Snapshot
      this.#snapshot = snapshot
      for (const listener of this.#snapshots) listener(snapshot)
    } else if (data instanceof ArrayBuffer || data instanceof Uint8Array) {
      const frame = decodeTelemetry(data instanceof Uint8Array ? data : new Uint8Array(data))
      if (frame === null) return
      for (const listener of this.#frames) listener(frame)
    }
  }

  link(close: () => void): KitchenLink {
    return {
      client: this.client,
      onSnapshot: (listener) => {
        if (this.#snapshot !== null) listener(this.#snapshot)
        return added(this.#snapshots, listener)
      },
      onTelemetry: (listener) => added(this.#frames, listener),
      onState: (listener) => {
        listener(this.#state)
        return added(this.#states, listener)
      },
      close,
    }
  }
}

function added<T>(set: Set<T>, item: T): Unsubscribe {
  set.add(item)
  return () => set.delete(item)
}
