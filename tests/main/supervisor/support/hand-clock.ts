import { milliseconds, type Milliseconds } from '#core/units/quantities.ts'
import type { SupervisorClock } from '#main/supervisor/steady-clock.ts'

interface Alarm {
  at: number
  readonly every: number | null
  readonly run: () => void
}

/** A clock that goes on only when told. Promises that became ready run between its steps. */
export class HandClock implements SupervisorClock {
  #now = 1_700_000_000_000
  #alarms: Alarm[] = []

  now(): Milliseconds {
    return milliseconds(this.#now)
  }

  fromWall(at: number): Milliseconds {
    return milliseconds(at)
  }

  every(ms: number, run: () => void): () => void {
    return this.#set({ at: this.#now + ms, every: ms, run })
  }

  after(ms: number, run: () => void): () => void {
    return this.#set({ at: this.#now + ms, every: null, run })
  }

  /** How many timers still run. */
  get alarms(): number {
    return this.#alarms.length
  }

  async pass(ms: number): Promise<void> {
    const end = this.#now + ms
    await settled()
    for (;;) {
      const next = this.#alarms.filter((alarm) => alarm.at <= end).sort((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      this.#now = Math.max(this.#now, next.at)
      if (next.every === null) this.#alarms = this.#alarms.filter((alarm) => alarm !== next)
      else next.at += next.every
      next.run()
      await settled()
    }
    this.#now = end
    await settled()
  }

  /** The thread is held up: time goes by, no timer runs. */
  sleep(ms: number): void {
    this.#now += ms
  }

  #set(alarm: Alarm): () => void {
    this.#alarms.push(alarm)
    return () => {
      this.#alarms = this.#alarms.filter((other) => other !== alarm)
    }
  }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}
