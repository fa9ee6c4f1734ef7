import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { failed, NO_FAILURES } from '#main/electron/backoff.ts'
import { MISSES, PING_EVERY_MS, takePulse } from '#main/electron/pulse.ts'

describe('the wait before a restart', () => {
  test('grows from a tenth of a second to ten seconds and stays there', () => {
    let backoff = NO_FAILURES
    const waits: number[] = []
    for (let count = 0; count < 10; count++) {
      const next = failed(backoff, count * 1000)
      backoff = next.backoff
      waits.push(next.wait)
    }
    expect(waits).toEqual([100, 200, 400, 800, 1600, 3200, 6400, 10_000, 10_000, 10_000])
  })

  test('begins anew after a calm minute', () => {
    const first = failed(NO_FAILURES, 0)
    const second = failed(first.backoff, 59_999)
    expect(second.wait).toBe(200)
    expect(failed(second.backoff, 59_999 + 60_000).wait).toBe(100)
  })

  test('is always between a tenth of a second and ten seconds, however often it fails', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 200_000 }), { maxLength: 200 }), (gaps) => {
        let backoff = NO_FAILURES
        let now = 0
        for (const gap of gaps) {
          now += gap
          const next = failed(backoff, now)
          backoff = next.backoff
          expect(next.wait).toBeGreaterThanOrEqual(100)
          expect(next.wait).toBeLessThanOrEqual(10_000)
        }
      }),
    )
  })
})

describe('the pulse', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('who answers is never called hung', () => {
    const hung = vi.fn<() => void>()
    const pulse = takePulse(() => pulse.beat(), hung)
    vi.advanceTimersByTime(PING_EVERY_MS * 1000)
    pulse.stop()
    expect(hung).not.toHaveBeenCalled()
    expect(vi.getTimerCount()).toBe(0)
  })

  test('who falls silent is called hung once, after four pings', () => {
    const ping = vi.fn<() => void>()
    const hung = vi.fn<() => void>()
    takePulse(ping, hung)
    vi.advanceTimersByTime(PING_EVERY_MS * MISSES)
    expect(hung).not.toHaveBeenCalled()
    vi.advanceTimersByTime(PING_EVERY_MS * 10)
    expect(ping).toHaveBeenCalledTimes(MISSES)
    expect(hung).toHaveBeenCalledOnce()
    expect(vi.getTimerCount()).toBe(0)
  })
})
