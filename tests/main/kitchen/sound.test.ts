import { expect, test } from 'vitest'
import { wave } from '#main/kitchen/sound.ts'

test('an alarm is a well-formed WAV file that swells from silence and is as loud as asked', () => {
  const loudest = (file: Buffer): number => {
    let peak = 0
    for (let at = 44; at < file.length; at += 2) peak = Math.max(peak, Math.abs(file.readInt16LE(at)))
    return peak
  }
  const file = wave('fault', 1)
  expect(file.toString('latin1', 0, 4)).toBe('RIFF')
  expect(file.readUInt32LE(4)).toBe(file.length - 8)
  expect(file.readUInt32LE(40)).toBe(file.length - 44)
  expect(Math.abs(file.readInt16LE(44))).toBe(0)
  expect(loudest(file)).toBeGreaterThan(28_000)
  expect(loudest(wave('fault', 0.5)) / loudest(file)).toBeCloseTo(0.5, 2)
})
