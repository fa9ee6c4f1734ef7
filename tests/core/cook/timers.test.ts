import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  LONGEST_TIMER,
  MOST_TIMERS,
  rebaseTimers,
  timeLeft,
  timerStep,
  type Timer,
  type TimerEvent,
} from '#core/cook/timers.ts'

const add = (id: string, duration: number, at = 0): TimerEvent => ({
  type: 'add',
  id,
  label: id,
  duration,
  at,
})
const run = (events: readonly TimerEvent[], from: readonly Timer[] = []): readonly Timer[] =>
  events.reduce((timers, event) => timerStep(timers, event).timers, from)

describe('a kitchen timer', () => {
  test('rings once, when its time is over', () => {
    const timers = run([add('egg', 6000)])
    expect(timerStep(timers, { type: 'tick', at: 5999 }).ringing).toEqual([])
    const over = timerStep(timers, { type: 'tick', at: 6000 })
    expect(over.ringing).toMatchObject([{ id: 'egg', state: 'ringing', remaining: 0 }])
    expect(timerStep(over.timers, { type: 'tick', at: 7000 }).ringing).toEqual([])
  })

  test('keeps its time while paused', () => {
    const [timer] = run([
      add('egg', 6000),
      { type: 'pause', id: 'egg', at: 2000 },
      { type: 'tick', at: 60_000 },
      { type: 'resume', id: 'egg', at: 61_000 },
    ])
    expect(timer).toMatchObject({ state: 'running', endsAt: 65_000 })
  })

  test('runs again when a ringing one gets more time', () => {
    const [timer] = run([add('egg', 6000), { type: 'extend', id: 'egg', by: 60_000, at: 7000 }])
    expect(timer).toMatchObject({ state: 'running', endsAt: 67_000, duration: 60_000 })
  })

  test('rings at the next tick when more is taken off than it has left', () => {
    const timers = run([add('egg', 6000), { type: 'extend', id: 'egg', by: -9000, at: 1000 }])
    expect(timerStep(timers, { type: 'tick', at: 1001 }).ringing).toHaveLength(1)
  })

  test('goes away when dismissed', () => {
    expect(run([add('egg', 6000), { type: 'dismiss', id: 'egg', at: 1 }])).toEqual([])
  })

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, LONGEST_TIMER + 1])(
    'of %d ms is none',
    (duration) => {
      expect(run([add('egg', duration)])).toEqual([])
    },
  )

  test('a flood of timers ends at a bound, and no two share a name', () => {
    const flood = Array.from({ length: 1000 }, (_, index) => add(`t${index}`, 1000))
    expect(run(flood)).toHaveLength(MOST_TIMERS)
    expect(run([add('egg', 1000), add('egg', 9000)])).toMatchObject([{ duration: 1000 }])
  })

  test('survives being written down and read again, on another clock', () => {
    const timers = run([add('egg', 6000), add('tea', 9000), { type: 'pause', id: 'tea', at: 1000 }])
    const stored = JSON.parse(JSON.stringify(timers)) as readonly Timer[]
    expect(stored).toEqual(timers)
    expect(rebaseTimers(stored, 1000, 50_000).map((timer) => timeLeft(timer, 50_000))).toEqual([5000, 8000])
  })
})

const ids = fc.constantFrom('a', 'b', 'c')
const events: fc.Arbitrary<(at: number) => TimerEvent> = fc.oneof(
  fc.record({ id: ids, duration: fc.integer({ min: 1, max: 100_000 }) }).map(
    ({ id, duration }) =>
      (at: number) =>
        add(id, duration, at),
  ),
  fc.record({ id: ids, type: fc.constantFrom('pause', 'resume', 'dismiss') }).map(
    (event) =>
      (at: number): TimerEvent => ({ ...event, at }),
  ),
  fc.record({ id: ids, by: fc.integer({ min: -50_000, max: 50_000 }) }).map(
    (event) =>
      (at: number): TimerEvent => ({ ...event, type: 'extend', at }),
  ),
  fc.constant((at: number): TimerEvent => ({ type: 'tick', at })),
)

test('after any event no running timer is overdue, and no time left is negative', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(events, fc.integer({ min: 0, max: 30_000 }))), (story) => {
      let timers: readonly Timer[] = []
      let at = 0
      for (const [event, wait] of story) {
        at += wait
        timers = timerStep(timers, event(at)).timers
        for (const timer of timers) {
          expect(timer.remaining).toBeGreaterThanOrEqual(0)
          expect(timer.state === 'running').toBe(timer.endsAt !== null)
          if (timer.endsAt !== null) expect(timer.endsAt).toBeGreaterThanOrEqual(at)
          expect(timer.duration).toBeGreaterThanOrEqual(0)
        }
      }
    }),
  )
})
