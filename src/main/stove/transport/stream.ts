import type { StoveProblemCode } from '../stove.ts'

/** Why a stream ended. */
export interface StreamEnd {
  readonly reason: StoveProblemCode
  readonly detail: string
}

/**
 * A line of bytes to a device: a serial port, a socket, a thread. It belongs to one connection and is never
 * opened again (law 12). Nothing here throws: a dead line swallows what is written and says so through `onEnd`.
 */
export interface ByteStream {
  /** True while earlier bytes have not gone out yet. Writing is still allowed: off does not wait. */
  readonly congested: boolean
  /** The bytes belong to the stream from here on. */
  write(bytes: Uint8Array): void
  /** Ends the line; resolves when it is given back. Idempotent; `onEnd` is not called for it. */
  close(): Promise<void>
  /** Sets who listens; bytes that came before are handed over first. */
  listen(listener: StreamListener): void
}

export interface StreamListener {
  onData(bytes: Uint8Array): void
  /** The line is no longer congested. */
  onDrain(): void
  /** The line broke; at most once, nothing follows. */
  onEnd(end: StreamEnd): void
}

export type StreamOpening =
  | { readonly kind: 'open'; readonly stream: ByteStream }
  | ({ readonly kind: 'failed' } & StreamEnd)
