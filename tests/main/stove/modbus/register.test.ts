import { expect, test } from 'vitest'
import type { Register } from '#main/stove/modbus/profile.ts'
import { decode, encode, fromCelsius, toCelsius, wordKey } from '#main/stove/modbus/register.ts'

const tenths: Register = { function: 3, address: 0x1000, type: 'int16', scale: 0.1 }
const float: Register = { function: 3, address: 2160, type: 'float32', scale: 1 }
const words = (from: number, ...values: number[]): Map<string, number> =>
  new Map(values.map((value, at) => [wordKey(3, from + at), value]))

test("tenths of a degree, two's complement", () => {
  expect(decode(tenths, words(0x1000, 257), 'high-first')).toBe(25.7)
  expect(decode(tenths, words(0x1000, 0xffff), 'high-first')).toBe(-0.1)
  expect(encode(tenths, 80, 'high-first')).toEqual([0x0320])
  expect(encode(tenths, -10, 'high-first')).toEqual([0xff9c])
})

// Watlow, EZ-ZONE Communications, chapter 2: 75.0 degrees are 0000 4296 in low word, high word order.
test('a float comes with its low word first where the profile says so', () => {
  expect(encode(float, 75, 'low-first')).toEqual([0x0000, 0x4296])
  expect(encode(float, 75, 'high-first')).toEqual([0x4296, 0x0000])
  expect(decode(float, words(2160, 0x0000, 0x4296), 'low-first')).toBe(75)
  expect(decode(float, words(2160, 0x4296, 0x0000), 'high-first')).toBe(75)
})

test('what was not read, or is no number, is unknown', () => {
  expect(decode(tenths, new Map(), 'high-first')).toBeNull()
  expect(decode(float, words(2160, 0x0000), 'low-first')).toBeNull()
  expect(decode(float, words(2160, 0x0000, 0x7fc0), 'low-first')).toBeNull()
})

test('one bit of a status word', () => {
  const status: Register = { function: 3, address: 0x2407, type: 'uint16', scale: 1, bit: 8 }
  expect(decode(status, words(0x2407, 0x0100), 'high-first')).toBe(1)
  expect(decode(status, words(0x2407, 0xfeff), 'high-first')).toBe(0)
})

test('degrees Fahrenheit are told apart from Celsius', () => {
  expect(toCelsius(212, 'fahrenheit')).toBeCloseTo(100, 9)
  expect(fromCelsius(80, 'fahrenheit')).toBeCloseTo(176, 9)
  expect(toCelsius(80, 'celsius')).toBe(80)
})
