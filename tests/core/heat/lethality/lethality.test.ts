import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holdTime, type HoldLog, type HoldProduct } from '#core/heat/lethality/hold.ts'
import { lethality, lethalityAbove, pieceTime } from '#core/heat/lethality/lethality.ts'
import { pasteurise } from '#core/heat/lethality/pasteurise.ts'
import { hasReference, reference, WITHOUT } from '../reference.ts'

const rate = { d: 2, reference: 60, z: 10 }

describe('lethality', () => {
  test('is one power of ten for each D at the reference, ten times that one z above', () => {
    expect(
      lethality(rate, [
        [0, 60],
        [120, 60],
      ]),
    ).toBeCloseTo(1, 12)
    expect(
      lethality(rate, [
        [0, 70],
        [120, 70],
      ]),
    ).toBeCloseTo(10, 12)
  })

  test('on a ramp agrees with a fine sum', () => {
    let sum = 0
    for (let n = 0; n < 120_000; n++) sum += (10 ** ((50 + (n + 0.5) / 6000 - 60) / 10) * 0.01) / 120
    expect(
      lethality(rate, [
        [0, 50],
        [1200, 70],
      ]),
    ).toBeCloseTo(sum, 6)
  })

  test('does not depend on where a straight line is cut', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (share) => {
        const whole = lethality(rate, [
          [0, 40],
          [600, 75],
        ])
        const cut = lethality(rate, [
          [0, 40],
          [600 * share, 40 + 35 * share],
          [600, 75],
        ])
        expect(cut / whole).toBeCloseTo(1, 9)
      }),
    )
  })

  test('is nothing without time, and a part of it is earned at 55 °C and over', () => {
    expect(lethality(rate, [[5, 60]])).toBe(0)
    const curve = [
      [0, 20],
      [600, 60],
      [1200, 60],
      [1500, 30],
    ] as const
    expect(lethalityAbove(rate, curve)).toBeLessThan(lethality(rate, curve))
    expect(lethalityAbove(rate, curve)).toBeGreaterThan(5)
    expect(
      lethalityAbove(rate, [
        [0, 20],
        [600, 54],
      ]),
    ).toBe(0)
  })

  test('a wanted reduction is found on the line where it is earned', () => {
    const end = pieceTime(rate, [0, 50], [1200, 70], 2)
    expect(
      lethality(rate, [
        [0, 50],
        [end, 50 + end / 60],
      ]),
    ).toBeCloseTo(2, 9)
  })
})

describe('pasteurising in a bath', () => {
  test('is never claimed under 55 °C, for frozen food or beyond the source', () => {
    const question = { food: 'meat', thickness: 0.02, start: 5, bath: 60 } as const
    expect(pasteurise({ ...question, bath: 54.9 })).toEqual({ kind: 'unknown', why: 'bath-under-55' })
    expect(pasteurise({ ...question, start: -10 })).toEqual({ kind: 'unknown', why: 'frozen' })
    expect(pasteurise({ ...question, thickness: 0.08 })).toEqual({ kind: 'unknown', why: 'too-thick' })
  })

  test('takes less time the hotter the bath, more the thicker the food', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('meat', 'poultry', 'lean-fish', 'fatty-fish'),
        fc.double({ min: 55, max: 65, noNaN: true }),
        fc.double({ min: 0.01, max: 0.06, noNaN: true }),
        (food, bath, thickness) => {
          const seconds = (b: number, t: number): number => {
            const answer = pasteurise({ food, thickness: t, start: 5, bath: b })
            return answer.kind === 'pasteurised' ? answer.seconds : Infinity
          }
          const middle = seconds(bath, thickness)
          expect(seconds(bath + 0.5, thickness)).toBeLessThan(middle)
          // Across 30 mm meat turns from a sheet into a chunk, so the step stays on one side.
          if (food !== 'meat' || thickness > 0.03)
            expect(seconds(bath, thickness + 0.002)).toBeGreaterThan(middle)
        },
      ),
      { numRuns: 15 },
    )
  })

  test('fatty fish takes longer than lean fish', () => {
    const [lean, fatty] = (['lean-fish', 'fatty-fish'] as const).map((food) =>
      pasteurise({ food, thickness: 0.02, start: 5, bath: 58 }),
    )
    expect(
      lean?.kind === 'pasteurised' && fatty?.kind === 'pasteurised' && fatty.seconds > lean.seconds,
    ).toBe(true)
  })
})

