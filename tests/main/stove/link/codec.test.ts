import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cobsDecode, cobsEncode } from '#main/stove/link/cobs.ts'
import { crc16 } from '#main/stove/link/crc16.ts'
import { encodeFrame, FrameDecoder } from '#main/stove/link/frame.ts'
import { MAX_BODY, MAX_ENCODED } from '#main/stove/link/limits.ts'

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'))
const bytes = (maxLength: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ maxLength })
/** Bodies as they travel: with many zeros, which stuffing is about. */
const body = fc.uint8Array({ minLength: 3, maxLength: MAX_BODY - 2 })

function decode(...pieces: readonly Uint8Array[]): {
  bodies: Buffer[]
  decoder: FrameDecoder
} {
  const bodies: Buffer[] = []
  const decoder = new FrameDecoder((found) => {
    bodies.push(Buffer.from(found))
  })
  for (const piece of pieces) decoder.push(piece)
  return { bodies, decoder }
}

function unstuffed(source: Uint8Array): Buffer | null {
  const target = new Uint8Array(source.length)
  const length = cobsDecode(source, 0, source.length, target)
  return length < 0 ? null : Buffer.from(target.subarray(0, length))
}

describe('checksum', () => {
  // The check value of CRC-16/IBM-3740 in Greg Cook's catalogue of parametrised CRC algorithms.
  test('gives the published check value', () => {
    expect(crc16(Buffer.from('123456789'))).toBe(0x29b1)
  })

  test('agrees with a bit by bit division', () => {
    fc.assert(
      fc.property(bytes(64), (data) => {
        let crc = 0xffff
        for (const byte of data) {
          for (let bit = 7; bit >= 0; bit--) {
            const carry = ((crc >> 15) ^ (byte >> bit)) & 1
            crc = ((crc << 1) & 0xffff) ^ (carry * 0x1021)
          }
        }
        expect(crc16(data)).toBe(crc)
      }),
    )
  })
})

describe('stuffing', () => {
  const run = (from: number, to: number): number[] =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index)
  // The examples that the literature on COBS gives (Cheshire and Baker; Wikipedia's table).
  test.each([
    ['a zero', [0], [1, 1]],
    ['two zeros', [0, 0], [1, 1, 1]],
    ['a zero between others', [0, 0x11, 0], [1, 2, 0x11, 1]],
    ['a zero in the middle', [0x11, 0x22, 0, 0x33], [3, 0x11, 0x22, 2, 0x33]],
    ['no zero', [0x11, 0x22, 0x33, 0x44], [5, 0x11, 0x22, 0x33, 0x44]],
    ['254 bytes without a zero', run(1, 254), [255, ...run(1, 254)]],
    ['a zero and 254 bytes', [0, ...run(1, 254)], [1, 255, ...run(1, 254)]],
    ['255 bytes without a zero', run(1, 255), [255, ...run(1, 254), 2, 255]],
    ['254 bytes and a zero', [...run(2, 255), 0], [255, ...run(2, 255), 1, 1]],
    ['253 bytes, a zero, a byte', [...run(3, 255), 0, 1], [254, ...run(3, 255), 2, 1]],
  ])('writes %s as the literature does', (_, plain, stuffed) => {
    expect([...cobsEncode(Uint8Array.from(plain))]).toEqual(stuffed)
    expect(unstuffed(Uint8Array.from(stuffed))).toEqual(Buffer.from(plain))
  })

  test('is undone, and never holds a zero', () => {
    fc.assert(
      fc.property(bytes(1200), (data) => {
        const stuffed = cobsEncode(data)
        expect(stuffed.includes(0)).toBe(false)
        expect(unstuffed(stuffed)).toEqual(Buffer.from(data))
      }),
    )
  })

  test('says when a run was never stuffed', () => {
    expect(unstuffed(hex('05 11 22'))).toBeNull()
  })
})

