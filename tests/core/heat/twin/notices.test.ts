import { describe, expect, test } from 'vitest'
import { createEstimator, estimateStep, surroundingsOf, type EstimatorState } from '#core/heat/estimator.ts'
import type { ZoneEstimate } from '#core/heat/estimate.ts'
import { EMPTY_WINDOW, widenWindow, type HeatWindow } from '#core/heat/twin/heat-window.ts'
import { noticesOf, sensorElsewhere, type ZoneSight } from '#core/heat/twin/notices.ts'
import { OFF } from '#core/stove/stove.ts'
import { celsius, watts } from '#core/units/quantities.ts'

const ZONE = { diameterMm: 210, maxPower: 2000, boilsAt: 100 }

/** Watches a pan whose sensor says `surface` at each second, at `power` W. */
function watch(seconds: number, power: number, surface: (second: number) => number) {
  let state: EstimatorState = createEstimator(ZONE)
  let estimate: ZoneEstimate | null = null
  for (let second = 0; second < seconds; second++) {
    const seen = { surface: celsius(surface(second)), probe: null, pan: 'present', camera: null } as const
    ;({ state, estimate } = estimateStep(state, { ...seen, elapsed: 1, power: watts(power) }))
  }
  if (estimate === null) throw new Error('nothing seen')
  return { state, estimate }
}

const sight = ({ state, estimate }: ReturnType<typeof watch>, more: Partial<ZoneSight> = {}): ZoneSight => ({
  estimate,
  contents: state.contents.state,
  boiled: state.contents.boiled,
  target: OFF,
  available: 2000,
  surroundings: surroundingsOf(ZONE),
  window: EMPTY_WINDOW,
  smokePoint: null,
  core: null,
  ...more,
})
const codes = (given: ZoneSight): readonly string[] => noticesOf(given).map(({ code }) => code)
const still = watch(120, 0, () => 22)

/** A minute in a zone: watts asked for and measured, and what its sensor says before and after. */
function minute(asked: number, measured: number | null, from: number, to: number): HeatWindow {
  let window = EMPTY_WINDOW
  for (let second = 0; second <= 55; second++) {
    window = widenWindow(window, 1, measured, asked, from + ((to - from) * second) / 55)
  }
  return window
}

describe('the twin notices', () => {
  test('nothing about a pan that stands still', () => {
    expect(codes(sight(still))).toEqual([])
  })

  test('a pot that has boiled dry: a base that runs away after a boil', () => {
    const dry = watch(60, 1500, (second) => 100 + second)
    const [notice] = noticesOf(sight(dry, { boiled: 300 }))
    expect(notice).toMatchObject({ code: 'boiled-dry', advice: 'off' })
    expect(codes(sight(dry, { boiled: 0 }))).toEqual([])
  })

  test('oil before it smokes, and asks for less; at its smoke point for none', () => {
    const oil = watch(120, 800, () => 212)
    expect(noticesOf(sight(oil, { smokePoint: 225 }))).toMatchObject([
      { code: 'oil-near-smoke', advice: 'less' },
    ])
    expect(noticesOf(sight(oil, { smokePoint: 205 }))).toMatchObject([
      { code: 'oil-near-smoke', advice: 'off' },
    ])
    expect(codes(sight(oil, { smokePoint: 260 }))).toEqual([])
    expect(codes(sight(oil))).toEqual([])
  })

  test('a target that nobody can reach with what the circuit leaves', () => {
    // Half an hour at 300 W and no warmer than 70 °C: 250 °C will not come of it.
    const weak = watch(1800, 300, (second) => 22 + 48 * (1 - Math.exp(-second / 200)))
    const target = { kind: 'temperature', celsius: celsius(250) } as const
    expect(codes(sight(weak, { target, available: 300 }))).toEqual(['target-unreachable'])
    expect(codes(sight(weak, { target: { ...target, celsius: celsius(65) }, available: 300 }))).toEqual([])
  })

  test('a pan that does not take the heat that is asked for; never where power is not measured', () => {
    expect(codes(sight(still, { window: minute(2000, 1100, 22, 60) }))).toEqual(['pan-small'])
    expect(codes(sight(still, { window: minute(2000, 1950, 22, 60) }))).toEqual([])
    expect(codes(sight(still, { window: minute(2000, null, 22, 60) }))).toEqual([])
  })

  test('a bath that is colder than the food, when both are sure enough', () => {
    const contents = { ...still.estimate.contents, temperature: { value: 40, deviation: 2 } }
    const bath = { ...still, estimate: { ...still.estimate, contents } }
    expect(codes(sight(bath, { core: { value: 52, deviation: 1 } }))).toEqual(['bath-colder'])
    expect(codes(sight(bath, { core: { value: 43, deviation: 1 } }))).toEqual([])
  })

  test('heat here and a rise there: a sensor on the wrong zone', () => {
    const here = minute(1800, 1800, 22, 22.5)
    const there = minute(0, 0, 22, 60)
    expect(sensorElsewhere([here, there])).toMatchObject([
      { zone: 0, other: 1, notice: { code: 'sensor-elsewhere', advice: 'off' } },
    ])
    expect(sensorElsewhere([minute(1800, 1800, 22, 60), minute(0, 0, 22, 22)])).toEqual([])
    expect(sensorElsewhere([here, minute(0, 0, 22, 23)])).toEqual([])
  })
})
