/** Restarts of something that dies: the first at once, then ever slower, for ever. A kitchen never gives up. */
export interface Backoff {
  readonly failures: number
  /** Monotonic milliseconds of the last failure; null = none yet. */
  readonly lastAt: number | null
}

export const NO_FAILURES: Backoff = { failures: 0, lastAt: null }

const FIRST_MS = 100
const MOST_MS = 10_000
/** After this long without a failure, the next counts as the first. */
const CALM_MS = 60_000

/** Counts a failure at `now` (monotonic milliseconds) and says how long to wait before the restart. */
export function failed(backoff: Backoff, now: number): { readonly backoff: Backoff; readonly wait: number } {
  const calm = backoff.lastAt !== null && now - backoff.lastAt >= CALM_MS
  const failures = calm ? 1 : backoff.failures + 1
  const wait = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20))
  return { backoff: { failures, lastAt: now }, wait }
}