describe('the decoder of frames', () => {
  test('finds the same bodies however the stream is cut', () => {
    fc.assert(
      fc.property(
        fc.array(body, { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 40 })),
        (bodies, cuts) => {
          const stream = Buffer.concat(bodies.map((one) => encodeFrame(one)))
          const pieces: Uint8Array[] = []
          let at = 0
          for (const cut of cuts) {
            pieces.push(stream.subarray(at, at + cut))
            at += cut
          }
          pieces.push(stream.subarray(at))
          expect(decode(...pieces).bodies).toEqual(bodies.map((one) => Buffer.from(one)))
        },
      ),
    )
  })

  test('takes a body of the greatest length and refuses to make a longer one', () => {
    const longest = new Uint8Array(MAX_BODY - 2).fill(7)
    expect(decode(encodeFrame(longest)).bodies).toHaveLength(1)
    expect(() => encodeFrame(new Uint8Array(MAX_BODY - 1))).toThrow(RangeError)
  })

  test('loses at most the frame that is hit, delimiters included', () => {
    const frames = fc.array(body, { minLength: 3, maxLength: 8 })
    const hits = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(frames, fc.nat(), hits, (bodies, which, damage) => {
        const wire = bodies.map((one) => encodeFrame(one))
        const victim = which % wire.length
        for (const [position, flip] of damage) {
          const frame = wire[victim] ?? new Uint8Array(1)
          frame[position % frame.length] = (frame[position % frame.length] ?? 0) ^ flip
        }
        const found = decode(Buffer.concat(wire)).bodies
        const untouched = bodies.filter((_, index) => index !== victim).map((one) => Buffer.from(one))
        for (const one of untouched) expect(found).toContainEqual(one)
      }),
      { numRuns: 300 },
    )
  })

  test('loses at most the frame that is cut short or stretched', () => {
    fc.assert(
      fc.property(body, body, body, fc.nat(), fc.nat(), bytes(30), (a, b, c, from, count, inserted) => {
        const middle = encodeFrame(b)
        const cut = from % middle.length
        const mangled = Buffer.concat([
          middle.subarray(0, cut),
          inserted,
          middle.subarray(cut + (count % (middle.length - cut + 1))),
        ])
        const found = decode(encodeFrame(a), mangled, encodeFrame(c)).bodies
        expect(found).toContainEqual(Buffer.from(a))
        expect(found).toContainEqual(Buffer.from(c))
      }),
    )
  })

  test('never takes a frame with up to three flipped bits for a sound one', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 3, maxLength: 60 }),
        fc.array(fc.nat(), { maxLength: 3 }),
        (one, bits) => {
          // Flipped before stuffing: this is what the checksum promises.
          const checked = Buffer.concat([one, Buffer.alloc(2)])
          checked.writeUInt16LE(crc16(one), one.length)
          for (const bit of new Set(bits.map((position) => position % (checked.length * 8)))) {
            checked[bit >> 3] = (checked[bit >> 3] ?? 0) ^ (1 << (bit & 7))
          }
          if (checked.subarray(0, -2).equals(one) && crc16(one) === checked.readUInt16LE(one.length)) return
          const wire = Buffer.concat([Buffer.of(0), cobsEncode(checked), Buffer.of(0)])
          expect(decode(wire).bodies).toEqual([])
        },
      ),
    )
  })

  test('counts what it throws away, by kind', () => {
    const sound = encodeFrame(hex('81 01 00'))
    const badCrc = Uint8Array.from(sound)
    badCrc[2] = 0x55
    const badStuffing = hex('00 7f 01 02 00')
    const tooShort = hex('00 03 11 22 00')
    const tooLong = Buffer.concat([Buffer.of(0), Buffer.alloc(MAX_ENCODED + 1, 1), Buffer.of(0)])
    const { decoder } = decode(sound, badCrc, badStuffing, tooShort, tooLong, sound)
    expect(decoder.counters).toEqual({ frames: 2, badCrc: 1, badStuffing: 1, tooShort: 1, tooLong: 1 })
  })

  test('drops a run without end however it arrives, and hears the next frame', () => {
    const sound = encodeFrame(hex('84 01 00 aa'))
    const endless = new Uint8Array(997).fill(9)
    const pieces = Array.from({ length: 200 }, () => endless)
    const { bodies, decoder } = decode(...pieces, sound)
    expect(bodies).toEqual([Buffer.from(hex('84 01 00 aa'))])
    expect(decoder.counters.tooLong).toBe(1)
  })

  test('hears every true frame among ten million bytes of garbage', () => {
    const sound = encodeFrame(hex('84 01 00 aa bb cc'))
    const bodies: Buffer[] = []
    const decoder = new FrameDecoder((found) => {
      bodies.push(Buffer.from(found))
    })
    const garbage = new Uint8Array(100_000)
    let random = 0x2545f491
    for (let block = 0; block < 100; block++) {
      for (let index = 0; index < garbage.length; index++) {
        random ^= random << 13
        random ^= random >>> 17
        random ^= random << 5
        // Zeros more often than chance has them in some blocks, so that short runs are tried too.
        garbage[index] = block % 2 === 0 || random & 0xf00 ? random & 0xff : 0
      }
      decoder.push(garbage)
      decoder.push(sound)
    }
    const { frames, ...thrown } = decoder.counters
    expect(bodies.filter((one) => one.equals(hex('84 01 00 aa bb cc')))).toHaveLength(100)
    // A 16-bit checksum lets one run in 65536 pass that is stuffed correctly and long enough.
    expect(frames).toBeLessThan(110)
    for (const count of Object.values(thrown)) expect(count).toBeGreaterThan(0)
  })
})
