import { Worker } from 'node:worker_threads'
import { SmartTopError } from '#contract/error.ts'
import { scriptUrl } from '../scripts.ts'
import { storeClient } from './client.ts'
import { refuseOldNode } from './node-version.ts'
import type { Media } from './places.ts'
import type { FromStore, StoreTask } from './protocol.ts'
import type { Store } from './store.ts'

export interface StoreOptions {
  /** The data folder; ':memory:' keeps nothing. */
  readonly directory: string
  /** Wall time in milliseconds. */
  readonly now?: () => number
  /** Where media for backups appear; the system's own unless said. */
  readonly media?: Media
}

/**
 * Opens the kitchen's memory on a thread of its own. Throws a SmartTopError where a person must decide: `storage-newer`,
 * `storage-busy`, `storage-migration-failed`, `node-too-old`. A damaged file, a full or a read-only disk are no reason
 * not to open: see `opened` and `onHealth`.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  refuseOldNode()
  const now = options.now ?? Date.now
  const workerData: StoreTask = {
    task: 'store',
    directory: options.directory,
    now: now(),
    media: options.media ?? null,
  }
  const worker = new Worker(scriptUrl('store'), { name: 'store', workerData })
  const first = await firstWord(worker)
  if (first.type === 'opened') return storeClient(worker, now, first.opened, first.health)
  await worker.terminate()
  const { code, message, figures } =
    first.type === 'refused'
      ? first.error
      : { code: 'storage-failed', message: 'The store did not start.', figures: {} }
  throw new SmartTopError(code, message, figures)
}

function firstWord(worker: Worker): Promise<FromStore> {
  return new Promise((settle, fail) => {
    const failed = (reason: string): void => {
      fail(new SmartTopError('storage-failed', `The store did not start: ${reason}`, { reason }))
    }
    worker.once('message', settle)
    worker.once('error', (error) => failed(String(error)))
    worker.once('exit', () => failed('the thread ended'))
  })
}
