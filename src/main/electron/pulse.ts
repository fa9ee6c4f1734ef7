/** Milliseconds between two pings, and how many may stay unanswered before the other side counts as hung. */
export const PING_EVERY_MS = 5_000
export const MISSES = 4

export interface Pulse {
  /** The other side answered. */
  beat(): void
  stop(): void
}

/**
 * Asks another process again and again whether its thread still turns. Counts pings, not seconds: a computer that
 * slept has missed none. Calls `hung` once, then stops.
 */
export function takePulse(ping: () => void, hung: () => void): Pulse {
  let unanswered = 0
  const timer = setInterval(() => {
    if (unanswered >= MISSES) {
      clearInterval(timer)
      hung()
      return
    }
    unanswered += 1
    ping()
  }, PING_EVERY_MS)
  return {
    beat: () => {
      unanswered = 0
    },
    stop: () => {
      clearInterval(timer)
    },
  }
}
