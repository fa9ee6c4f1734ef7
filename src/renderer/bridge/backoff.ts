/** Milliseconds to wait before attempt n (from 0): quick at first, then every five seconds for ever. */
export const backoff = (attempt: number): number => Math.min(5000, 250 * 2 ** Math.min(attempt, 8))
