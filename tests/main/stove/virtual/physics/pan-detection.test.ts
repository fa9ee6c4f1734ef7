import { describe, expect, test } from 'vitest'
import { Hob } from '#main/stove/virtual/physics/hob.ts'
import { hobLayout } from '#main/stove/virtual/physics/layout.ts'
import { stage } from './stage.ts'

describe('a zone', () => {
  test('takes no power without a pan, and sees one only after a moment', () => {
    const hob = new Hob({ seed: 501, zones: 4, altitude: 0 })
    const zone = hob.zones[0]
    zone?.command(2000)
    hob.run(5)
    expect(zone?.panSeen).toBe(false)
    expect(hob.ledger.electric).toBe(0)
    hob.put(0, 'steel-28')
    hob.step()
    expect(zone?.panSeen).toBe(false)
    hob.run(1.5)
    expect(zone?.panSeen).toBe(true)
    hob.run(1)
    expect(zone?.drawn).toBeGreaterThan(1800)
    hob.lift(0, true)
    hob.run(0.5)
    expect(zone?.panSeen).toBe(false)
    expect(zone?.drawn).toBe(0)
    hob.lift(0, false)
    hob.run(3)
    expect(zone?.drawn).toBeGreaterThan(1800)
  })

  test('does not see plain aluminium, which has no steel in its base', () => {
    const { hob, zone } = stage(502, 'aluminium-24')
    zone.command(2000)
    hob.run(5)
    expect(zone.panSeen).toBe(false)
    expect(zone.drawn).toBe(0)
  })

  test('gives a pan smaller than its coil less than it asks for', () => {
    const { hob, zone } = stage(503, 'saucepan-16')
    zone.command(zone.place.power)
    hob.run(5)
    expect(zone.drawn).toBeGreaterThan(200)
    expect(zone.drawn).toBeLessThan(0.9 * zone.place.power)
  })

  test('stops at once when told, whatever the step of the physics', () => {
    const { hob, zone } = stage(504, 'steel-28')
    zone.command(2000)
    hob.run(5)
    zone.command(0)
    expect(zone.drawn).toBe(0)
  })

  test('never takes more than it has', () => {
    for (let seed = 510; seed < 520; seed++) {
      const { hob, zone } = stage(seed, 'steel-28')
      zone.command(zone.place.power)
      hob.run(4)
      expect(zone.drawn).toBeLessThanOrEqual(zone.place.power)
    }
  })

  test('has a place of its own on the glass, on every layout', () => {
    for (const count of [1, 2, 3, 4, 5, 6]) {
      const { zones, width, depth } = hobLayout(count)
      expect(zones).toHaveLength(count)
      for (const [index, zone] of zones.entries()) {
        expect(Math.abs(zone.x) + zone.diameter / 2).toBeLessThanOrEqual(width / 2)
        expect(Math.abs(zone.y) + zone.diameter / 2).toBeLessThanOrEqual(depth / 2)
        for (const other of zones.slice(index + 1)) {
          const apart = Math.hypot(zone.x - other.x, zone.y - other.y)
          expect(apart).toBeGreaterThan((zone.diameter + other.diameter) / 2)
        }
      }
    }
  })
})

describe('the sensor', () => {
  test('is late, lags, and is a little wrong in a way of its own on each seed', () => {
    const errors = [521, 522, 523, 524].map((seed) => {
      const { hob, zone, pan } = stage(seed, 'coated-24')
      zone.command(1500)
      hob.run(20)
      const felt = pan.plate.temperature[pan.plate.cellAt(0, 0)] ?? 0
      expect(zone.readSensor()).toBeLessThan(felt)
      zone.command(0)
      hob.run(400)
      return zone.readSensor() - (pan.plate.temperature[pan.plate.cellAt(0, 0)] ?? 0)
    })
    expect(new Set(errors.map((error) => error.toFixed(2))).size).toBe(4)
    for (const error of errors) expect(Math.abs(error)).toBeLessThan(5)
  })

  test('is noisy: two readings of one moment differ, by tenths', () => {
    const { zone } = stage(530, 'coated-24')
    const readings = Array.from({ length: 200 }, () => zone.readSensor())
    const mean = readings.reduce((a, b) => a + b) / readings.length
    const deviation = Math.sqrt(
      readings.reduce((sum, value) => sum + (value - mean) ** 2, 0) / readings.length,
    )
    expect(deviation).toBeGreaterThan(0.03)
    expect(deviation).toBeLessThan(0.3)
  })
})

describe('the physics', () => {
  test('gives the same numbers to the last bit for the same seed and the same deeds', () => {
    const run = (): number[] => {
      const hob = new Hob({ seed: 540, zones: 4, altitude: 300 })
      hob.put(0, 'steel-28').addOil(0.02, 20, hob.ledger)
      hob.put(1, 'pot-20').addWater(1, 15, hob.ledger)
      for (const zone of hob.zones) zone.command(900)
      hob.run(60)
      return [
        ...(hob.zones[0]?.vessel?.plate.temperature ?? []),
        hob.zones[1]?.readSensor() ?? 0,
        hob.stored(),
      ]
    }
    expect(run()).toEqual(run())
  })
})
