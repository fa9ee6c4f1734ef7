import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { showCountdown, showElapsed, showSpan } from '#core/units/duration.ts'

describe('durations', () => {
  test.each([
    [0, '0:00'],
    [1, '0:01'],
    [250_000, '4:10'],
    [3_599_001, '1 h 00'],
    [3_900_000, '1 h 05'],
  ])('%d ms left is %s', (left, shown) => {
    expect(showCountdown(left)).toBe(shown)
  })

  test('a countdown shows 0:00 only when the time is over', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 100_000_000 }), (left) => {
        expect(showCountdown(left) === '0:00').toBe(left <= 0)
      }),
    )
  })

  test('a clock that runs up begins at 0:00', () => {
    expect(showElapsed(999)).toBe('0:00')
    expect(showElapsed(61_000)).toBe('1:01')
  })

  test.each([
    [45, '45 s'],
    [59.7, '1 min'],
    [1500, '25 min'],
    [3590, '1 h 00'],
    [7500, '2 h 05'],
  ])('%d s to plan with are %s', (span, shown) => {
    expect(showSpan(span)).toBe(shown)
  })
})