describe.skipIf(!hasReference)(`Baldwin's pasteurisation table for meat (${WITHOUT})`, () => {
  const rows = hasReference ? reference('baldwin_pasteurise_meat_55_60.csv') : []
  test.each(rows.filter(([mm]) => Number(mm) >= 10 && Number(mm) <= 50))(
    '%s mm, 55 to 60 °C',
    (mm, ...minutes) => {
      for (const [index, printed] of minutes.entries()) {
        const answer = pasteurise({ food: 'meat', thickness: Number(mm) / 1000, start: 5, bath: 55 + index })
        const ratio = answer.kind === 'pasteurised' ? answer.seconds / 60 / Number(printed) : Number.NaN
        expect(ratio).toBeGreaterThan(0.8)
        expect(ratio).toBeLessThan(1.08)
      }
    },
  )
})

const hold = (product: HoldProduct, celsius: number, log10: HoldLog, fat = 5): number | null => {
  const answer = holdTime({ product, fat, celsius, log10 })
  return answer.kind === 'hold' ? answer.seconds : null
}

describe('hold times', () => {
  test('speak where FSIS does', () => {
    expect(hold('beef', 54.9, 5)).toBeNull()
    expect(hold('chicken', 56, 7)).toBeNull()
    expect(hold('chicken', 60, 6.5)).toBeNull()
    expect(hold('turkey', 60, 7, 0.5)).toBeNull()
    expect(hold('turkey', 60, 7, 13)).toBeNull()
    expect(hold('beef', 75, 7)).toBe(0)
  })

  test('fall with temperature', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<HoldProduct>('chicken', 'turkey'),
        fc.double({ min: 57.8, max: 75, noNaN: true }),
        fc.double({ min: 1, max: 12, noNaN: true }),
        (product, celsius, fat) => {
          expect(hold(product, celsius + 0.3, 7, fat)).toBeLessThanOrEqual(
            hold(product, celsius, 7, fat) ?? 0,
          )
        },
      ),
    )
  })
})

describe.skipIf(!hasReference)(`hold times as FSIS prints them (${WITHOUT})`, () => {
  const table = (name: string) => (hasReference ? reference(name).map((row) => row.map(Number)) : [])
  const LOGS = [5, 6.5, 7] as const
  const cases = [
    ...LOGS.map((log10, column) => ({ product: 'beef' as const, log10, fat: 0, column })),
    ...(['chicken', 'turkey'] as const).flatMap((product) =>
      Array.from({ length: 12 }, (_, column) => ({ product, log10: 7 as const, fat: column + 1, column })),
    ),
  ]

  test.each(cases)('$product, $log10 log10, $fat % fat', ({ product, log10, fat, column }) => {
    const rows = table(`fsis_${product}.csv`)
    for (const [index, row] of rows.entries()) {
      const [fahrenheit = 0, printed = 0] = row
      const seconds = row[2 + column] ?? 0
      for (const celsius of [printed, ((fahrenheit - 32) * 5) / 9]) {
        if (celsius < 55) continue
        expect(hold(product, celsius, log10, fat)).toBeGreaterThanOrEqual(seconds)
        if (seconds > 0) expect(hold(product, celsius, log10, fat)).toBeLessThanOrEqual(seconds * 1.1)
      }
      const next = rows[index + 1]
      const later = next?.[2 + column] ?? 0
      if (next === undefined || seconds === 0 || later === 0) continue
      // Between two rows: at least the straight line on the logarithm, at most a tenth over it.
      for (const share of [0.1, 0.25, 0.5, 0.75, 0.9]) {
        const celsius = ((fahrenheit + share - 32) * 5) / 9
        if (celsius < 55) continue
        const curve = seconds * (later / seconds) ** share
        expect(hold(product, celsius, log10, fat)).toBeGreaterThanOrEqual(curve * 0.9999)
        expect(hold(product, celsius, log10, fat)).toBeLessThanOrEqual(curve * 1.1 + 0.1)
      }
    }
  })

  test('never shorter between two fats than the shorter of them, never longer than the longer', () => {
    for (const product of ['chicken', 'turkey'] as const) {
      for (const row of table(`fsis_${product}.csv`)) {
        for (let fat = 1; fat < 12; fat++) {
          const printed = [row[1 + fat] ?? 0, row[2 + fat] ?? 0]
          expect(hold(product, row[1] ?? 0, 7, fat + 0.4)).toBeGreaterThanOrEqual(Math.min(...printed))
          const longest = Math.max(...printed)
          if (longest > 0) expect(hold(product, row[1] ?? 0, 7, fat + 0.4)).toBeLessThanOrEqual(longest * 1.1)
        }
      }
    }
  })
})
