/** A kitchen timer. All times are milliseconds on the cook's clock. Plain data: it can be stored as it is. */
export interface Timer {
  readonly id: string
  readonly label: string
  /** What it was set to, with what was added since. */
  readonly duration: number
  /** Null while paused or ringing. */
  readonly endsAt: number | null
  /** Time left while paused; 0 while ringing. While running, count from `endsAt`. */
  readonly remaining: number
  readonly state: 'running' | 'paused' | 'ringing'
}

export type TimerEvent = { readonly at: number } & (
  | { readonly type: 'add'; readonly id: string; readonly label: string; readonly duration: number }
  | { readonly type: 'pause' | 'resume' | 'dismiss'; readonly id: string }
  /** More time, or less (negative). A ringing timer that gets more runs again for that long. */
  | { readonly type: 'extend'; readonly id: string; readonly by: number }
  | { readonly type: 'tick' }
)

export interface TimerOutcome {
  readonly timers: readonly Timer[]
  /** Timers that have begun to ring with this event. */
  readonly ringing: readonly Timer[]
}

/** The longest a kitchen timer runs: a day. */
export const LONGEST_TIMER = 86_400_000
/** More timers than any kitchen has pots; a client that floods finds its end here. */
export const MOST_TIMERS = 32

/** Timers as a pure state machine; every event lets the time run first, so that none is ever late in the order. */
export function timerStep(before: readonly Timer[], event: TimerEvent): TimerOutcome {
  const ringing: Timer[] = []
  const timers = before.map((timer) => {
    if (timer.endsAt === null || timer.endsAt > event.at) return timer
    const rung: Timer = { ...timer, endsAt: null, remaining: 0, state: 'ringing' }
    ringing.push(rung)
    return rung
  })
  return { timers: apply(timers, event), ringing }
}

function apply(timers: readonly Timer[], event: TimerEvent): readonly Timer[] {
  switch (event.type) {
    case 'tick':
      return timers
    case 'add':
      return add(timers, event)
    case 'dismiss':
      return timers.filter(({ id }) => id !== event.id)
    case 'pause':
      return change(timers, event.id, (timer) =>
        timer.endsAt === null
          ? timer
          : { ...timer, state: 'paused', remaining: timer.endsAt - event.at, endsAt: null },
      )
    case 'resume':
      return change(timers, event.id, (timer) =>
        timer.state === 'paused' ? run(timer, event.at, timer.remaining) : timer,
      )
    case 'extend':
      return change(timers, event.id, (timer) => extend(timer, event.at, event.by))
  }
}

function add(timers: readonly Timer[], event: Extract<TimerEvent, { type: 'add' }>): readonly Timer[] {
  const { id, label, duration } = event
  const fits = Number.isFinite(duration) && duration > 0 && duration <= LONGEST_TIMER
  if (!fits || timers.length >= MOST_TIMERS || timers.some((timer) => timer.id === id)) return timers
  return [
    ...timers,
    run({ id, label, duration, endsAt: null, remaining: duration, state: 'paused' }, event.at, duration),
  ]
}

const run = (timer: Timer, at: number, remaining: number): Timer => ({
  ...timer,
  state: 'running',
  endsAt: at + remaining,
  remaining,
})

function extend(timer: Timer, at: number, by: number): Timer {
  if (!Number.isFinite(by)) return timer
  if (timer.state === 'ringing') {
    if (by <= 0) return timer
    const more = Math.min(by, LONGEST_TIMER)
    return { ...run(timer, at, more), duration: more }
  }
  const left = timer.endsAt === null ? timer.remaining : timer.endsAt - at
  // Taking off more than is left lets it ring at the next tick rather than vanish.
  const remaining = Math.min(LONGEST_TIMER, Math.max(0, left + by))
  const duration = Math.max(remaining, timer.duration + (remaining - left))
  return timer.endsAt === null
    ? { ...timer, duration, remaining }
    : { ...timer, duration, remaining, endsAt: at + remaining }
}

const change = (timers: readonly Timer[], id: string, to: (timer: Timer) => Timer): readonly Timer[] =>
  timers.map((timer) => (timer.id === id ? to(timer) : timer))

/** Time left now, never under 0. */
export const timeLeft = (timer: Timer, at: number): number =>
  timer.endsAt === null ? timer.remaining : Math.max(0, timer.endsAt - at)

/** Carries timers over to another clock (a restart, another stove): each keeps the time it had left. */
export const rebaseTimers = (timers: readonly Timer[], from: number, to: number): readonly Timer[] =>
  timers.map((timer) => (timer.endsAt === null ? timer : { ...timer, endsAt: timer.endsAt - from + to }))
