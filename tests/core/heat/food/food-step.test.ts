import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { warming } from '#core/heat/food/conduction/body.ts'
import { faceIn, type Face } from '#core/heat/food/face.ts'
import {
  coldestOf,
  coreOf,
  meanOf,
  profileOf,
  shrinkOf,
  startFood,
  surfaceOf,
  turnOver,
  yieldOf,
  type FoodState,
} from '#core/heat/food/food-state.ts'
import { foodStep } from '#core/heat/food/food-step.ts'
import { enthalpy } from '#core/heat/food/freezing.ts'
import { thermalProperties } from '#core/heat/food/properties.ts'
import { slabFood } from '#core/heat/food/slab-food.ts'

const beef = { water: 0.716, protein: 0.215, fat: 0.058, carbohydrate: 0, fibre: 0, ash: 0.011 }
const steak = slabFood({ composition: beef, thickness: 0.025, muscle: true })
/** The same without juice to lose. */
const plain = slabFood({ composition: beef, thickness: 0.025, muscle: false, freezesAt: -0.9 })
const NOTHING: Face = { celsius: 0, h: 0 }
const bath = (celsius: number): Face => ({ celsius, h: 95 })

function cook(state: FoodState, seconds: number, bottom: Face, top: Face, elapsed = 0.5): FoodState {
  let now = state
  for (let count = 0; count < seconds / elapsed; count++) now = foodStep(now, { elapsed, bottom, top })
  return now
}

describe('a piece of food', () => {
  test('in a bath follows the exact series within what its properties change with temperature', () => {
    const { diffusivity, parallel: conductivity } = thermalProperties(beef, 30)
    const { core } = warming({
      body: { kind: 'slab', across: 0.025 },
      diffusivity,
      conductivity,
      h: 95,
      start: 25,
      medium: 35,
    })
    const state = cook(startFood(plain, 25), 1200, bath(35), bath(35))
    expect(Math.abs(coreOf(state) - core(1200))).toBeLessThan(0.1)
  })

  test('does not care in how many steps time passes', () => {
    const often = cook(startFood(steak, 5), 600, bath(60), bath(60), 0.5)
    const once = foodStep(startFood(steak, 5), { elapsed: 600, bottom: bath(60), top: bath(60) })
    expect(Math.abs(coreOf(often) - coreOf(once))).toBeLessThan(0.1)
  })

  test('is not changed in place', () => {
    const before = startFood(steak, 5)
    cook(before, 5, bath(60), bath(60))
    expect(coreOf(before)).toBe(5)
  })

  test('warms the same from both sides, and upside down after turning over', () => {
    const even = cook(startFood(plain, 5), 300, bath(60), bath(60))
    expect(surfaceOf(even).top).toBeCloseTo(surfaceOf(even).bottom, 9)
    const seared = cook(startFood(plain, 5), 120, faceIn('plate', 80), NOTHING)
    const turned = turnOver(seared)
    expect(profileOf(turned, 9)).toEqual(profileOf(seared, 9).toReversed())
  })

  test('rests: the core rises after the heat is gone, the mean falls', () => {
    const hot = cook(startFood(plain, 20), 480, bath(90), bath(90))
    const rested = cook(hot, 120, faceIn('air', 22), faceIn('air', 22))
    expect(coreOf(rested)).toBeGreaterThan(coreOf(hot) + 3)
    expect(meanOf(rested)).toBeLessThan(meanOf(hot))
  })

  test('keeps its heat where nothing touches it', () => {
    const hot = cook(startFood(plain, 5), 120, bath(60), NOTHING)
    const later = cook(hot, 36_000, NOTHING, NOTHING, 60)
    const held = Array.from(hot.celsius, (t) => enthalpy(beef, -0.9, t))
    const mean = held.reduce((sum, value) => sum + value, 0) / held.length
    expect(enthalpy(beef, -0.9, coreOf(later)) / mean).toBeCloseTo(1, 3)
    expect(coldestOf(later)).toBeCloseTo(surfaceOf(later).bottom, 1)
  })
})

