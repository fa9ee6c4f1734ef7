import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Observation, ZoneEstimate } from '#core/heat/estimate.ts'
import { createEstimator, estimateStep, type EstimatorState } from '#core/heat/estimator.ts'
import { zonePicture } from '#core/heat/zone-picture.ts'
import { NO_TEMPERATURE } from '#core/stove/stove.ts'
import { celsius, watts } from '#core/units/quantities.ts'

const ZONE = { diameterMm: 210, maxPower: 2000, boilsAt: 100 }
const look = (surface: number | null, more: Partial<Observation> = {}): Observation => ({
  elapsed: 0.1,
  surface: surface === null ? null : celsius(surface),
  probe: null,
  power: watts(0),
  pan: 'present',
  camera: null,
  ...more,
})

function watch(observations: readonly Observation[], from: EstimatorState = createEstimator(ZONE)) {
  let state = from
  let estimate: ZoneEstimate | null = null
  for (const observation of observations) ({ state, estimate } = estimateStep(state, observation))
  if (estimate === null) throw new Error('nothing observed')
  return { state, estimate }
}

const repeat = (count: number, make: (index: number) => Observation): readonly Observation[] =>
  Array.from({ length: count }, (_, index) => make(index))
const known = (field: Int16Array): readonly number[] => [...field].filter((value) => value !== NO_TEMPERATURE)
const cell = ({ field, side }: ZoneEstimate, column: number, row: number): number =>
  (field[row * side + column] ?? Number.NaN) / 10

describe('the estimate of a zone', () => {
  test('says nothing before the first reading', () => {
    const { estimate } = watch(repeat(20, () => look(null)))
    expect(estimate.centre).toBeNull()
    expect(known(estimate.field)).toEqual([])
  })

  test('settles on a pan that stands still, a little over its sensor', () => {
    const { estimate } = watch(repeat(600, () => look(120)))
    expect(estimate.centre).toBeGreaterThan(120)
    expect(estimate.centre).toBeLessThan(123)
    expect(estimate.deviation).toBeLessThan(2.5)
    expect(Math.abs(estimate.rate)).toBeLessThan(0.05)
  })

  test('runs ahead of the sensor while the pan heats up', () => {
    const { estimate } = watch(repeat(400, (index) => look(20 + index * 0.2, { power: watts(1500) })))
    expect(estimate.rate).toBeGreaterThan(1.8)
    expect(estimate.rate).toBeLessThan(2.2)
    // two kelvin a second, and a sensor some three and a half seconds late
    expect((estimate.centre ?? 0) - 100).toBeGreaterThan(4)
    expect((estimate.centre ?? 0) - 100).toBeLessThan(12)
  })

  test('knows less with every second without a reading, and in the end nothing', () => {
    const settled = watch(repeat(300, () => look(150)))
    const deviations: number[] = [settled.estimate.deviation]
    let { state } = settled
    for (let second = 0; second < 70; second++) {
      const after = estimateStep(state, look(null, { elapsed: 1 }))
      state = after.state
      deviations.push(after.estimate.deviation)
    }
    expect(deviations).toEqual(deviations.toSorted((a, b) => a - b))
    expect(deviations[20]).toBeGreaterThan(3 * (deviations[0] ?? 0))
    expect(estimateStep(state, look(null)).estimate.centre).toBeNull()
  })

  test('begins anew with a reading after a long silence', () => {
    const { state } = watch(repeat(300, () => look(150)))
    const { estimate } = estimateStep(state, look(40, { elapsed: 3600 }))
    expect(estimate.centre).toBeCloseTo(40, 0)
  })

  test('without a pan there is no pan’s centre, and the glass is shown as the sensor feels it', () => {
    const { estimate } = watch(repeat(300, () => look(90, { pan: 'absent' })))
    expect(estimate.centre).toBeNull()
    expect(new Set(known(estimate.field))).toEqual(new Set([900]))
  })

  test('the same watching in steps of 2 s comes to the same belief', () => {
    const ramp = (elapsed: number) =>
      watch(repeat(60 / elapsed, (index) => look(20 + index * elapsed, { elapsed, power: watts(1000) })))
        .estimate
    expect(Math.abs((ramp(0.1).centre ?? 0) - (ramp(2).centre ?? 0))).toBeLessThan(3)
  })

  test('leaves the state that it was given as it was', () => {
    const { state } = watch(repeat(50, (index) => look(20 + index, { power: watts(1500) })))
    const before = JSON.stringify(state)
    const first = estimateStep(state, look(80)).estimate
    const second = estimateStep(state, look(80)).estimate
    expect(second).toEqual(first)
    expect(second.field).not.toBe(first.field)
    expect(JSON.stringify(state)).toBe(before)
  })

  test('no sequence of observations makes it claim nonsense', () => {
    const observation = fc.record({
      elapsed: fc.oneof(fc.double({ min: 0, max: 5, noNaN: true }), fc.constantFrom(0, 1000, Number.NaN, -3)),
      surface: fc.option(fc.double({ min: -50, max: 900, noNaN: true }).map(celsius)),
      probe: fc.option(fc.double({ min: -20, max: 300, noNaN: true })),
      power: fc.option(fc.double({ min: 0, max: 4000, noNaN: true }).map(watts)),
      pan: fc.constantFrom('present', 'absent', 'unknown'),
      camera: fc.option(
        fc
          .array(fc.oneof(fc.integer({ min: -400, max: 5000 }), fc.constant(NO_TEMPERATURE)), {
            minLength: 16,
            maxLength: 16,
          })
          .map((pixels) => ({ side: 4, tenths: Int16Array.from(pixels) })),
      ),
    })
    fc.assert(
      fc.property(fc.array(observation, { minLength: 1, maxLength: 60 }), (story) => {
        const { estimate } = watch(story as readonly Observation[])
        expect(Number.isFinite(estimate.deviation)).toBe(true)
        expect(estimate.deviation).toBeGreaterThan(0)
        expect(Number.isFinite(estimate.rate)).toBe(true)
        expect(estimate.field).toHaveLength(estimate.side ** 2)
        if (estimate.centre === null) return
        expect(Number.isFinite(estimate.centre)).toBe(true)
        // some share of the square lies outside the disc, the rest is all known
        expect(known(estimate.field).length / estimate.field.length).toBeCloseTo(Math.PI / 4, 1)
      }),
      { numRuns: 200 },
    )
  })
})

