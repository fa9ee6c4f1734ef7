import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  angleAt,
  clockwise,
  DEFAULT_RANGE,
  targetAt,
  targetFraction,
  turn,
} from '../../../src/renderer/hologram/dial.ts'

const fraction = fc.double({ min: 0, max: 1, noNaN: true })
const angle = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true })

describe('the dial', () => {
  test('runs clockwise from the lower left over the back to the lower right', () => {
    expect(Math.cos(angleAt(0))).toBeCloseTo(-Math.SQRT1_2)
    expect(Math.sin(angleAt(0.5))).toBeCloseTo(1)
    expect(Math.cos(angleAt(1))).toBeCloseTo(Math.SQRT1_2)
    expect(Math.sin(angleAt(1))).toBeCloseTo(-Math.SQRT1_2)
  })

  test('gives back a temperature that it was set to, within its step', () => {
    fc.assert(
      fc.property(fc.integer({ min: 36, max: 300 }), (value) => {
        const at = targetFraction({ kind: 'temperature', celsius: value as never })
        expect(targetAt(at, 'temperature')).toEqual({ kind: 'temperature', celsius: value })
      }),
    )
  })

  test('is off at its start, for temperature and power alike', () => {
    expect(targetAt(0, 'temperature')).toEqual({ kind: 'off' })
    expect(targetAt(0.01, 'power')).toEqual({ kind: 'off' })
    expect(targetFraction({ kind: 'off' })).toBe(0)
  })

  test('never leaves its range', () => {
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), fc.constantFrom(1, 5, 25), (at, step) => {
        const target = targetAt(at, 'temperature', DEFAULT_RANGE, step)
        if (target.kind !== 'temperature') return
        expect(target.celsius).toBeGreaterThanOrEqual(DEFAULT_RANGE.minCelsius)
        expect(target.celsius).toBeLessThanOrEqual(DEFAULT_RANGE.maxCelsius)
      }),
    )
  })
})

describe('a turned ring', () => {
  test('changes by as much as the finger turns', () => {
    const start = { angle: Math.PI, turned: 0.25 }
    expect(turn(start, Math.PI / 2).turned).toBeCloseTo(0.25 + 90 / 270)
    expect(turn(start, -Math.PI * 0.75).turned).toBeCloseTo(0.25 - 45 / 270)
  })

  test('does not move when it is only touched', () => {
    fc.assert(
      fc.property(angle, fraction, (at, turned) => {
        expect(turn({ angle: at, turned }, at).turned).toBe(turned)
      }),
    )
  })

  test('waits at its ends and never jumps from one to the other', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true })), fraction, (moves, from) => {
        let drag = { angle: 0, turned: from }
        for (const move of moves) {
          const next = turn(drag, drag.angle + move)
          expect(Math.abs(next.turned - drag.turned)).toBeLessThanOrEqual(
            0.5 / ((270 / 180) * Math.PI) + 1e-9,
          )
          expect(next.turned).toBeGreaterThanOrEqual(0)
          expect(next.turned).toBeLessThanOrEqual(1)
          drag = next
        }
      }),
    )
  })

  test('takes the shorter way round the back of the circle', () => {
    expect(clockwise(-3, 3)).toBeCloseTo(2 * Math.PI - 6)
    expect(clockwise(3, -3)).toBeCloseTo(6 - 2 * Math.PI)
  })
})
