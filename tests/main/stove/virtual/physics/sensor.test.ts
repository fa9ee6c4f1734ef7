import { describe, expect, test } from 'vitest'
import { couple } from '#main/stove/virtual/physics/coil.ts'
import { drawZone } from '#main/stove/virtual/physics/parameters.ts'
import { Sensor } from '#main/stove/virtual/physics/sensor.ts'
import { randomStream } from '#main/stove/virtual/random.ts'
import { stage } from './stage.ts'

const DT = 0.01
const EXACT = {
  ...drawZone(1, 0),
  sensorBias: 0,
  sensorGain: 1,
  sensorNoise: 0,
  sensorPanShare: 1,
  sensorDead: 0.5,
  sensorLag: 2,
}

describe('the sensor', () => {
  test('stays where it is for its dead time, then follows with its lag', () => {
    const sensor = new Sensor(EXACT, randomStream(1, 'test'), DT, 20)
    const after = (seconds: number): number => {
      for (let step = Math.round(seconds / DT); step > 0; step--) sensor.step(DT, 20, 120, 0)
      return sensor.read()
    }
    expect(after(0.5)).toBe(20)
    // One lag later it has gone 63 % of the way.
    expect(after(2)).toBeCloseTo(20 + 100 * (1 - Math.exp(-1)), 0)
    expect(after(12)).toBeCloseTo(120, 0)
  })

  test('is drawn towards the glass, follows it alone and slower without a pan, and feels a domed base less', () => {
    const settle = (pan: number | null, bump: number, seconds: number, share = 0.9): number => {
      const sensor = new Sensor({ ...EXACT, sensorPanShare: share }, randomStream(1, 'test'), DT, 20)
      for (let step = Math.round(seconds / DT); step > 0; step--) sensor.step(DT, 50, pan, bump)
      return sensor.read()
    }
    expect(settle(150, 0, 60)).toBeCloseTo(140, 1)
    expect(settle(150, 0.0005, 60)).toBeCloseTo(135, 1)
    expect(settle(null, 0, 120)).toBeCloseTo(50, 1)
    expect(settle(null, 0, 2.5)).toBeLessThan(30)
  })
})

describe('the coil', () => {
  test('heats a ring, hardly the middle, and not evenly round it', () => {
    for (let seed = 710; seed < 720; seed++) {
      const { pan, zone } = stage(seed, 'steel-28')
      const { weights, coverage } = couple(pan, zone.place.diameter / 1000, zone.parameters)
      const most = weights.reduce((a, b) => Math.max(a, b))
      // The sprung sensor stands here: it must not be told of the ring before the metal conducts it.
      const centre = pan.plate.cellAt(-pan.parameters.offsetX, -pan.parameters.offsetY)
      expect(weights[centre]).toBeLessThan(0.05 * most)
      expect(weights.reduce((a, b) => a + b)).toBeCloseTo(1, 9)
      expect(coverage).toBeGreaterThan(0.95)
      const left = weights.reduce(
        (sum, weight, cell) => ((pan.plate.x[cell] ?? 0) < 0 ? sum + weight : sum),
        0,
      )
      expect(Math.abs(left - 0.5)).toBeLessThan(0.12)
      expect(Math.abs(left - 0.5)).toBeGreaterThan(1e-4)
    }
  })
})
