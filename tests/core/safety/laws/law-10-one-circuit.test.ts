import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shareCircuit, type CircuitWish } from '#core/safety/circuit.ts'
import { watts } from '#core/units/quantities.ts'
import { heats, KitchenRig, power, SETTINGS } from '../support/kitchen-rig.ts'

const rising = (watts: number): CircuitWish => ({ watts, holds: 0, whole: false, has: false })
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

describe('law 10: one circuit', () => {
  test('never more than the circuit, never more than wanted, nothing left over that somebody wants', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 4000, noNaN: true }), { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0, max: 15_000, noNaN: true }),
        (wanted, limit) => {
          const given = shareCircuit(wanted.map(rising), limit)
          expect(sum(given)).toBeLessThanOrEqual(limit)
          given.forEach((power, index) => {
            expect(power).toBeLessThanOrEqual(wanted[index] ?? 0)
            expect(Number.isInteger(power)).toBe(true)
          })
          const hungry = given.some((power, index) => power < Math.floor(wanted[index] ?? 0))
          if (hungry) expect(Math.floor(limit) - sum(given)).toBeLessThan(wanted.length)
        },
      ),
    )
  })

  test('whoever wants no more gets no less', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 2, maxLength: 6 }),
        fc.integer({ min: 0, max: 8000 }),
        (wanted, limit) => {
          const given = shareCircuit(wanted.map(rising), limit)
          given.forEach((power, index) => {
            const cut = power < (wanted[index] ?? 0)
            if (cut) for (const other of given) expect(other).toBeLessThanOrEqual(power + 1)
          })
        },
      ),
    )
  })

  test('what holds a temperature goes before what raises one', () => {
    const holding: CircuitWish = { watts: 1500, holds: 1500, whole: false, has: true }
    expect(shareCircuit([rising(2000), holding], 2000)).toEqual([500, 1500])
  })

  test('a zone that regulates itself gets all of its power or none', () => {
    const plate = (watts: number): CircuitWish => ({ watts, holds: watts, whole: true, has: false })
    expect(shareCircuit([plate(1800), plate(1800), rising(3000)], 3000)).toEqual([1800, 0, 1200])
  })

  test('a plate that is on is not switched off for one that comes later, nor does a new one take what others hold', () => {
    const plate = (has: boolean): CircuitWish => ({ watts: 1800, holds: 1800, whole: true, has })
    const simmering: CircuitWish = { watts: 2000, holds: 600, whole: false, has: true }
    expect(shareCircuit([plate(false), plate(true)], 3000)).toEqual([0, 1800])
    expect(shareCircuit([simmering, plate(false)], 2000)).toEqual([2000, 0])
    expect(shareCircuit([simmering, plate(false)], 3000)).toEqual([1200, 1800])
  })

  test('a plate does not flap, however what is held beside it trembles', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 2, maxLength: 40 }),
        fc.integer({ min: 1800, max: 4000 }),
        (held, limit) => {
          let has = false
          let switched = 0
          for (const holds of held) {
            const pot: CircuitWish = { watts: 2000, holds, whole: false, has: true }
            const [, given = 0] = shareCircuit([pot, { watts: 1800, holds: 1800, whole: true, has }], limit)
            if (given > 0 !== has) switched += 1
            has = given > 0
          }
          expect(switched).toBeLessThanOrEqual(1)
        },
      ),
    )
  })

  test('a simmer keeps its little, two that want everything share the rest, and the screen says so', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.1), 0)
    rig.touch(power(1), 1)
    rig.touch(power(1), 2)
    rig.run(300)
    expect(rig.toy.demand).toEqual([200, 1740, 1740])
    expect(rig.view.circuit).toEqual({ limit: 3680, used: 3680, shared: true })
    expect(rig.view.zones.map((zone) => zone.limitedBy)).toEqual([null, 'circuit', 'circuit'])
  })

  test('every single frame keeps the limit while zones rise and fall', () => {
    const action = fc.record({
      zone: fc.integer({ min: 0, max: 2 }),
      share: fc.integer({ min: 0, max: 10 }),
      wait: fc.integer({ min: 0, max: 4 }),
      stop: fc.boolean(),
      amperes: fc.integer({ min: 2, max: 20 }),
    })
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
        const rig = KitchenRig.ready()
        for (const { zone, share, wait, stop, amperes } of actions) {
          if (stop && share % 3 === 0) rig.stop(zone)
          else rig.touch(power(share / 10), zone)
          if (share === 5) {
            rig.happen({ type: 'configure', settings: { ...SETTINGS, circuit: watts(amperes * 230) } })
          }
          const from = rig.sent.length
          rig.run(wait * 100)
          for (const frame of heats(rig.sent.slice(from))) {
            expect(sum(frame)).toBeLessThanOrEqual(rig.state.settings.circuit ?? 0)
            for (const demand of frame) expect(demand).toBeLessThanOrEqual(2000)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  test('a smaller circuit takes effect at once', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(1), 0)
    rig.touch(power(1), 1)
    rig.run(300)
    const commands = rig.happen({ type: 'configure', settings: { ...SETTINGS, circuit: watts(2300) } })
    expect(heats(commands)).toEqual([[1150, 1150, 0]])
  })

  test('settings that are no numbers allow nothing and break nothing', () => {
    const rig = KitchenRig.ready()
    const nonsense = Number.NaN as never
    rig.happen({
      type: 'configure',
      settings: {
        circuit: nonsense,
        boiling: nonsense,
        externalCutOff: false,
        residual: [{ zone: 0, surface: nonsense, at: nonsense }],
        remembered: null,
      },
    })
    expect(rig.touch(power(0.5))).toEqual({ kind: 'refused', code: 'not-set-up' })
    expect(rig.state.settings).toMatchObject({ circuit: null, boiling: 100, residual: [] })
  })

  test('until the circuit is known nothing starts, and when it is forgotten all goes off', () => {
    const rig = KitchenRig.ready()
    rig.happen({ type: 'configure', settings: { ...SETTINGS, circuit: null } })
    expect(rig.touch(power(0.5))).toEqual({ kind: 'refused', code: 'not-set-up' })
    rig.happen({ type: 'configure', settings: SETTINGS })
    rig.touch(power(0.5))
    rig.run(200)
    rig.happen({ type: 'configure', settings: { ...SETTINGS, circuit: null } })
    expect(rig.toy.demand).toEqual([0, 0, 0])
  })
})
