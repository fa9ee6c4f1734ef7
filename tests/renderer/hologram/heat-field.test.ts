import { describe, expect, test } from 'vitest'
import { NO_TEMPERATURE } from '#core/stove/stove.ts'
import { HeatField } from '../../../src/renderer/hologram/heat-field.ts'

const even = (side: number, celsius: number): Int16Array => new Int16Array(side * side).fill(celsius * 10)

describe('a heat field', () => {
  test('asks for no picture while nothing visible changes', () => {
    const field = new HeatField(8)
    expect(field.accept(even(8, 120), 120)).toBe(true)
    while (field.advance(50)) continue
    for (const drift of [120.2, 119.8, 120.5]) expect(field.accept(even(8, drift), drift)).toBe(false)
    expect(field.accept(even(8, 121), 121)).toBe(true)
  })

  test('sees a slow drift add up', () => {
    const field = new HeatField(4)
    field.accept(even(4, 100), 100)
    let pictures = 0
    for (let i = 1; i <= 100; i++) if (field.accept(even(4, 100 + i / 10), null)) pictures++
    expect(pictures).toBeGreaterThan(10)
    expect(pictures).toBeLessThan(20)
  })

  test('lags 400 ms: a twentieth of the way is left then', () => {
    const field = new HeatField(2)
    field.accept(even(2, 20), 20)
    field.settle()
    field.accept(even(2, 120), 120)
    for (let t = 0; t < 400; t += 20) field.advance(20)
    expect(field.shown[0]).toBeGreaterThan(114)
    expect(field.shown[0]).toBeLessThan(116)
  })

  test('comes to rest', () => {
    const field = new HeatField(2)
    field.accept(even(2, 20), 20)
    field.accept(even(2, 280), 280)
    let steps = 0
    while (field.advance(16)) steps++
    expect(steps).toBeLessThan(100)
    expect(field.shown[0]).toBe(280)
    expect(field.advance(16)).toBe(false)
  })

  test('shows the sensor’s one value where the field knows nothing', () => {
    const field = new HeatField(4)
    expect(field.accept(new Int16Array(16).fill(NO_TEMPERATURE), 64)).toBe(true)
    expect([...field.shown]).toEqual(Array(16).fill(64))
    expect(field.known.every((known) => known === 1)).toBe(true)
  })

  test('knows nothing when nothing is known', () => {
    const field = new HeatField(4)
    field.accept(even(4, 90), 90)
    expect(field.accept(new Int16Array(16).fill(NO_TEMPERATURE), null)).toBe(true)
    expect(field.known.every((known) => known === 0)).toBe(true)
  })

  test('goes on to the rim of the disc: cells beyond it show what is told just within', () => {
    const side = 24
    const told = Int16Array.from({ length: side * side }, (_, cell) => {
      const x = (((cell % side) + 0.5) / side) * 2 - 1
      const y = ((Math.floor(cell / side) + 0.5) / side) * 2 - 1
      const radius = Math.hypot(x, y)
      return radius > 1 ? NO_TEMPERATURE : Math.round(1800 - 300 * radius)
    })
    const field = new HeatField(side)
    field.accept(told, null)
    expect(field.known.every((known) => known === 1)).toBe(true)
    expect(field.shown[0]).toBeGreaterThan(148)
    expect(field.shown[0]).toBeLessThan(154)
  })

  test('continues the known part smoothly into the unknown one, and marks it unknown', () => {
    const side = 9
    const tenths = new Int16Array(side * side).fill(NO_TEMPERATURE)
    for (let row = 3; row < 6; row++)
      for (let column = 3; column < 6; column++) tenths[row * side + column] = 1500
    const field = new HeatField(side)
    field.accept(tenths, 150)
    expect(field.known[0]).toBe(0)
    for (const value of field.shown) expect(value).toBeCloseTo(150, 3)
  })
})
