import type { StoveDescription } from '../stove/stove.ts'

/** Law 13: no STOP, no heat. A display proves every two seconds that it shows STOP; so long may the proof be missing. */
const DISPLAY_TIMEOUT = 10_000

/** Whether somebody can stop the stove by hand now: at a live display, or at its own switch. */
export function stopInReach(seenAt: number | null, stove: StoveDescription | null, at: number): boolean {
  return stove?.physicalOff === true || (seenAt !== null && at - seenAt <= DISPLAY_TIMEOUT)
}

/** Whether a question can be read and answered now. */
export function displayLives(seenAt: number | null, at: number): boolean {
  return seenAt !== null && at - seenAt <= DISPLAY_TIMEOUT
}
