import { Worker } from 'node:worker_threads'
import { scriptUrl } from '#main/scripts.ts'
import { Inbox } from './inbox.ts'
import type { ByteStream, StreamListener } from './stream.ts'

/** What the thread finds in `workerData`. Bytes travel as Uint8Array messages, both ways. */
interface VirtualThreadData {
  readonly parameters: Readonly<Record<string, string>>
}

/** Starts a virtual stove in a thread of its own. It greets like any other stove, or ends with an error. */
export function openVirtual(
  parameters: Readonly<Record<string, string>>,
  script: URL = scriptUrl('virtual'),
): ByteStream {
  const workerData: VirtualThreadData = { parameters }
  return new ThreadStream(new Worker(script, { workerData, name: 'virtual-stove' }))
}

class ThreadStream implements ByteStream {
  readonly #worker: Worker
  readonly #inbox = new Inbox()
  #closing: Promise<void> | null = null
  /** Messages to a thread never wait in our own memory for a wire. */
  readonly congested = false

  constructor(worker: Worker) {
    this.#worker = worker
    worker.on('message', (bytes: Uint8Array) => {
      this.#inbox.data(bytes)
    })
    worker.on('error', (error: unknown) => {
      const detail = error instanceof Error ? error.message : String(error)
      // The thread checks its parameters and says with a RangeError which one it cannot use.
      const reason = error instanceof RangeError ? 'bad-address' : 'port-failed'
      this.#inbox.end({ reason, detail })
    })
    worker.on('exit', (code) => {
      this.#inbox.end({ reason: 'unplugged', detail: `the virtual stove has ended (${code})` })
    })
  }

  write(bytes: Uint8Array): void {
    if (!this.#inbox.over) this.#worker.postMessage(bytes)
  }

  listen(listener: StreamListener): void {
    this.#inbox.listen(listener)
  }

  close(): Promise<void> {
    this.#inbox.close()
    this.#closing ??= this.#worker.terminate().then(() => undefined)
    return this.#closing
  }
}
