import { describe, expect, test } from 'vitest'
import { waterTransfer } from '#main/stove/virtual/physics/liquid.ts'
import {
  boilingPoint,
  evaporation,
  latentHeat,
  saturationPressure,
  standardPressure,
} from '#main/stove/virtual/physics/water.ts'
import { Hob } from '#main/stove/virtual/physics/hob.ts'
import { secondsUntil, stage } from './stage.ts'

const SEEDS = [301, 302, 303, 304, 305, 306]

describe('water', () => {
  test.each([
    // Steam tables: temperature, C; saturation pressure, kPa; heat of vaporisation, kJ/kg.
    [20, 2.339, 2453.5],
    [60, 19.95, 2357.7],
    [80, 47.42, 2308.0],
    [100, 101.42, 2256.4],
  ])('follows the steam tables at %d C', (celsius, pressure, latent) => {
    expect(saturationPressure(celsius) / 1000).toBeCloseTo(pressure, pressure > 50 ? 0 : 1)
    expect(Math.abs(latentHeat(celsius) / 1000 / latent - 1)).toBeLessThan(0.005)
  })

  test.each([
    // Standard atmosphere and steam tables: height, m; boiling point, C.
    [0, 99.97],
    [500, 98.31],
    [1500, 94.98],
    [3000, 89.97],
    [4500, 84.94],
  ])('boils at %d m where published tables say', (altitude, celsius) => {
    expect(Math.abs(boilingPoint(standardPressure(altitude)) - celsius)).toBeLessThan(0.15)
  })

  test('evaporates from open water within a factor of two of Carriers equation for still air', () => {
    // Carrier: 0.089 (pw - pa) / Y in kg/(m2 s), kPa and kJ/kg; known to lie high by up to a half in still air.
    for (const celsius of [50, 60, 70, 80]) {
      const carrier = (0.089 * (saturationPressure(celsius) / 1000 - 1.2)) / (latentHeat(celsius) / 1000)
      const ours = evaporation(celsius, { celsius: 22, humidity: 0.45, pressure: 101325 }, 5)
      expect(ours / carrier).toBeGreaterThan(0.5)
      expect(ours / carrier).toBeLessThan(2)
    }
  })

  test('takes heat by nucleate boiling until vapour parts it from the metal', () => {
    expect(waterTransfer(-5, 1000)).toBe(1000)
    expect(waterTransfer(10, 1000)).toBeCloseTo(5560, 0)
    expect(waterTransfer(200, 1000)).toBeCloseTo(300, 0)
  })
})

describe('a pot of water', () => {
  test('boils a quart with 1300 W in the time and for the energy that was measured on a real induction hob', () => {
    // Measured: 1 US quart (0.946 kg) to boiling in 350 s with 0.126 kWh (Fast Company 3062598); start taken as 15.6 C.
    for (const seed of SEEDS) {
      const { hob, zone, pan } = stage(seed, 'pot-18', 1)
      pan.addWater(0.946, 15.6, hob.ledger)
      pan.lid = true
      const before = pan.stored()
      zone.command(1300)
      const seconds = secondsUntil(hob, () => pan.water.temperature > hob.room.boiling - 0.5, 600)
      const kilowattHours = hob.ledger.electric / 3.6e6
      expect(seconds / 350).toBeGreaterThan(0.88)
      expect(seconds / 350).toBeLessThan(1.12)
      expect(kilowattHours / 0.126).toBeGreaterThan(0.88)
      expect(kilowattHours / 0.126).toBeLessThan(1.12)
      // Into water and pot together: 84 % in the boil test of the US Department of Energy; a thin pot loses some.
      const share = (pan.stored() - before) / hob.ledger.electric
      expect(share).toBeGreaterThan(0.77)
      expect(share).toBeLessThan(0.88)
    }
  })

  test('needs for 15 to 90 C and 20 minutes of simmering what induction hobs are sold with: 130 to 195 Wh/kg', () => {
    // The upper figure is the limit of EU 66/2014; ideal is 87 Wh/kg for the heating up alone.
    for (const seed of SEEDS.slice(0, 1)) {
      const { hob, zone, pan } = stage(seed, 'pot-20', 1)
      pan.addWater(1.5, 15, hob.ledger)
      pan.lid = true
      zone.command(1800)
      secondsUntil(hob, () => pan.water.temperature > 90, 900)
      for (let second = 0; second < 1200; second++) {
        zone.command(pan.water.temperature < 90.5 ? 400 : 0)
        hob.run(1)
      }
      const wattHours = hob.ledger.electric / 3600 / 1.5
      expect(pan.water.temperature).toBeGreaterThan(89.5)
      expect(wattHours).toBeGreaterThan(130)
      expect(wattHours).toBeLessThan(195)
    }
  })

  test('stays at the boiling point of its altitude and loses mass as fast as the heat allows', () => {
    for (const altitude of [0, 2500]) {
      const hob = new Hob({ seed: 310, zones: 4, altitude })
      const pot = hob.put(1, 'pot-18')
      pot.addWater(1, 60, hob.ledger)
      const zone = hob.zones[1]
      zone?.command(1200)
      secondsUntil(hob, () => pot.water.temperature >= hob.room.boiling - 0.05, 600)
      hob.run(30)
      const mass = pot.water.mass
      const electric = hob.ledger.electric
      hob.run(120)
      expect(pot.water.temperature).toBeCloseTo(hob.room.boiling, 1)
      // Weather moves it by some 0.4 K round the table's value.
      expect(Math.abs(hob.room.boiling - boilingPoint(standardPressure(altitude)))).toBeLessThan(0.5)
      const share = ((mass - pot.water.mass) * 2.26e6) / (hob.ledger.electric - electric)
      expect(share).toBeGreaterThan(0.68)
      expect(share).toBeLessThan(0.9)
    }
  })

  test('runs hot once it has boiled dry, and not before', () => {
    const { hob, zone, pan } = stage(320, 'pot-20', 1)
    pan.addWater(0.1, 20, hob.ledger)
    zone.command(1800)
    secondsUntil(hob, () => pan.water.mass < 0.03, 400)
    expect(pan.plate.mean()).toBeLessThan(125)
    secondsUntil(hob, () => pan.water.mass === 0, 200)
    const dry = pan.plate.mean()
    hob.run(20)
    expect(pan.plate.mean()).toBeGreaterThan(dry + 40)
  })

  test('comes to the boil sooner with a lid on', () => {
    const boil = (lid: boolean): number => {
      const { hob, zone, pan } = stage(330, 'pot-24', 2)
      pan.addWater(1.2, 50, hob.ledger)
      pan.lid = lid
      zone.command(1200)
      return secondsUntil(hob, () => pan.water.temperature > 98, 1500)
    }
    expect(boil(true)).toBeLessThan(0.95 * boil(false))
  })
})
