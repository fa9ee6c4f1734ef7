import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arcPath } from '../../../src/renderer/hologram/flat/arc.ts'
import { areaAbove, type Grid } from '../../../src/renderer/hologram/flat/contours.ts'

/** Signed area of a path of straight pieces: the shoelace formula. */
function areaOf(path: string): number {
  let area = 0
  for (const loop of path.split('Z').filter((each) => each !== '')) {
    const points = loop
      .slice(1)
      .split('L')
      .map((pair) => pair.split(' ').map(Number))
    points.forEach(([x = 0, y = 0], i) => {
      const [nextX = 0, nextY = 0] = points[(i + 1) % points.length] ?? []
      area += (x * nextY - nextX * y) / 2
    })
  }
  return area
}

const cone: Grid = { side: 41, value: (column, row) => 100 - 4 * Math.hypot(column - 20, row - 20) }

describe('the bands of the flat hob', () => {
  test('enclose what is at least as hot as their level', () => {
    for (const level of [40, 60, 80]) {
      const radius = (100 - level) / 4
      expect(Math.abs(areaOf(areaAbove(cone, level)))).toBeCloseTo(Math.PI * radius ** 2, -1)
    }
  })

  test('are empty above everything and the whole field below it', () => {
    expect(areaAbove(cone, 101)).toBe('')
    expect(Math.abs(areaOf(areaAbove({ side: 5, value: () => 50 }, 20)))).toBeCloseTo(16)
  })

  test('leave a hole out', () => {
    const ring: Grid = { side: 41, value: (column, row) => -Math.abs(Math.hypot(column - 20, row - 20) - 12) }
    const area = Math.abs(areaOf(areaAbove(ring, -4)))
    expect(area).toBeGreaterThan(Math.PI * (16 ** 2 - 8 ** 2) * 0.97)
    expect(area).toBeLessThan(Math.PI * (16 ** 2 - 8 ** 2) * 1.03)
  })

  test('close whatever the field looks like, and grow as the level falls', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 36, maxLength: 36 }), (cells) => {
        const grid: Grid = { side: 6, value: (column, row) => cells[row * 6 + column] ?? 0 }
        const areas = [8.5, 5.5, 2.5].map((level) => {
          const path = areaAbove(grid, level)
          expect(path.split('M').length).toBe(path.split('Z').length)
          return Math.abs(areaOf(path))
        })
        expect(areas).toEqual(areas.toSorted((a, b) => a - b))
      }),
    )
  })
})

test('an arc takes the long way when it is more than half a turn', () => {
  expect(arcPath(100, 0, 1)).toContain('0 1 1')
  expect(arcPath(100, 0.2, 0.4)).toContain('0 0 1')
  expect(arcPath(100, 0.4, 0.2)).toBe(arcPath(100, 0.2, 0.4))
})
