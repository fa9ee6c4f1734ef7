/** The cable between an emulated stove and its host: what can be pulled and put back. */
export interface Cable {
  /** How a kitchen reaches the stove: `serial:PATH` or `tcp:HOST:PORT`. */
  readonly address: string
  /** Sends to the host. Bytes that nobody takes are lost, as on any wire. */
  send(bytes: Uint8Array): void
  /** The host sees the port vanish. Idempotent. */
  unplug(): void
  /** The port is back, under the same address. Idempotent. */
  plug(): Promise<void>
  /** Takes everything away for good; safe in an exit handler. */
  close(): void
}

export type CableOutcome =
  | { readonly kind: 'ok'; readonly cable: Cable }
  | { readonly kind: 'failed'; readonly code: CableProblem; readonly detail: string }

export type CableProblem =
  /** This system has no pseudo-terminals for us. */
  | 'no-pty'
  /** Something else is at the path. */
  | 'path-taken'
  | 'port-failed'
