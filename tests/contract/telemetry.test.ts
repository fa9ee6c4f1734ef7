import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeTelemetry, encodeTelemetry, type TelemetryFrame } from '#contract/telemetry.ts'

const tenth = fc.integer({ min: -400, max: 12000 }).map((n) => n / 10)
const zone = (cells: number) =>
  fc.record({
    surface: fc.option(tenth),
    estimate: fc.option(tenth),
    deviation: fc.integer({ min: 0, max: 60000 }).map((n) => n / 100),
    power: fc.option(fc.integer({ min: 0, max: 4000 })),
    demand: fc.integer({ min: 0, max: 4000 }),
    age: fc.integer({ min: 0, max: 65535 }),
    quality: fc.constantFrom('measured', 'estimated', 'stale', 'unknown'),
    pan: fc.constantFrom('present', 'absent', 'unknown'),
    residual: fc.constantFrom('cool', 'hot', 'assume-hot'),
    rate: fc.integer({ min: -3000, max: 3000 }).map((n) => n / 100),
    liquid: fc.option(tenth),
    liquidDeviation: fc.integer({ min: 0, max: 60000 }).map((n) => n / 100),
    energy: fc.option(fc.integer({ min: 0, max: 100_000_000 })),
    field: fc.int16Array({ minLength: cells, maxLength: cells }),
  })
const frame: fc.Arbitrary<TelemetryFrame> = fc
  .record({ side: fc.integer({ min: 0, max: 6 }), at: fc.double({ min: 0, max: 4e12, noNaN: true }) })
  .chain(({ side, at }) =>
    fc.array(zone(side * side), { maxLength: 6 }).map((zones) => ({ at, fieldSide: side, zones })),
  )

describe('the telemetry frame', () => {
  test('comes out as it went in', () => {
    fc.assert(
      fc.property(frame, (given) => {
        expect(decodeTelemetry(encodeTelemetry(given))).toEqual(given)
      }),
    )
  })

  test('is refused when it is cut short, too long or of another version', () => {
    fc.assert(
      fc.property(frame, fc.nat(), (given, cut) => {
        const bytes = encodeTelemetry(given)
        expect(decodeTelemetry(bytes.subarray(0, cut % bytes.length))).toBeNull()
        expect(decodeTelemetry(new Uint8Array([...bytes, 0]))).toBeNull()
        bytes[0] = 1
        expect(decodeTelemetry(bytes)).toBeNull()
      }),
    )
  })

  test('survives any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void decodeTelemetry(bytes)))
  })
})
