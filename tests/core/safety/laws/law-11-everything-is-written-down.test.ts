import { describe, expect, test } from 'vitest'
import { KitchenRig, offs, power } from '../support/kitchen-rig.ts'

describe('law 11: everything is written down', () => {
  test('a short evening reads back in order, with who did what', () => {
    const rig = KitchenRig.ready()
    rig.log.length = 0
    rig.touch(power(0.5))
    rig.from('remote', power(0.8))
    rig.happen({ type: 'answer-question', question: 1, accept: true, by: 'hob' })
    rig.touch(power(2))
    rig.run(500)
    rig.spoil(0, (reading) => ({ ...reading, surface: null }))
    rig.run(100)
    rig.tamper = (report) => report
    rig.run(1500)
    rig.acknowledgeAll()
    rig.stop()

    expect(rig.log.map(({ kind, zone, by, details }) => ({ kind, zone, by, details }))).toEqual([
      { kind: 'heat', zone: 0, by: 'hob', details: { origin: 'display', share: 0.5 } },
      { kind: 'asked', zone: 0, by: 'remote', details: { question: 1, origin: 'remote', share: 0.8 } },
      { kind: 'answered', zone: 0, by: 'hob', details: { question: 1, accept: true, asker: 'remote' } },
      { kind: 'heat', zone: 0, by: 'hob', details: { origin: 'display', share: 0.8 } },
      { kind: 'refused', zone: 0, by: 'hob', details: { code: 'target-out-of-range', share: 2 } },
      {
        kind: 'fault',
        zone: 0,
        by: 'supervisor',
        details: { code: 'sensor-missing', celsius: expect.any(Number) as number },
      },
      { kind: 'off', zone: 0, by: 'supervisor', details: { code: 'sensor-missing' } },
      { kind: 'acknowledged', zone: 0, by: 'hob', details: { fault: 1, code: 'sensor-missing' } },
      { kind: 'off', zone: null, by: 'hob', details: {} },
    ])
    expect(rig.log.every((entry, index) => index === 0 || entry.at >= (rig.log[index - 1]?.at ?? 0))).toBe(
      true,
    )
  })

  test('when nothing can be written, starting and raising are refused, lowering and off work', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.5))
    rig.happen({ type: 'log-state', writable: false })
    expect(rig.view.log).toBe('unwritable')
    expect(rig.touch(power(0.6))).toEqual({ kind: 'refused', code: 'log-unwritable' })
    expect(rig.touch(power(0.2), 1)).toEqual({ kind: 'refused', code: 'log-unwritable' })
    rig.run(500)
    expect(rig.toy.demand).toEqual([1000, 0, 0])
    expect(rig.touch(power(0.3))).toEqual({ kind: 'done' })
    expect(offs(rig.stop())).toBe(1)
  })

  test('until the store has spoken, nothing starts', () => {
    const rig = KitchenRig.bare()
    rig.happen({ type: 'configure', settings: { ...KitchenRig.ready().state.settings } })
    rig.connect()
    rig.run(500)
    expect(rig.touch(power(0.5))).toEqual({ kind: 'refused', code: 'log-unwritable' })
  })

  test('orders that change nothing cannot fill the disk: the rest are counted, and each STOP is followed', () => {
    const rig = KitchenRig.ready()
    rig.log.length = 0
    for (let count = 0; count < 500; count++) {
      expect(offs(rig.stop())).toBe(1)
      rig.touch(power(2))
    }
    expect(rig.log).toHaveLength(20)
    rig.run(10_000)
    rig.stop()
    expect(rig.log.at(-1)).toMatchObject({ kind: 'off', by: 'hob', details: { unwritten: 980 } })
  })

  test('what changes something is written, however much was said before', () => {
    const rig = KitchenRig.ready()
    for (let count = 0; count < 500; count++) rig.stop()
    rig.log.length = 0
    rig.touch(power(0.5))
    rig.from('remote', power(0.4))
    rig.stop()
    expect(rig.log.map(({ kind, by }) => [kind, by])).toEqual([
      ['heat', 'hob'],
      ['heat', 'remote'],
      ['off', 'hob'],
    ])
  })
})
