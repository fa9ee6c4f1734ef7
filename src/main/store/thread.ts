import { parentPort, workerData } from 'node:worker_threads'
import { SmartTopError } from '#contract/error.ts'
import Database from 'better-sqlite3'
import { type CallName, callsOf } from './calls.ts'
import type { CheckTask } from './check.ts'
import { Keeper } from './keeper.ts'
import { systemMedia } from './places.ts'
import type { FromStore, StoreTask, ToStore, TravellingError } from './protocol.ts'
import { pulse } from './pulse.ts'

/** The entry of the store's thread: the only place where SQLite waits for a disk. */
const task = workerData as StoreTask | CheckTask

const travelling = (error: unknown): TravellingError =>
  error instanceof SmartTopError
    ? { code: error.code, message: error.message, figures: error.figures }
    : { code: 'storage-failed', message: String(error), figures: { reason: String(error) } }

function check(file: string): string | null {
  let db: Database.Database | null = null
  try {
    db = new Database(file, { readonly: true })
    const answer = String(db.pragma('integrity_check(1)', { simple: true }))
    return answer === 'ok' ? null : answer
  } catch (error) {
    return String(error)
  } finally {
    db?.close()
  }
}

async function serve(
  port: NonNullable<typeof parentPort>,
  { directory, now, media }: StoreTask,
): Promise<void> {
  const post = (message: FromStore): void => port.postMessage(message)
  let told = { wall: now, since: performance.now() }
  const clock = (): number => told.wall + (performance.now() - told.since)
  let keeper: Keeper
  try {
    keeper = await Keeper.open({
      directory,
      now: clock,
      onHealth: (health) => post({ type: 'health', health }),
    })
  } catch (error) {
    post({ type: 'refused', error: travelling(error) })
    port.close()
    return
  }
  let upTo = 0
  const beat = pulse(keeper, () => post({ type: 'settled', upTo }))
  const calls = callsOf(keeper, media ?? systemMedia())

  async function answer(id: number, name: CallName, given: readonly unknown[]): Promise<void> {
    try {
      await keeper.ready
      const call = calls[name] as (...values: readonly unknown[]) => Promise<unknown>
      post({ type: 'answer', id, value: await call(...given) })
    } catch (error) {
      post({ type: 'error', id, error: travelling(error) })
    }
  }

  port.on('message', (message: ToStore) => {
    told = { wall: message.now, since: performance.now() }
    switch (message.type) {
      case 'append':
        for (const append of message.appends) keeper.append(append)
        upTo = message.upTo
        beat.appended()
        break
      case 'call':
        void answer(message.id, message.name, message.arguments)
        break
      case 'close':
        beat.stop()
        keeper.close()
        post({ type: 'closed' })
        port.close()
        break
    }
  })
  const { file: setAside, salvaged } = keeper.aside
  post({ type: 'opened', opened: { setAside, salvaged }, health: keeper.health })
}

if (parentPort !== null) {
  if (task.task === 'check') parentPort.postMessage(check(task.file))
  else await serve(parentPort, task)
}
