import type { StreamEnd, StreamListener } from './stream.ts'

/**
 * Stands between a line and its listener: keeps what comes before anybody listens, and lets nothing through
 * after the end.
 */
export class Inbox {
  #listener: StreamListener | null = null
  #early: Uint8Array[] = []
  #end: StreamEnd | null = null
  #closed = false

  /** True when the line has broken or was closed. */
  get over(): boolean {
    return this.#closed || this.#end !== null
  }

  listen(listener: StreamListener): void {
    this.#listener = listener
    const early = this.#early
    this.#early = []
    for (const bytes of early) listener.onData(bytes)
    if (this.#end !== null && !this.#closed) listener.onEnd(this.#end)
  }

  data(bytes: Uint8Array): void {
    if (this.over) return
    if (this.#listener === null) this.#early.push(bytes)
    else this.#listener.onData(bytes)
  }

  drain(): void {
    if (!this.over) this.#listener?.onDrain()
  }

  end(end: StreamEnd): void {
    if (this.over) return
    this.#end = end
    this.#listener?.onEnd(end)
  }

  /** The line was closed by our own side: nothing is told any more. */
  close(): void {
    this.#closed = true
    this.#early = []
  }
}