describe('frozen food', () => {
  test('takes in exactly the heat that its thawing needs', () => {
    let state = startFood(plain, -18)
    let taken = 0
    while (coldestOf(state) < 2) {
      const next = foodStep(state, {
        elapsed: 0.5,
        bottom: { celsius: 8, h: 50 },
        top: { celsius: 8, h: 50 },
      })
      taken += 0.5 * 50 * (8 - surfaceOf(next).bottom + 8 - surfaceOf(next).top)
      state = next
    }
    const mean = (now: FoodState): number =>
      Array.from(now.celsius, (t) => enthalpy(beef, -0.9, t)).reduce((sum, value) => sum + value, 0) / 40
    const needed = (mean(state) - enthalpy(beef, -0.9, -18)) * plain.density * 0.025
    expect(taken / needed).toBeCloseTo(1, 2)
  })

  test('waits at its freezing point, and takes several times as long as unfrozen food', () => {
    const minutes = (start: number, end: number): number => {
      let state = startFood(plain, start)
      let count = 0
      while (coreOf(state) < end && count < 10_000) {
        state = foodStep(state, { elapsed: 6, bottom: { celsius: 10, h: 150 }, top: { celsius: 10, h: 150 } })
        count += 1
      }
      return count / 10
    }
    expect(minutes(-18, 0)).toBeGreaterThan(2.5 * minutes(-0.5, 8))
  })

  test('in a freezer freezes', () => {
    const state = cook(startFood(plain, 5), 4 * 3600, { celsius: -25, h: 20 }, { celsius: -25, h: 20 }, 10)
    expect(coreOf(state)).toBeLessThan(-10)
    expect(coreOf(state)).toBeGreaterThan(-25)
  })
})

describe('water', () => {
  test('holds the layers at boiling until they are dry; only then the face passes it', () => {
    const state = cook(startFood(steak, 5), 240, faceIn('plate', 200), faceIn('air', 22))
    expect(Math.max(...state.celsius.slice(2))).toBeLessThanOrEqual(100.01)
    expect(surfaceOf(state).bottom).toBeGreaterThan(110)
    expect(state.water[0]).toBeLessThan(0.2)
  })

  test('boils earlier in the mountains', () => {
    const high = slabFood({ composition: beef, thickness: 0.025, muscle: false, boilsAt: 90 })
    const state = cook(startFood(high, 80), 1200, { celsius: 120, h: 300 }, { celsius: 120, h: 300 })
    expect(coreOf(state)).toBeGreaterThan(89)
    expect(coreOf(state)).toBeLessThanOrEqual(90.001)
  })

  test('a layer that boiled cools again when the heat goes', () => {
    const boiling = cook(startFood(plain, 80), 1200, { celsius: 150, h: 300 }, { celsius: 150, h: 300 })
    expect(surfaceOf(boiling).top).toBeGreaterThan(100)
    expect(coreOf(boiling)).toBeGreaterThan(98)
    const cooled = cook(boiling, 1200, { celsius: 20, h: 100 }, { celsius: 20, h: 100 })
    expect(coreOf(cooled)).toBeLessThan(70)
    expect(cooled.evaporated).toBeCloseTo(boiling.evaporated, 3)
  })

  test('drips from muscle the more the hotter it was, and the piece shrinks', () => {
    const [rare, done] = [55, 75].map((t) => cook(startFood(steak, 5), 3600, bath(t), bath(t), 5))
    expect(rare === undefined ? 0 : yieldOf(rare)).toBeGreaterThan(done === undefined ? 1 : yieldOf(done))
    // Published: van der Sman 2007 finds that beef of 75 °C holds some 0.4 of its 0.745 kg/kg.
    expect(done?.dripped).toBeGreaterThan(0.2)
    expect(done === undefined ? 1 : shrinkOf(done)).toBeLessThan(0.95)
    expect(done?.evaporated).toBe(0)
  })

  test('cools an open face towards the wet bulb', () => {
    const open = cook(startFood(plain, 60), 600, NOTHING, faceIn('air', 22))
    const closed = cook(startFood(plain, 60), 600, NOTHING, { celsius: 22, h: 20 })
    expect(surfaceOf(open).top).toBeLessThan(surfaceOf(closed).top - 3)
    expect(open.evaporated).toBeGreaterThan(0)
  })
})

