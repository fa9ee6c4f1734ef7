import { Worker } from 'node:worker_threads'
import { scriptUrl } from '../scripts.ts'

/** Tells the entry of the thread to check one file and end. */
export interface CheckTask {
  readonly task: 'check'
  readonly file: string
}

/**
 * PRAGMA integrity_check of a whole file, which reads all of it: on a thread of its own, since appends cannot wait
 * for a slow stick. Null when the file is whole, else what is wrong with it.
 */
export function checkFile(file: string): Promise<string | null> {
  return new Promise((settle, fail) => {
    const workerData: CheckTask = { task: 'check', file }
    const worker = new Worker(scriptUrl('store'), { name: 'store-check', workerData })
    worker.once('message', (answer: string | null) => settle(answer))
    worker.once('error', fail)
    worker.once('exit', () => fail(new Error('the check ended without an answer')))
  })
}
