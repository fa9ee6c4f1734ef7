import { expect, test } from 'vitest'
import { crc16, isSound, sealed } from '#main/stove/modbus/emulator/crc16.ts'

const bytes = (hex: string): number[] => [...Buffer.from(hex.replaceAll(' ', ''), 'hex')]

test('the checksum is that of the catalogue of checksums: "123456789" gives 4B37H', () => {
  expect(crc16(Buffer.from('123456789'))).toBe(0x4b37)
})

// Omron, Communications Manual H175, 4-4-2: commands and responses as they are printed there.
test.each([
  ['01 10 21 05 00 02 04 03 E8 FC 18', '66 BB'],
  ['01 10 21 05 00 02', '5B F5'],
  ['01 10 01 0A 00 04', 'E0 34'],
  ['01 10 01 0A 00 04 08 00 00 03 E8 FF FF FC 18', '8D E9'],
])('%s is sealed with %s, low byte first', (body, seal) => {
  expect(Array.from(sealed(bytes(body)).slice(-2))).toEqual(bytes(seal))
  expect(isSound(Uint8Array.from(bytes(body + seal)))).toBe(true)
})

test('one wrong bit anywhere and it is unsound', () => {
  const frame = sealed(bytes('01 03 10 00 00 02'))
  for (let bit = 0; bit < frame.length * 8; bit++) {
    const wrong = Uint8Array.from(frame)
    wrong[bit >> 3] = (wrong[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(isSound(wrong)).toBe(false)
  }
})
