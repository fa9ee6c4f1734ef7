import type { Worker } from 'node:worker_threads'
import { SmartTopError } from '#contract/error.ts'
import type { CallName, Calls } from './calls.ts'
import { unpackGraph } from './packed-graph.ts'
import type { Append } from './pending.ts'
import type { FromStore, ToStore } from './protocol.ts'
import type { Store, StoreHealth, StoreOpened } from './store.ts'

/** A disk that has not taken an append for so long, in milliseconds, does not take any (a dying card hangs). */
const HUNG_AFTER = 10_000

interface Waiting {
  readonly settle: (value: unknown) => void
  readonly fail: (error: SmartTopError) => void
}

/** The kitchen's end of the store: every method is a message, and nothing here ever waits. */
export function storeClient(
  worker: Worker,
  now: () => number,
  opened: StoreOpened,
  first: StoreHealth,
): Store {
  const waiting = new Map<number, Waiting>()
  const listeners = new Set<(health: StoreHealth) => void>()
  let health = first
  let told: StoreHealth = first
  let hung = false
  let calls = 0
  let batch: Append[] = []
  let appended = 0
  let settled = 0
  let progressAt = performance.now()
  let closing: Promise<void> | null = null
  let gone = false

  const post = (message: ToStore): void => worker.postMessage(message)

  function tell(): void {
    const next: StoreHealth = hung && health.kind === 'ok' ? { kind: 'unwritable', code: 'failed' } : health
    if (JSON.stringify(next) === JSON.stringify(told)) return
    told = next
    for (const listener of listeners) listener(next)
  }

  function append(item: Append): void {
    if (gone || closing !== null) return
    if (settled === appended) progressAt = performance.now()
    appended += 1
    batch.push(item)
    if (batch.length === 1) queueMicrotask(send)
  }

  function send(): void {
    if (batch.length === 0) return
    post({ type: 'append', now: now(), appends: batch, upTo: appended })
    batch = []
  }

  function call<Name extends CallName>(
    name: Name,
    ...given: Parameters<Calls[Name]>
  ): ReturnType<Calls[Name]> {
    const answer = new Promise<unknown>((settle, fail) => {
      if (gone || closing !== null) {
        fail(new SmartTopError('storage-closed', `The store is closed; ${name} was asked of it.`))
        return
      }
      send()
      calls += 1
      waiting.set(calls, { settle, fail })
      post({ type: 'call', now: now(), id: calls, name, arguments: given })
    })
    return answer as ReturnType<Calls[Name]>
  }

  function take(id: number): Waiting | undefined {
    const found = waiting.get(id)
    waiting.delete(id)
    return found
  }

  worker.on('message', (message: FromStore) => {
    switch (message.type) {
      case 'answer':
        take(message.id)?.settle(message.value)
        break
      case 'error': {
        const { code, message: text, figures } = message.error
        take(message.id)?.fail(new SmartTopError(code, text, figures))
        break
      }
      case 'health':
        health = message.health
        tell()
        break
      case 'settled':
        settled = message.upTo
        progressAt = performance.now()
        hung = false
        tell()
        break
      case 'opened':
      case 'refused':
      case 'closed':
        break
    }
  })

  const watch = setInterval(() => {
    if (settled === appended || performance.now() - progressAt < HUNG_AFTER) return
    hung = true
    tell()
  }, 1000)
  watch.unref()

  let cause = 'the thread ended'
  worker.on('error', (error) => {
    cause = String(error)
  })
  const ended = new Promise<void>((settle) => {
    worker.once('exit', () => {
      gone = true
      clearInterval(watch)
      for (const [, { fail }] of waiting)
        fail(new SmartTopError('storage-closed', `The store is gone: ${cause}.`))
      waiting.clear()
      if (closing === null) {
        health = { kind: 'unwritable', code: 'failed' }
        tell()
      }
      settle()
    })
  })

  function close(): Promise<void> {
    if (closing === null) {
      send()
      closing = ended
      if (!gone) post({ type: 'close', now: now() })
    }
    return closing
  }

  return {
    opened,
    onHealth(listener) {
      listeners.add(listener)
      listener(told)
      return () => {
        listeners.delete(listener)
      }
    },
    appendLog: (stove, entries) => append({ type: 'log', stove, entries }),
    appendTelemetry: (stove, at, report) => append({ type: 'telemetry', stove, at, report }),
    rememberStove: (stove, at, address) => append({ type: 'stove', stove, at, address }),
    keepTimers: (stove, timers) => append({ type: 'timers', stove, at: timers.at, timers }),
    keepFaults: (stove, at, faults) => append({ type: 'faults', stove, at, faults }),
    faults: (stove) => call('faults', stove),
    lastStove: (address) => call('lastStove', address),
    timers: (stove) => call('timers', stove),
    appendCookEvent: (session, event) => append({ type: 'event', session, event }),
    flush: () => call('flush'),
    verifyLog: () => call('verifyLog'),
    verifyCook: (session) => call('verifyCook', session),
    zoneNames: (stove) => call('zoneNames', stove),
    nameZones: (stove, names) => call('nameZones', stove, names),
    residual: (stove) => call('residual', stove),
    settings: () => call('settings'),
    saveSettings: (settings) => call('saveSettings', settings),
    beginCook: (cook) => call('beginCook', cook),
    endCook: (session, at, end) => call('endCook', session, at, end),
    unfinishedCook: (stove) => call('unfinishedCook', stove),
    listCooks: (before, limit) => call('listCooks', before, limit),
    graph: async (session, points) => {
      const packed = await call('graph', session, points)
      return packed === null ? null : unpackGraph(packed)
    },
    ownRecipes: () => call('ownRecipes'),
    ownRecipe: (id) => call('ownRecipe', id),
    addRecipe: (text) => call('addRecipe', text),
    removeRecipe: (id) => call('removeRecipe', id),
    backupPlaces: () => call('backupPlaces'),
    backupFiles: (place) => call('backupFiles', place),
    writeBackup: (place) => call('writeBackup', place),
    restoreBackup: (file) => call('restoreBackup', file),
    close,
  }
}
