import { describe, expect, test } from 'vitest'
import { heats, KitchenRig, offs, power, temperature } from '../support/kitchen-rig.ts'

describe('law 1: off always works', () => {
  test('STOP sends off in the same step, before anything else', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.5))
    rig.run(1000)
    expect(rig.toy.demand[0]).toBe(1000)

    const commands = rig.stop()

    expect(commands[0]).toEqual({ type: 'off' })
    expect(rig.toy.demand).toEqual([0, 0, 0])
    expect(rig.target()).toEqual({ kind: 'off' })
  })

  test('a zone of its own goes to zero at once, and the others go on', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.5), 0)
    rig.touch(power(0.3), 2)
    rig.run(500)

    const commands = rig.stop(0)

    expect(heats(commands)).toEqual([[0, 0, 600]])
    rig.run(500)
    expect(rig.toy.demand).toEqual([0, 0, 600])
  })

  test('stopping the last zone that heats is off for the whole stove', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.5), 1)
    rig.run(500)
    const commands = rig.stop(1)
    expect(offs(commands)).toBe(1)
    expect(heats(commands)).toEqual([])
  })

  test('it works while locked, while a fault stands, with a full disk and without a display', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.5), 0)
    rig.touch(temperature(120), 1)
    rig.run(500)
    rig.happen({ type: 'lock', locked: true, by: 'hob' })
    rig.happen({ type: 'log-state', writable: false })
    rig.display = false
    rig.spoil(1, (reading) => ({ ...reading, surface: null }))
    rig.run(200)
    expect(rig.faults).toEqual(['sensor-missing'])
    expect(rig.toy.demand[0]).toBe(1000)

    expect(offs(rig.stop())).toBe(1)
    expect(rig.toy.demand).toEqual([0, 0, 0])
  })

  test('it is said again and again to a device that goes on heating', () => {
    const rig = KitchenRig.ready()
    rig.stop()
    const before = offs(rig.sent)
    rig.spoil(0, (reading) => ({ ...reading, commanded: reading.commanded + 500 }) as typeof reading)
    rig.run(1000)
    expect(offs(rig.sent) - before).toBeGreaterThanOrEqual(9)
  })

  test('STOP for a zone that does not exist stops everything', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.5))
    rig.run(300)
    expect(offs(rig.stop(17))).toBe(1)
    expect(rig.target()).toEqual({ kind: 'off' })
  })

  test('while disconnected it is remembered as off', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.5))
    rig.run(300)
    rig.happen({ type: 'lost', reason: 'unplugged' })
    expect(offs(rig.stop())).toBe(1)
    rig.connect()
    rig.run(1000)
    expect(rig.toy.demand).toEqual([0, 0, 0])
  })

  test('a stop by anybody counts, and a request for off is one', () => {
    for (const origin of ['remote', 'assistant', 'program'] as const) {
      const rig = KitchenRig.ready()
      rig.touch(power(0.5))
      rig.run(300)
      expect(rig.from(origin, { kind: 'off' })).toEqual({ kind: 'done' })
      expect(rig.toy.demand).toEqual([0, 0, 0])
    }
  })

  test('a power of nothing is off, even with a broken sensor', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.5))
    rig.run(300)
    expect(rig.from('remote', power(0))).toEqual({ kind: 'done' })
    expect(rig.target()).toEqual({ kind: 'off' })
  })
})
