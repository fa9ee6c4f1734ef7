import { describe, expect, test } from 'vitest'
import { meanOnRing, secondsUntil, stage } from './stage.ts'

const SEEDS = [401, 402]

describe('after off', () => {
  test('a pan cools without a break, ever slower, and never under the room', () => {
    for (const seed of SEEDS) {
      const { hob, zone, pan } = stage(seed, 'coated-28')
      zone.command(1500)
      hob.run(120)
      zone.command(0)
      // What is hotter elsewhere in the pan evens out first.
      hob.run(20)
      let last = pan.plate.mean()
      let lastFall = Infinity
      for (let minute = 0; minute < 12; minute++) {
        hob.run(60)
        const fall = last - pan.plate.mean()
        expect(fall).toBeGreaterThan(0)
        expect(fall).toBeLessThan(lastFall + 0.1)
        last = pan.plate.mean()
        lastFall = fall
      }
      expect(last).toBeGreaterThan(hob.room.ambient)
      expect(last).toBeLessThan(hob.room.ambient + 50)
    }
  })

  test('the glass keeps residual heat when the pan is taken away', () => {
    const { hob, zone, pan } = stage(410, 'iron-26')
    zone.command(1500)
    secondsUntil(hob, () => pan.plate.mean() > 220, 300)
    hob.run(60)
    hob.remove(0)
    hob.run(30)
    const under = hob.glass.meanOf(hob.glass.cellsWithin(zone.place.x, zone.place.y, 60))
    expect(under).toBeGreaterThan(hob.room.ambient + 40)
    hob.run(1200)
    const later = hob.glass.meanOf(hob.glass.cellsWithin(zone.place.x, zone.place.y, 60))
    expect(later).toBeLessThan(hob.room.ambient + 20)
  })

  test('the sensor falls: no seed and no pan shows a rise of more than 5 K once 30 s have passed', () => {
    for (const name of ['steel-28', 'coated-28', 'iron-26', 'carbon-28'] as const) {
      for (const seed of SEEDS) {
        const { hob, zone, pan } = stage(seed, name)
        zone.command(zone.place.power)
        secondsUntil(hob, () => pan.plate.mean() > 160, 300)
        zone.command(0)
        hob.run(30)
        const reference = zone.readSensor()
        let most = -Infinity
        for (let second = 0; second < 60; second++) {
          hob.run(1)
          most = Math.max(most, zone.readSensor())
        }
        expect(most).toBeLessThan(reference + 5)
      }
    }
  })

  test('water under a lid keeps its heat longer than open water', () => {
    const after = (lid: boolean): number => {
      const { hob, pan } = stage(420, 'pot-20', 1, 95)
      pan.addWater(1.5, 95, hob.ledger)
      pan.lid = lid
      hob.run(600)
      return pan.water.temperature
    }
    const open = after(false)
    expect(open).toBeGreaterThan(65)
    expect(open).toBeLessThan(82)
    expect(after(true)).toBeGreaterThan(open + 5)
  })
})

describe('the glass', () => {
  test('warms the neighbours a little, and the nearer the more', () => {
    const { hob, zone, pan } = stage(430, 'coated-28')
    for (let second = 0; second < 900; second++) {
      zone.command(pan.plate.mean() < 220 ? 1500 : 0)
      hob.run(1)
    }
    const rise = hob.zones.map(
      ({ place }) => hob.glass.meanOf(hob.glass.cellsWithin(place.x, place.y, 50)) - hob.room.ambient,
    )
    const idle = hob.room.belowRise
    expect(rise[0]).toBeGreaterThan(80)
    for (const neighbour of [1, 2, 3]) {
      expect(rise[neighbour]).toBeGreaterThan(0)
      expect(rise[neighbour]).toBeLessThan(idle + 20)
    }
    // Between the zones, nearer to the hot one.
    const near = hob.glass.temperature[hob.glass.cellAt(-140, 30)] ?? 0
    const far = hob.glass.temperature[hob.glass.cellAt(-140, 200)] ?? 0
    expect(near).toBeGreaterThan(far + 2)
  })
})

describe('food', () => {
  test('cools the pan under it, sizzles at boiling below and stays cool in its middle', () => {
    const { hob, zone, pan } = stage(440, 'iron-26')
    zone.command(1200)
    secondsUntil(hob, () => pan.plate.mean() > 220, 400)
    const before = meanOnRing(pan, 0, 0.4)
    pan.addFood('steak', 0.25, 6, hob.ledger)
    const [steak] = pan.foods
    const water = steak?.water.reduce((a, b) => a + b) ?? 0
    zone.command(700)
    hob.run(30)
    expect(meanOnRing(pan, 0, 0.4)).toBeLessThan(before - 8)
    hob.run(210)
    expect(steak?.temperature[0]).toBeCloseTo(hob.room.boiling, 0)
    expect(steak?.core()).toBeGreaterThan(8)
    expect(steak?.core()).toBeLessThan(45)
    const lost = water - (steak?.water.reduce((a, b) => a + b) ?? 0)
    expect(lost).toBeGreaterThan(0.004)
    expect(lost).toBeLessThan(0.06)
    steak?.flip()
    expect(steak?.top()).toBeCloseTo(hob.room.boiling, 0)
  })
})