describe('a frozen patty pressed between hot plates', () => {
  const patty = slabFood({ composition: beef, thickness: 0.01, muscle: false, freezesAt: -0.9 })
  const face: Face = { celsius: 190, h: 900 }

  /** J/m²: warmth of the layers over the liquid food at 0 °C, and of the steam that left at 100 °C. */
  function heatIn(state: FoodState): number {
    const mass = (patty.density * 0.01) / state.celsius.length
    const layers = Array.from(state.celsius, (t, index) => {
      const lost = (1 - (state.water[index] ?? 1)) * beef.water
      return mass * (enthalpy(beef, -0.9, Math.min(t, 150)) - lost * 4190 * t)
    })
    const steam = state.evaporated * patty.density * 0.01 * (2_257_000 + 419_000)
    return layers.reduce((sum, value) => sum + value, steam)
  }

  test('takes in what its faces let through, while it thaws, warms and boils at once', () => {
    let state = startFood(patty, -18)
    const before = heatIn(state)
    let through = 0
    for (let second = 0; second < 25; second += 0.25) {
      state = foodStep(state, { elapsed: 0.25, bottom: face, top: face })
      through += 0.25 * 900 * (380 - surfaceOf(state).bottom - surfaceOf(state).top)
    }
    expect(state.evaporated).toBeGreaterThan(0.01)
    expect((heatIn(state) - before) / through).toBeCloseTo(1, 1)
  })

  // Published: frozen patties of 10 mm, plates of 177 to 204 °C: 120 to 130 s to serve (Zorrilla et al. 2000).
  test('is done in about two minutes, in long steps as in short ones', () => {
    const seconds = (elapsed: number): number => {
      let state = startFood(patty, -18)
      let time = 0
      while (coreOf(state) < 72 && time < 600) {
        state = foodStep(state, { elapsed, bottom: face, top: face })
        time += elapsed
      }
      return time
    }
    expect(seconds(0.1)).toBeGreaterThan(90)
    expect(seconds(0.1)).toBeLessThan(180)
    expect(Math.abs(seconds(1) - seconds(0.1))).toBeLessThan(2)
  })
})

test('whatever touches it, food stays between the coldest and the hottest, and water is never negative', () => {
  const face = fc.record({
    celsius: fc.double({ min: -30, max: 290, noNaN: true }),
    h: fc.double({ min: 0, max: 20_000, noNaN: true }),
  })
  fc.assert(
    fc.property(
      fc.array(fc.record({ elapsed: fc.double({ min: 0, max: 90, noNaN: true }), top: face, bottom: face }), {
        maxLength: 8,
      }),
      fc.double({ min: -30, max: 95, noNaN: true }),
      fc.double({ min: 0.002, max: 0.1, noNaN: true }),
      (steps, start, thickness) => {
        let state = startFood(slabFood({ composition: beef, thickness, muscle: true }), start)
        let low = start
        let high = start
        for (const step of steps) {
          state = foodStep(state, step)
          low = Math.min(low, step.top.celsius, step.bottom.celsius)
          high = Math.max(high, step.top.celsius, step.bottom.celsius)
          for (const t of state.celsius) {
            expect(t).toBeGreaterThan(low - 0.5)
            expect(t).toBeLessThan(high + 0.5)
          }
          for (const left of state.water) expect(left).toBeGreaterThanOrEqual(0)
        }
        expect(yieldOf(state)).toBeLessThanOrEqual(1)
        expect(yieldOf(state)).toBeGreaterThan(0)
      },
    ),
    { numRuns: 40 },
  )
})
