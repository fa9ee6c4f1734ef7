import { describe, expect, test } from 'vitest'
import { countEnergy, NO_ENERGY, restartEnergy } from '#core/heat/energy.ts'
import { NAMED_FOODS } from '#core/heat/food/named-foods.ts'
import { startContentsState } from '#core/heat/twin/contents.ts'
import { startFoodTwin } from '#core/heat/twin/food-twin.ts'
import { forecast, type Plan } from '#core/heat/twin/forecast.ts'
import { OFF } from '#core/stove/stove.ts'
import { celsius } from '#core/units/quantities.ts'

const plan = (more: Partial<Plan> = {}): Plan => ({
  contents: startContentsState(22, 0.035),
  target: { kind: 'temperature', celsius: celsius(150) },
  maxPower: 2000,
  surroundings: { area: 0.035, boilsAt: 100 },
  horizon: 1800,
  food: null,
  ...more,
})

describe('the forecast', () => {
  test('has 120 points from now to the horizon, all of them numbers', () => {
    const { seconds, surface, liquid, core } = forecast(plan())
    expect(seconds).toHaveLength(120)
    expect(seconds[0]).toBe(0)
    expect(seconds.at(-1)).toBeCloseTo(1800, 6)
    expect(
      [...surface, ...liquid].every(({ value, deviation }) => Number.isFinite(value) && deviation >= 0),
    ).toBe(true)
    expect(core).toBeNull()
  })

  test('stays at the room when everything is off', () => {
    const { surface, liquid } = forecast(plan({ target: OFF }))
    for (const { value } of [...surface, ...liquid]) expect(value).toBeCloseTo(22, 0)
  })

  test('never passes a liquid’s target by much, and never boils what should stay under it', () => {
    const { liquid } = forecast(plan({ target: { kind: 'liquid', celsius: celsius(80) } }))
    expect(Math.max(...liquid.map(({ value }) => value))).toBeLessThan(84)
  })

  test('leaves what it starts from as it was', () => {
    const given = plan()
    const before = structuredClone(given.contents)
    forecast(given)
    expect(given.contents).toEqual(before)
  })

  test('carries the middle of the food with its spread', () => {
    const begun = startFoodTwin({
      ...NAMED_FOODS.salmon,
      body: { kind: 'slab', across: 0.02 },
      start: 5,
      contact: 'liquid',
      boilsAt: 100,
    })
    if (begun.kind === 'problem') throw new Error(begun.problem)
    const { core } = forecast(plan({ target: { kind: 'liquid', celsius: celsius(60) }, food: begun.twin }))
    expect(core?.[0]?.value).toBeCloseTo(5, 0)
    expect(core?.at(-1)?.value).toBeGreaterThan(35)
    expect(core?.[60]?.deviation).toBeGreaterThan(1)
  })
})

describe('the energy of a zone', () => {
  test('is the sum of what its meter says, from when it went on', () => {
    let meter = countEnergy(NO_ENERGY, 10, 1000, true)
    meter = countEnergy(meter, 10, 500, true)
    expect(meter.sinceOn).toBe(15_000)
    meter = countEnergy(countEnergy(meter, 60, 0, false), 1, 2000, true)
    expect(meter).toMatchObject({ sinceOn: 2000, sinceStart: 17_000 })
    expect(restartEnergy(meter).sinceStart).toBe(0)
  })

  test('is unknown once some of it was not measured, until the zone goes on anew', () => {
    let meter = countEnergy(NO_ENERGY, 1, null, true)
    meter = countEnergy(meter, 1, 1000, true)
    expect(meter.sinceOn).toBeNull()
    meter = countEnergy(countEnergy(meter, 1, null, false), 1, 1000, true)
    expect(meter.sinceOn).toBe(1000)
    expect(meter.sinceStart).toBeNull()
  })
})
