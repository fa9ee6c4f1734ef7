import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CookClock } from '#main/kitchen/clock.ts'

test("the cook's clock never jumps and never runs backwards, however often its speed changes", () => {
  const change = fc.record({
    after: fc.integer({ min: 0, max: 1e6 }),
    speed: fc.integer({ min: 1, max: 50 }),
  })
  fc.assert(
    fc.property(fc.array(change), (changes) => {
      const clock = new CookClock(1000)
      let wall = 1000
      for (const { after, speed } of changes) {
        const before = clock.at(wall)
        wall += after
        expect(clock.at(wall) - before).toBeCloseTo(after * clock.speed, 3)
        const there = clock.at(wall)
        clock.setSpeed(speed, wall)
        expect(clock.at(wall)).toBe(there)
      }
    }),
  )
})
