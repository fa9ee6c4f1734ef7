import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fromFahrenheit,
  showAmount,
  showMass,
  showTemperature,
  showTemperatureSpan,
  showVolume,
  toFahrenheit,
  type DisplaySettings,
} from '#core/units/display.ts'
import { grams } from '#core/units/quantities.ts'

const metric: DisplaySettings = { locale: 'en', temperature: 'c', mass: 'metric' }
const german: DisplaySettings = { ...metric, locale: 'de' }
const american: DisplaySettings = { locale: 'en', temperature: 'f', mass: 'imperial' }
const text = (measure: { readonly number: string; readonly unit: string }): string =>
  `${measure.number} ${measure.unit}`

describe('temperatures', () => {
  test('fixed points of both scales are exact', () => {
    expect(toFahrenheit(0)).toBe(32)
    expect(toFahrenheit(100)).toBe(212)
    expect(toFahrenheit(-40)).toBe(-40)
    expect(toFahrenheit(180)).toBe(356)
  })

  test('a conversion there and back is the same temperature', () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 500, noNaN: true }), (value) => {
        expect(fromFahrenheit(toFahrenheit(value))).toBeCloseTo(value, 9)
      }),
    )
  })

  test('182.4 is shown as 182 and its unit apart', () => {
    expect(showTemperature(182.4, metric)).toEqual({ number: '182', unit: '°C', count: 182 })
  })

  test('Fahrenheit is rounded once, from the unrounded temperature', () => {
    // 62.6 °C is 144.68 °F; rounding to 63 °C first would show 145 as well, 62.4 (144.32) would show 144, not 143.6
    expect(text(showTemperature(62.4, american))).toBe('144 °F')
    expect(text(showTemperature(70.3, american))).toBe('159 °F')
    expect(text(showTemperature(69.6, american))).toBe('157 °F')
  })

  test('a shown temperature is never further than half a step from the true one', () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 500, noNaN: true }), fc.boolean(), (value, fahrenheit) => {
        const settings = fahrenheit ? american : metric
        const shown = showTemperature(value, settings).count
        expect(Math.abs(shown - (fahrenheit ? toFahrenheit(value) : value))).toBeLessThanOrEqual(0.5 + 1e-9)
      }),
    )
  })

  test('a span is scaled and not shifted', () => {
    expect(text(showTemperatureSpan(10, american))).toBe('18 °F')
    expect(text(showTemperatureSpan(1.25, german, 1))).toBe('1,3 K')
  })

  test('just below zero is zero, without a minus', () => {
    expect(showTemperature(-0.4, metric).number).toBe('0')
    expect(showTemperature(-4, metric).number).toBe('−4')
  })
})

describe('masses and volumes', () => {
  test.each([
    [4.25, '4.3 g'],
    [300, '300 g'],
    [999.4, '999 g'],
    [999.6, '1 kg'],
    [1250, '1.25 kg'],
  ])('%d g is %s', (value, shown) => {
    expect(text(showMass(value, metric))).toBe(shown)
  })

  test('German writes a comma', () => {
    expect(text(showMass(1250, german))).toBe('1,25 kg')
    expect(text(showVolume(1500, german))).toBe('1,5 l')
  })

  test.each([
    [5, '0.18 oz'],
    [21, '¾ oz'],
    [300, '10½ oz'],
    [500, '17½ oz'],
    [1500, '3.3 lb'],
  ])('%d g is %s in ounces', (value, shown) => {
    const measure = showMass(value, american)
    expect(text(measure)).toBe(shown)
  })

  test.each([
    [5, '1 tsp'],
    [15, '1 tbsp'],
    [80, '2½ fl-oz'],
    [160, '⅔ cup'],
    [500, '2 cup'],
  ])('%d ml is %s in cups and spoons', (value, shown) => {
    expect(text(showVolume(value, american))).toBe(shown)
  })

  test('a shown metric mass is within half a gram, or half a percent, of the true one', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 50_000, noNaN: true }), (value) => {
        const shown = showMass(value, metric)
        const back = shown.count * (shown.unit === 'kg' ? 1000 : 1)
        expect(Math.abs(back - value)).toBeLessThanOrEqual(Math.max(0.5, value * 0.005) + 1e-6)
      }),
    )
  })

  test('nothing that is there is ever shown as 0', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 5000, noNaN: true }), (value) => {
        for (const settings of [metric, german, american]) {
          expect(showMass(value, settings).count).toBeGreaterThan(0)
          expect(showVolume(value, settings).count).toBeGreaterThan(0)
        }
      }),
    )
  })
})

describe('counted things', () => {
  test.each([
    [0.5, '½'],
    [1 / 3, '⅓'],
    [1.75, '1¾'],
    [3, '3'],
    [0.99, '1'],
  ])('%d pieces are %s', (value, shown) => {
    expect(showAmount({ unit: 'piece', value }, metric)).toMatchObject({ number: shown, unit: 'piece' })
  })

  test('grams of an ingredient follow the household', () => {
    expect(text(showAmount({ unit: 'g', value: grams(300) }, american))).toBe('10½ oz')
  })
})
