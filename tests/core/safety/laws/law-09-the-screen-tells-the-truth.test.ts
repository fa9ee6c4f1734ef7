import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { initialState } from '#core/safety/state.ts'
import { cooled } from '#core/safety/residual.ts'
import { celsius, milliseconds } from '#core/units/quantities.ts'
import { KitchenRig, power, SETTINGS } from '../support/kitchen-rig.ts'

const zone = (rig: KitchenRig, index = 0) => rig.view.zones[index]

describe('law 9: the screen tells the truth', () => {
  test('a fresh and believable reading is measured', () => {
    const rig = KitchenRig.ready()
    expect(zone(rig)).toMatchObject({ quality: 'measured', residual: 'cool' })
  })

  test('before the first report nothing is known, and what is unknown is not called cool', () => {
    const rig = KitchenRig.bare()
    rig.connect()
    expect(zone(rig)).toMatchObject({ surface: null, quality: 'unknown', residual: 'assume-hot' })
  })

  test('old readings are stale, then estimated, and the surface is assumed hot for hours', () => {
    const rig = KitchenRig.ready()
    const pot = rig.toy.pots[0]
    if (pot === undefined) throw new Error('no pot')
    pot.celsius = 180
    rig.run(3000)
    const last = zone(rig)?.surface
    rig.plugged = false
    rig.run(1200)
    expect(zone(rig)).toMatchObject({ surface: last, quality: 'stale', residual: 'assume-hot' })
    rig.run(10_000)
    expect(zone(rig)?.quality).toBe('estimated')
    expect(zone(rig)?.surface).toBeLessThan(last ?? 0)
    rig.at += 3_600_000
    rig.happen({ type: 'tick' })
    expect(zone(rig)).toMatchObject({ quality: 'estimated', residual: 'assume-hot' })
    rig.at += 4 * 3_600_000
    rig.happen({ type: 'tick' })
    expect(zone(rig)).toMatchObject({ surface: null, quality: 'unknown', residual: 'cool' })
  })

  test('a zone that was lost while it heated is assumed hot, though its sensor was still cool', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(1))
    rig.run(8000)
    expect(zone(rig)?.surface).toBeLessThan(40)
    expect(zone(rig)?.residual).toBe('cool')
    rig.plugged = false
    rig.run(1200)
    expect(zone(rig)?.residual).toBe('assume-hot')
  })

  test('a sensor that lies is not drawn as live', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.2))
    rig.run(1000)
    rig.spoil(0, (reading) => ({ ...reading, surface: celsius(250) }))
    rig.run(100)
    expect(zone(rig)?.quality).not.toBe('measured')
    expect(zone(rig, 1)?.quality).toBe('measured')
  })

  test('hot begins at 50 °C and ends below it, without flicker', () => {
    const rig = KitchenRig.ready()
    const pot = rig.toy.pots[0]
    if (pot === undefined) throw new Error('no pot')
    const seen: string[] = []
    const note = (): void => {
      const now = zone(rig)?.residual ?? ''
      if (seen.at(-1) !== now) seen.push(now)
    }
    rig.touch(power(1))
    rig.run(80_000, note)
    rig.stop()
    pot.loss = 20
    rig.run(600_000, note)
    expect(seen).toEqual(['cool', 'hot', 'cool'])
    expect(pot.celsius).toBeLessThan(47)
  })

  test('residual heat survives a restart through the store', () => {
    const rig = KitchenRig.ready()
    rig.state = initialState(rig.at)
    rig.connect()
    rig.happen({
      type: 'configure',
      settings: {
        ...SETTINGS,
        residual: [
          { zone: 0, surface: celsius(180), at: milliseconds(rig.at - 600_000) },
          { zone: 1, surface: celsius(60), at: milliseconds(rig.at - 20_000_000) },
        ],
      },
    })
    rig.happen({ type: 'tick' })
    expect(zone(rig, 0)).toMatchObject({ quality: 'estimated', residual: 'assume-hot' })
    expect(zone(rig, 0)?.surface).toBeGreaterThan(120)
    expect(zone(rig, 1)).toMatchObject({ quality: 'unknown', residual: 'cool' })
  })

  test('a cold pan on hot glass does not hide the heat', () => {
    const rig = KitchenRig.ready()
    const pot = rig.toy.pots[0]
    if (pot === undefined) throw new Error('no pot')
    pot.celsius = 200
    rig.run(2500)
    pot.pan = 'absent'
    rig.run(1000)
    pot.celsius = 20
    pot.pan = 'present'
    rig.run(5000)
    expect(zone(rig)?.surface).toBeLessThan(30)
    expect(zone(rig)?.residual).toBe('hot')
    rig.run(3_000_000)
    expect(zone(rig)?.residual).toBe('cool')
  })

  test('power that nobody can measure keeps a surface hot', () => {
    const rig = KitchenRig.ready()
    rig.spoil(0, (reading) => ({ ...reading, surface: null, power: 900 as never }))
    rig.run(3_600_000)
    expect(zone(rig)?.residual).toBe('assume-hot')
  })

  test('the cooling model never warms, never undercuts the room and never depends on how often it is asked', () => {
    const temperature = fc.double({ min: -20, max: 500, noNaN: true })
    const span = fc.double({ min: 0, max: 1e8, noNaN: true })
    fc.assert(
      fc.property(temperature, span, span, (from, first, second) => {
        const after = cooled(from, first)
        expect(after).toBeLessThanOrEqual(from)
        expect(after).toBeGreaterThanOrEqual(Math.min(from, 25))
        expect(cooled(after, second)).toBeCloseTo(cooled(from, first + second), 6)
        expect(cooled(from, -first)).toBe(from)
      }),
    )
  })

  test('a virtual stove is told from a real one in the log and in the description that screens get', () => {
    const rig = KitchenRig.ready({ virtual: true })
    expect(rig.log.find((entry) => entry.kind === 'connected')?.details['virtual']).toBe(true)
  })
})
