import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FOODS, type FoodName } from '#main/stove/virtual/physics/foods.ts'
import { Hob } from '#main/stove/virtual/physics/hob.ts'
import { PANS, type PanName } from '#main/stove/virtual/physics/pans.ts'

const pans = Object.keys(PANS) as PanName[]
const foods = Object.keys(FOODS) as FoodName[]

/** One thing that a cook or a firmware does. */
const deed = fc.oneof(
  fc.record({
    do: fc.constant('power' as const),
    zone: fc.nat(3),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.record({ do: fc.constant('pan' as const), zone: fc.nat(3), pan: fc.constantFrom(...pans) }),
  fc.record({
    do: fc.constant('water' as const),
    zone: fc.nat(3),
    mass: fc.double({ min: 0.002, max: 2, noNaN: true }),
  }),
  fc.record({
    do: fc.constant('oil' as const),
    zone: fc.nat(3),
    mass: fc.double({ min: 0.002, max: 1, noNaN: true }),
  }),
  fc.record({ do: fc.constant('food' as const), zone: fc.nat(3), name: fc.constantFrom(...foods) }),
  fc.record({ do: fc.constant('lid' as const), zone: fc.nat(3), on: fc.boolean() }),
  fc.record({ do: fc.constant('lift' as const), zone: fc.nat(3), on: fc.boolean() }),
  fc.record({ do: fc.constant('flip' as const), zone: fc.nat(3) }),
  fc.record({ do: fc.constant('empty' as const), zone: fc.nat(3) }),
  fc.record({ do: fc.constant('remove' as const), zone: fc.nat(3) }),
)

function perform(hob: Hob, what: typeof deed extends fc.Arbitrary<infer Deed> ? Deed : never): void {
  const zone = hob.zones[what.zone]
  const vessel = zone?.vessel ?? null
  if (what.do === 'power') zone?.command((zone?.place.power ?? 0) * what.share)
  else if (what.do === 'pan') hob.put(what.zone, what.pan)
  else if (what.do === 'remove') hob.remove(what.zone)
  else if (what.do === 'lift') hob.lift(what.zone, what.on)
  else if (vessel === null) return
  else if (what.do === 'water') vessel.addWater(what.mass, 15, hob.ledger)
  else if (what.do === 'oil') vessel.addOil(what.mass, 20, hob.ledger)
  else if (what.do === 'food') vessel.addFood(what.name, 0.2, 5, hob.ledger)
  else if (what.do === 'lid') vessel.lid = what.on
  else if (what.do === 'flip') for (const portion of vessel.foods) portion.flip()
  else vessel.empty(hob.ledger)
}

describe('energy', () => {
  test('what goes in is stored or lost, whatever a cook does and whatever the seed', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.array(deed, { minLength: 4, maxLength: 14 }), (seed, deeds) => {
        const hob = new Hob({ seed, zones: 4, altitude: 0 })
        for (const zone of [0, 1, 2]) hob.put(zone, pans[(seed + zone) % pans.length] ?? 'steel-28')
        for (const what of deeds) {
          perform(hob, what)
          hob.run(4)
        }
        const { electric, moved } = hob.ledger
        const turnover = electric + Math.abs(moved)
        expect(Math.abs(hob.stored() - hob.ledger.expected())).toBeLessThan(1e-6 * turnover)
        expect(Number.isFinite(hob.stored())).toBe(true)
      }),
      { numRuns: 15 },
    )
  })

  test('over a long boil, stored and lost add up to the mains within 1 % by a count of their own', () => {
    const hob = new Hob({ seed: 5, zones: 4, altitude: 0 })
    const pot = hob.put(1, 'pot-20')
    pot.addWater(1, 20, hob.ledger)
    const before = hob.stored()
    hob.zones[1]?.command(1500)
    hob.run(900)
    // Counted by hand, from the outside: the water that is gone took its heat of vaporisation along.
    const boiledAway = 1 - pot.water.mass
    const steam = boiledAway * (2.257e6 + 4186 * 100)
    const { electric, air, below, electronics } = hob.ledger
    const found = hob.stored() - before + steam + air + below + electronics
    expect(boiledAway).toBeGreaterThan(0.2)
    expect(found / electric).toBeGreaterThan(0.99)
    expect(found / electric).toBeLessThan(1.01)
  })

  test('nothing heats up by itself: an unpowered kitchen drifts to its rooms temperature and no further', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (seed) => {
        const hob = new Hob({ seed, zones: 4, altitude: 0 })
        const pan = hob.put(0, 'steel-28')
        hob.run(60)
        const { ambient, belowRise } = hob.room
        expect(pan.plate.mean()).toBeGreaterThan(ambient - 0.5)
        expect(pan.plate.mean()).toBeLessThan(ambient + belowRise)
        expect(hob.ledger.electric).toBe(0)
      }),
      { numRuns: 6 },
    )
  })
})
