import { describe, expect, test } from 'vitest'
import { SteadyClock } from '#main/supervisor/steady-clock.ts'

function clocks() {
  const time = { wall: 1_000_000, steady: 50 }
  const clock = new SteadyClock(
    () => time.wall,
    () => time.steady,
  )
  const pass = (ms: number): void => {
    time.wall += ms
    time.steady += ms
  }
  return { time, clock, pass }
}

describe('the steady clock', () => {
  test('is wall time', () => {
    const { clock, pass } = clocks()
    pass(1234)
    expect(clock.now(false)).toBe(1_001_234)
  })

  test('does not go back while anything heats, and follows when nothing does', () => {
    const { clock, pass, time } = clocks()
    time.wall -= 3_600_000
    pass(100)
    expect(clock.now(false)).toBe(1_000_100)
    expect(clock.now(true)).toBe(1_000_100 - 3_600_000)
  })

  test('takes a leap ahead over at once: the machine may have slept', () => {
    const { clock, time } = clocks()
    time.wall += 60_000
    expect(clock.now(false)).toBe(1_060_000)
  })

  test('a time server that slews moves nothing', () => {
    const { clock, pass, time } = clocks()
    for (let count = 0; count < 4; count++) {
      pass(1000)
      time.wall -= 100
      expect(clock.now(true)).toBe(1_000_000 + (count + 1) * 1000)
    }
  })

  test('translates a moment of another thread by its age', () => {
    const { clock, time } = clocks()
    time.wall -= 3_600_000
    expect(clock.fromWall(time.wall - 20)).toBe(clock.now(false) - 20)
  })
})
