import { performance } from 'node:perf_hooks'
import { milliseconds, type Milliseconds } from '#core/units/quantities.ts'

/** Wall time for the laws, and timers on it; passed in so that tests own them. */
export interface SupervisorClock {
  /** `mayGoBack` = nothing heats, so that a wall clock that was set back may be followed. */
  now(mayGoBack: boolean): Milliseconds
  /** A moment that another process took from the system's clock, on this clock. */
  fromWall(at: number): Milliseconds
  every(ms: number, run: () => void): () => void
  after(ms: number, run: () => void): () => void
}

/** Less than this the two clocks may drift apart, ms: a time server slews by far less within a cook. */
const APART = 500

/**
 * Wall time that never goes back while anything heats: it runs on the monotonic clock. When the system's clock has
 * leapt ahead, the machine slept or its clock was set; nobody can tell which, so the leap is taken over and the
 * supervisor finds itself late.
 */
export class SteadyClock implements SupervisorClock {
  readonly #wall: () => number
  readonly #steady: () => number
  #offset: number

  constructor(wall: () => number = Date.now, steady: () => number = () => performance.now()) {
    this.#wall = wall
    this.#steady = steady
    this.#offset = wall() - steady()
  }

  now(mayGoBack: boolean): Milliseconds {
    const steady = this.#steady()
    const apart = this.#wall() - steady - this.#offset
    if (apart > APART || (apart < -APART && mayGoBack)) this.#offset += apart
    return milliseconds(steady + this.#offset)
  }

  fromWall(at: number): Milliseconds {
    return milliseconds(this.#steady() + this.#offset - (this.#wall() - at))
  }

  every(ms: number, run: () => void): () => void {
    const timer = setInterval(run, ms)
    return () => clearInterval(timer)
  }

  after(ms: number, run: () => void): () => void {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  }
}
