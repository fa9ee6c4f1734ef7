import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boilingPoint, saltElevation, standardPressure } from '#core/heat/boiling.ts'

describe('the boiling point of water', () => {
  // Published: steam tables at the pressure of the standard atmosphere (CRC Handbook, "Boiling point of water").
  test.each([
    [0, 100.0],
    [500, 98.3],
    [1000, 96.7],
    [1500, 95.0],
    [2000, 93.4],
    [3000, 90.0],
  ])('at %d m it is %d °C', (altitude, expected) => {
    expect(Math.abs(boilingPoint(altitude) - expected)).toBeLessThan(0.25)
  })

  test('the standard atmosphere has 101.3 kPa at the sea and 79.5 kPa at 2000 m', () => {
    expect(standardPressure(0)).toBeCloseTo(101_325, 0)
    expect(Math.abs(standardPressure(2000) - 79_495)).toBeLessThan(20)
  })

  test('higher is never hotter', () => {
    fc.assert(
      fc.property(fc.double({ min: -430, max: 5999, noNaN: true }), (altitude) => {
        expect(boilingPoint(altitude)).toBeGreaterThan(boilingPoint(altitude + 1))
      }),
    )
  })
})

describe('salt in the water', () => {
  // Published: sea water of 35 g/kg boils 0.52 K hotter (Sharqawy, Lienhard and Zubair 2010, equation 36).
  test('of the sea lifts its boiling point by half a kelvin', () => {
    expect(saltElevation(36.3)).toBeGreaterThan(0.45)
    expect(saltElevation(36.3)).toBeLessThan(0.65)
  })

  test('is spoken of up to 120 g in a kilogram', () => {
    expect(saltElevation(0)).toBe(0)
    expect(saltElevation(121)).toBeNull()
    expect(saltElevation(Number.NaN)).toBeNull()
  })
})
