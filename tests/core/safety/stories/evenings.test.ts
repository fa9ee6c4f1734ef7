import { describe, expect, test } from 'vitest'
import { celsius } from '#core/units/quantities.ts'
import { KitchenRig, offs, power, temperature } from '../support/kitchen-rig.ts'

const pot = (rig: KitchenRig, zone = 0) => {
  const found = rig.toy.pots[zone]
  if (found === undefined) throw new Error('no such pot')
  return found
}

describe('evenings', () => {
  test('soup boils over: the cook lifts it, wipes with the screen locked, and goes on', () => {
    const rig = KitchenRig.ready()
    Object.assign(pot(rig), { heat: 9000, boils: 100 })
    rig.attended = true
    rig.touch(power(1))
    rig.run(600_000)
    expect(rig.view.zones[0]).toMatchObject({ quality: 'measured', residual: 'hot' })

    pot(rig).pan = 'absent'
    rig.run(5000)
    expect(rig.toy.demand).toEqual([0, 0, 0])
    rig.happen({ type: 'lock', locked: true, by: 'hob' })
    expect(rig.touch(power(1))).toEqual({ kind: 'done' })
    expect(rig.touch(power(0.4))).toEqual({ kind: 'done' })
    expect(rig.touch(power(0.9))).toEqual({ kind: 'refused', code: 'locked' })
    rig.happen({ type: 'lock', locked: false, by: 'hob' })
    pot(rig).pan = 'present'
    rig.run(3000)
    expect(rig.toy.demand).toEqual([800, 0, 0])
    expect(rig.faults).toEqual([])
  })

  test('the cable is pulled in the middle of a cook: off, latched, assumed hot, and no heat until touched', () => {
    const rig = KitchenRig.ready()
    rig.touch(temperature(180))
    rig.run(60_000)
    expect(rig.toy.demand[0]).toBeGreaterThan(0)

    rig.plugged = false
    rig.run(1100)
    // The device has dropped the heat by itself: its lease is one second.
    expect(rig.toy.demand).toEqual([0, 0, 0])
    expect(rig.faults).toEqual(['link-lost'])
    expect(rig.view.zones[0]).toMatchObject({ quality: 'stale', residual: 'assume-hot', limitedBy: 'fault' })

    rig.happen({ type: 'lost', reason: 'unplugged' })
    rig.run(5000)
    rig.acknowledgeAll()
    expect(rig.faults).toEqual(['link-lost'])

    rig.plugged = true
    rig.connect()
    rig.run(3000)
    expect(rig.toy.demand).toEqual([0, 0, 0])
    expect(rig.touch(temperature(180))).toEqual({ kind: 'refused', code: 'fault-latched' })
    rig.acknowledgeAll()
    expect(rig.faults).toEqual([])
    rig.run(2000)
    expect(rig.toy.demand).toEqual([0, 0, 0])
    expect(rig.touch(temperature(180))).toEqual({ kind: 'done' })
    rig.run(300)
    expect(rig.toy.demand[0]).toBeGreaterThan(0)
  })

  test('a recipe simmers, sears within what the cook accepted, and asks before it takes a second zone', () => {
    const rig = KitchenRig.ready()
    rig.attended = true
    rig.happen({
      type: 'envelope',
      envelope: [
        { zone: 0, maxShare: 0.8, maxCelsius: celsius(200), maxLiquid: celsius(0), maxVigour: 0 },
        { zone: 1, maxShare: 0.5, maxCelsius: celsius(120), maxLiquid: celsius(0), maxVigour: 0 },
      ],
      by: 'onion soup',
    })
    rig.touch(temperature(95))
    rig.run(60_000)
    expect(rig.from('program', temperature(190))).toEqual({ kind: 'done' })
    const asked = rig.from('program', power(0.3), 1)
    expect(asked.kind).toBe('asked')
    rig.run(12_000)
    rig.happen({
      type: 'answer-question',
      question: rig.view.questions[0]?.id ?? 0,
      accept: true,
      by: 'hob',
    })
    rig.run(1000)
    expect(rig.toy.demand[1]).toBe(600)
    expect(rig.from('program', { kind: 'off' })).toEqual({ kind: 'done' })
    expect(rig.toy.demand[0]).toBe(0)
    expect(rig.toy.demand[1]).toBe(600)
  })

  test('the cook falls asleep on the sofa: warned, then off, and the stew is not started by itself in the morning', () => {
    const rig = KitchenRig.ready()
    Object.assign(pot(rig), { celsius: 99, boils: 99, heat: 20_000 })
    rig.happen({ type: 'lost', reason: 'unplugged' })
    rig.connect()
    rig.run(1500)
    rig.touch(power(0.5))
    rig.run(91 * 60_000)
    expect(rig.faults).toEqual(['unattended'])
    expect(rig.toy.demand).toEqual([0, 0, 0])
    rig.run(5 * 60_000)
    expect(rig.toy.demand).toEqual([0, 0, 0])
    expect(offs(rig.sent)).toBeLessThan(10)
  })

  test('two cooks, one circuit, one phone: nobody passes the limit and the phone only asks', () => {
    const rig = KitchenRig.ready()
    rig.attended = true
    rig.touch(power(1), 0)
    rig.touch(power(1), 1)
    rig.run(1000)
    expect(rig.toy.demand).toEqual([1840, 1840, 0])
    expect(rig.from('remote', power(1), 2).kind).toBe('asked')
    expect(rig.from('remote', power(0.5), 0)).toEqual({ kind: 'done' })
    rig.run(300)
    expect(rig.toy.demand).toEqual([1000, 2000, 0])
    expect(rig.view.circuit.shared).toBe(false)
  })
})
