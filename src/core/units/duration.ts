/** Durations in the two ways a kitchen writes them; the letters h, min and s are the same in every language. */

const SECONDS_PER_MINUTE = 60
const SECONDS_PER_HOUR = 3600

/**
 * A clock that runs down, from milliseconds: "4:10", "0:07", "1 h 05". Rounded up, so that it shows 0:00 exactly
 * when the time is over and not a second before.
 */
export function showCountdown(milliseconds: number): string {
  return clock(Math.max(0, Math.ceil(milliseconds / 1000)))
}

/** A clock that runs up, from milliseconds: rounded down, so that it starts at 0:00. */
export function showElapsed(milliseconds: number): string {
  return clock(Math.max(0, Math.floor(milliseconds / 1000)))
}

function clock(seconds: number): string {
  if (seconds >= SECONDS_PER_HOUR) return hours(Math.floor(seconds / SECONDS_PER_MINUTE))
  return `${Math.floor(seconds / SECONDS_PER_MINUTE)}:${pad(seconds % SECONDS_PER_MINUTE)}`
}

/** A length of time to plan with, from seconds: "45 s", "25 min", "1 h 05". */
export function showSpan(seconds: number): string {
  const whole = Math.round(seconds)
  if (whole < SECONDS_PER_MINUTE) return `${Math.max(0, whole)} s`
  const minutes = Math.round(seconds / SECONDS_PER_MINUTE)
  return minutes < 60 ? `${minutes} min` : hours(minutes)
}

const hours = (minutes: number): string => `${Math.floor(minutes / 60)} h ${pad(minutes % 60)}`
const pad = (value: number): string => String(value).padStart(2, '0')
