import { randomUUID } from 'node:crypto'
import type { CommandResult } from '#contract/commands.ts'
import type { TimerSnapshot } from '#contract/snapshot.ts'
import { MOST_TIMERS, rebaseTimers, timerStep, type Timer, type TimerEvent } from '#core/cook/timers.ts'

const DONE: CommandResult = { kind: 'done' }

/** Timers without a recipe: the kitchen owns them, so that closing a window never loses one. */
export class KitchenTimers {
  readonly #cookNow: () => number
  readonly #changed: () => void
  readonly #ring: () => void
  readonly #keep: () => void
  #timers: readonly Timer[] = []

  constructor(deps: {
    readonly cookNow: () => number
    readonly changed: () => void
    readonly ring: () => void
    /** Called with each change, so that no timer is lost with the process. */
    readonly keep: () => void
  }) {
    this.#cookNow = deps.cookNow
    this.#changed = deps.changed
    this.#ring = deps.ring
    this.#keep = deps.keep
  }

  /** Takes up timers of a process that ended; `from` is what their clock would show now. */
  takeUp(kept: readonly Timer[], from: number): void {
    const known = new Set(this.#timers.map((timer) => timer.id))
    const back = rebaseTimers(kept, from, this.#cookNow()).filter((timer) => !known.has(timer.id))
    this.#timers = [...this.#timers, ...back].slice(0, MOST_TIMERS)
    if (back.length > 0) this.#changed()
  }

  /** As they stand, to be kept. */
  get current(): readonly Timer[] {
    return this.#timers
  }

  snapshot(): readonly TimerSnapshot[] {
    return this.#timers.map(({ id, label, duration, endsAt, remaining, state }) => ({
      id,
      label,
      duration,
      endsAtCook: endsAt,
      remaining,
      state,
    }))
  }

  add(label: string, seconds: number): CommandResult {
    if (this.#timers.length >= MOST_TIMERS) return { kind: 'refused', code: 'too-many-timers' }
    this.#step({ type: 'add', at: this.#cookNow(), id: randomUUID(), label, duration: seconds * 1000 })
    return DONE
  }

  say(word: 'pause' | 'resume' | 'dismiss', id: string): CommandResult {
    return this.#known(id, { type: word, at: this.#cookNow(), id })
  }

  extend(id: string, seconds: number): CommandResult {
    return this.#known(id, { type: 'extend', at: this.#cookNow(), id, by: seconds * 1000 })
  }

  tick(): void {
    if (this.#timers.length > 0) this.#step({ type: 'tick', at: this.#cookNow() })
  }

  #known(id: string, event: TimerEvent): CommandResult {
    if (!this.#timers.some((timer) => timer.id === id)) return { kind: 'refused', code: 'timer-unknown' }
    this.#step(event)
    return DONE
  }

  #step(event: TimerEvent): void {
    const { timers, ringing } = timerStep(this.#timers, event)
    this.#timers = timers
    if (ringing.length > 0) this.#ring()
    if (event.type === 'tick' && ringing.length === 0) return
    this.#keep()
    this.#changed()
  }
}