test.each([60, 145, 210, 280])(
  'a zone of %d mm has a steady map at full power, in steps of any length',
  (diameterMm) => {
    for (const elapsed of [0.1, 2, 5]) {
      let state = createEstimator({ diameterMm, maxPower: 3000, boilsAt: 100 })
      let estimate: ZoneEstimate | null = null
      for (let step = 0; step < 400; step++) {
        const seen = look(150, { elapsed, power: watts(diameterMm * 10) })
        ;({ state, estimate } = estimateStep(state, seen))
      }
      for (const tenths of known(estimate?.field ?? new Int16Array())) {
        expect(Math.abs(tenths / 10 - 150)).toBeLessThan(120)
      }
    }
  },
)

describe('the map of a zone', () => {
  const heating = repeat(300, (index) => look(20 + index * 0.3, { power: watts(1800) }))

  test('is unknown outside the disc', () => {
    const { estimate } = watch(heating)
    expect(cell(estimate, 0, 0)).toBe(NO_TEMPERATURE / 10)
    expect(cell(estimate, 23, 23)).toBe(NO_TEMPERATURE / 10)
    expect(cell(estimate, 0, 12)).not.toBe(NO_TEMPERATURE / 10)
  })

  test('shows the coil’s ring hotter than the middle while it heats', () => {
    const { estimate } = watch(heating)
    expect(cell(estimate, 18, 12)).toBeGreaterThan(cell(estimate, 12, 12) + 3)
  })

  test('evens out when the power goes', () => {
    const { state } = watch(heating)
    const { estimate } = watch(
      repeat(1200, () => look(105)),
      state,
    )
    expect(Math.abs(cell(estimate, 18, 12) - cell(estimate, 12, 12))).toBeLessThan(3)
  })

  test('follows the pattern that a camera sees', () => {
    const side = 16
    const lopsided = Int16Array.from({ length: side * side }, (_, index) => 1000 + (index % side) * 20)
    const { estimate } = watch(repeat(300, () => look(115, { camera: { side, tenths: lopsided } })))
    expect(cell(estimate, 20, 12) - cell(estimate, 3, 12)).toBeGreaterThan(15)
  })

  test('is not led astray by a camera that sees a lid', () => {
    const side = 16
    const lid = new Int16Array(side * side).fill(400)
    const without = watch(repeat(300, () => look(100))).estimate
    const { estimate } = watch(repeat(300, () => look(100, { camera: { side, tenths: lid } })))
    expect(estimate.field).toEqual(without.field)
  })
})

describe('the part of a thermal picture over a zone', () => {
  const hob = { widthMm: 320, depthMm: 240 }
  const frame = {
    columns: 32,
    rows: 24,
    tenths: Int16Array.from({ length: 32 * 24 }, (_, index) => (index % 32) * 100 + Math.floor(index / 32)),
  }

  test('is cut out where the zone is, with the back in row 0', () => {
    // centre 80 mm to the right and 60 mm to the back of a hob with 10 mm pixels: column 24, row 6
    const { side, tenths } = zonePicture(frame, hob, { xMm: 80, yMm: 60, diameterMm: 80 })
    expect(tenths[0]).toBe(20 * 100 + 2)
    expect(tenths[side * side - 1]).toBe(27 * 100 + 9)
  })

  test('is unknown where the picture ends', () => {
    const { tenths } = zonePicture(frame, hob, { xMm: 160, yMm: 0, diameterMm: 80 })
    expect(tenths.at(-1)).toBe(NO_TEMPERATURE)
    expect(tenths[0]).not.toBe(NO_TEMPERATURE)
  })
})
