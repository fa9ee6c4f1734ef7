import { EventEmitter } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { storeClient } from '../../../src/main/store/client.ts'
import type { ToStore } from '../../../src/main/store/protocol.ts'
import type { StoreHealth } from '../../../src/main/store/store.ts'
import { entry, NOON, STOVE } from './figures.ts'

/** A thread that does only what the test says. */
class FakeThread extends EventEmitter {
  readonly got: ToStore[] = []
  postMessage(message: ToStore): void {
    this.got.push(message)
  }
}

function connected() {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const thread = new FakeThread()
  const opened = { setAside: null, salvaged: null }
  const store = storeClient(thread as unknown as Worker, () => NOON, opened, { kind: 'ok' })
  const told: StoreHealth[] = []
  store.onHealth((health) => told.push(health))
  return { thread, store, told }
}

const OK: StoreHealth = { kind: 'ok' }
const FAILED: StoreHealth = { kind: 'unwritable', code: 'failed' }

describe("the kitchen's end of the store", () => {
  test('sends what is appended in one turn as one message', async () => {
    const { thread, store } = connected()
    for (let i = 0; i < 5; i++) store.appendLog(STOVE, [entry(NOON)])
    expect(thread.got).toHaveLength(0)
    await Promise.resolve()
    expect(thread.got).toMatchObject([{ type: 'append', upTo: 5, now: NOON }])
  })

  test('sends what was appended before a question before the question', () => {
    const { thread, store } = connected()
    store.appendLog(STOVE, [entry(NOON)])
    void store.verifyLog().catch(() => {})
    expect(thread.got.map((message) => message.type)).toEqual(['append', 'call'])
  })

  test('calls a disk that hangs unwritable, and writable when it comes back', () => {
    const { thread, store, told } = connected()
    store.appendLog(STOVE, [entry(NOON)])
    vi.advanceTimersByTime(9000)
    expect(told).toEqual([OK])
    vi.advanceTimersByTime(2000)
    expect(told).toEqual([OK, FAILED])
    thread.emit('message', { type: 'settled', upTo: 1 })
    expect(told).toEqual([OK, FAILED, OK])
  })

  test('does not call a quiet kitchen hung', () => {
    const { thread, store, told } = connected()
    store.appendLog(STOVE, [entry(NOON)])
    thread.emit('message', { type: 'settled', upTo: 1 })
    vi.advanceTimersByTime(3_600_000)
    store.appendLog(STOVE, [entry(NOON)])
    vi.advanceTimersByTime(5000)
    expect(told).toEqual([OK])
  })

  test('of a thread that died refuses every question and starts no heat', async () => {
    const { thread, store, told } = connected()
    const asked = store.settings()
    thread.emit('error', new Error('out of memory'))
    thread.emit('exit', 1)
    await expect(asked).rejects.toMatchObject({ code: 'storage-closed' })
    await expect(store.settings()).rejects.toMatchObject({ code: 'storage-closed' })
    expect(told).toEqual([OK, FAILED])
    await store.close()
  })

  test('carries an error over with its code and figures', async () => {
    const { thread, store } = connected()
    const asked = store.beginCook({} as never)
    const error = { code: 'storage-unwritable', message: 'full', figures: { reason: 'full' } }
    thread.emit('message', { type: 'error', id: 1, error })
    await expect(asked).rejects.toMatchObject({ name: 'SmartTopError', ...error })
  })
})
