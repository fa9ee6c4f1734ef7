import { describe, expect, test } from 'vitest'
import { MATERIALS } from '#main/stove/virtual/physics/materials.ts'
import { Plate } from '#main/stove/virtual/physics/plate.ts'
import { centre, meanOnRing, secondsUntil, stage } from './stage.ts'

/** Bessel function J0 by its power series; exact enough up to 4. */
function besselJ0(x: number): number {
  let term = 1
  let sum = 1
  for (let k = 1; k < 30; k++) {
    term *= -(x * x) / (4 * k * k)
    sum += term
  }
  return sum
}

describe('the plate of a pan', () => {
  test.each(['aluminium', 'copper', 'steel304'] as const)(
    'conducts as theory says: the first radial mode of an insulated disc of %s dies at its own rate',
    (name) => {
      const { conductivity, density, heat } = MATERIALS[name]
      const thickness = 0.003
      const radius = 0.1
      const plate = new Plate(2 * radius, density * heat * thickness, conductivity * thickness, 0)
      // The first zero of J1: no heat crosses the rim.
      const mode = 3.8317 / radius
      for (let cell = 0; cell < plate.count; cell++) {
        const r = Math.hypot(plate.x[cell] ?? 0, plate.y[cell] ?? 0)
        plate.temperature[cell] = 100 * besselJ0(mode * r)
      }
      const rate = (conductivity / (density * heat)) * mode ** 2
      const middle = plate.cellAt(0, 0)
      const start = plate.temperature[middle] ?? 0
      // A full time constant.
      const steps = Math.round(1 / rate / 0.05)
      for (let step = 0; step < steps; step++) plate.conduct(0.05)
      const left = (plate.temperature[middle] ?? 0) / start
      expect(left / Math.exp(-rate * steps * 0.05)).toBeGreaterThan(0.94)
      expect(left / Math.exp(-rate * steps * 0.05)).toBeLessThan(1.06)
    },
  )

  test('stays stable on the smallest copper base, where the step must be cut', () => {
    const plate = new Plate(0.06, 8933 * 385 * 0.003, 401 * 0.003, 20)
    plate.temperature[plate.cellAt(0, 0)] = 300
    for (let step = 0; step < 200; step++) plate.conduct(0.5)
    expect(Math.max(...plate.temperature)).toBeLessThan(21)
    expect(Math.min(...plate.temperature)).toBeGreaterThan(20)
  })

  test('is hotter on the coils ring than in its middle while it heats, on every seed', () => {
    for (let seed = 100; seed < 106; seed++) {
      const { hob, zone, pan } = stage(seed, 'iron-26')
      zone.command(1500)
      hob.run(40)
      expect(meanOnRing(pan, 0.5, 0.75)).toBeGreaterThan(centre(pan) + 10)
    }
  })

  test('spreads heat the better the more it conducts: iron is the least even, copper the most', () => {
    const spread = (name: 'iron-26' | 'copper-24' | 'carbon-28'): number => {
      const { hob, zone, pan } = stage(9, name)
      zone.command(1500)
      secondsUntil(hob, () => pan.plate.mean() > 180, 300)
      return Math.max(...pan.plate.temperature) - Math.min(...pan.plate.temperature)
    }
    const iron = spread('iron-26')
    expect(spread('copper-24')).toBeLessThan(0.6 * iron)
    expect(spread('carbon-28')).toBeGreaterThan(iron)
  })

  test('heats a dry coated aluminium pan to 200 C in one to two minutes at 2 kW, as cooks know it', () => {
    for (let seed = 200; seed < 205; seed++) {
      const { hob, zone, pan } = stage(seed, 'coated-28')
      zone.command(2000)
      const seconds = secondsUntil(hob, () => pan.plate.mean() > 200, 300)
      expect(seconds).toBeGreaterThan(55)
      expect(seconds).toBeLessThan(130)
    }
  })

  test('comes out different on every seed: ring, offset, warp and gain are its own', () => {
    const field = (seed: number): number[] => {
      const { hob, zone, pan } = stage(seed, 'steel-28')
      zone.command(1200)
      hob.run(30)
      return [centre(pan), pan.plate.mean(), Math.max(...pan.plate.temperature)]
    }
    const [first, second] = [field(1), field(2)]
    for (const index of [0, 1, 2])
      expect(Math.abs((first[index] ?? 0) - (second[index] ?? 0))).toBeGreaterThan(0.5)
  })
})
