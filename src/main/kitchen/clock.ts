/** Wall time and its ticks, passed in so that tests own them. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls `run` every `milliseconds`; returns its own cancellation. */
  every(milliseconds: number, run: () => void): () => void
}

export const wallClock: Clock = {
  now: () => Date.now(),
  every: (milliseconds, run) => {
    const timer = setInterval(run, milliseconds)
    return () => clearInterval(timer)
  },
}

/**
 * The cook's clock: runs `speed` times faster than the wall on a virtual stove whose physics is sped up, and never
 * jumps when the speed changes.
 */
export class CookClock {
  #anchorWall: number
  #anchorCook: number
  #speed = 1

  constructor(wallNow: number) {
    this.#anchorWall = wallNow
    this.#anchorCook = wallNow
  }

  get speed(): number {
    return this.#speed
  }

  at(wall: number): number {
    return this.#anchorCook + (wall - this.#anchorWall) * this.#speed
  }

  setSpeed(speed: number, wallNow: number): void {
    this.#anchorCook = this.at(wallNow)
    this.#anchorWall = wallNow
    this.#speed = speed
  }
}
