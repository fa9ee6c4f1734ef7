import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bakeEmber,
  EMBER_MAX,
  EMBER_MIN,
  EMBER_STOPS,
  emberAt,
  emberHex,
  shine,
} from '../../../src/renderer/hologram/ember.ts'
import { hexOf, linearOf, linearOfOklab, oklabOf, type Triple } from '../../../src/renderer/hologram/oklab.ts'

/** Machado, Oliveira and Fernandes (2009), severity 1.0, on linear sRGB. */
const BLINDNESSES = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const

function seen(matrix: readonly number[], colour: Triple): Triple {
  const row = (i: number): number =>
    Math.max(
      0,
      (matrix[i] ?? 0) * colour[0] + (matrix[i + 1] ?? 0) * colour[1] + (matrix[i + 2] ?? 0) * colour[2],
    )
  return [row(0), row(3), row(6)]
}

const steps = Array.from({ length: EMBER_MAX - EMBER_MIN + 1 }, (_, i) => EMBER_MIN + i)

describe('the heat ramp', () => {
  test('shows its own stops exactly', () => {
    for (const stop of EMBER_STOPS) expect(emberHex(stop.celsius).toUpperCase()).toBe(stop.hex)
  })

  test('gets lighter with every degree', () => {
    const lightness = steps.map((celsius) => oklabOf(emberAt(celsius))[0])
    for (let i = 1; i < lightness.length; i++) expect(lightness[i]).toBeGreaterThan(lightness[i - 1] ?? 1)
  })

  test.each(Object.entries(BLINDNESSES))('gets lighter under %s too', (_, matrix) => {
    const lightness = steps
      .filter((celsius) => celsius % 5 === 0)
      .map((celsius) => oklabOf(seen(matrix, emberAt(celsius)))[0])
    for (let i = 1; i < lightness.length; i++) expect(lightness[i]).toBeGreaterThan(lightness[i - 1] ?? 1)
  })

  test('tells apart what a kitchen must tell apart, for every eye', () => {
    for (const matrix of Object.values(BLINDNESSES)) {
      const stops = EMBER_STOPS.map((stop) => oklabOf(seen(matrix, linearOf(stop.hex))))
      for (let i = 1; i < stops.length; i++) {
        const [l = 0, a = 0, b = 0] = stops[i] ?? []
        const [l0 = 0, a0 = 0, b0 = 0] = stops[i - 1] ?? []
        // Differences of 0.02 in OKLab are just noticeable side by side; neighbours stand three times as far apart.
        expect(Math.hypot(l - l0, a - a0, b - b0)).toBeGreaterThan(0.06)
      }
    }
  })

  test('stays at its ends beyond them', () => {
    expect(emberAt(-40)).toEqual(emberAt(EMBER_MIN))
    expect(emberAt(900)).toEqual(emberAt(EMBER_MAX))
  })

  test('is baked as it is computed', () => {
    const baked = bakeEmber(64)
    const at = EMBER_MIN + (20.5 / 64) * (EMBER_MAX - EMBER_MIN)
    expect(baked[80]).toBeCloseTo(emberAt(at)[0], 6)
    expect(baked[83]).toBe(1)
    const got: number[] = []
    shine(at, 0.5, { setRGB: (red, green, blue) => got.push(red, green, blue) })
    emberAt(at).forEach((channel, i) => {
      expect(got[i]).toBeCloseTo(channel / 2, 2)
    })
  })
})

test('a colour survives the way through OKLab', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const hex = `#${value.toString(16).padStart(6, '0')}`
      expect(hexOf(linearOfOklab(oklabOf(linearOf(hex))))).toBe(hex)
    }),
  )
})
