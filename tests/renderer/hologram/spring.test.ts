import fc from 'fast-check'
import { expect, test } from 'vitest'
import { advance, spring } from '../../../src/renderer/hologram/spring.ts'

test('a spring arrives in its time and never swings over, whatever the steps', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 40, maxLength: 80 }), (steps) => {
      const s = spring(0)
      s.goal = 1
      let time = 0
      for (const dt of steps) {
        advance(s, dt, 420)
        time += dt
        expect(s.value).toBeLessThanOrEqual(1 + 1e-9)
        if (time >= 420) expect(s.value).toBeGreaterThan(0.98)
      }
    }),
  )
})

test('a spring at rest does not ask for pictures', () => {
  expect(advance(spring(3), 16, 160)).toBe(false)
})
