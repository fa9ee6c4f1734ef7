import { describe, expect, test } from 'vitest'
import { KitchenRig, offs, power } from '../support/kitchen-rig.ts'

describe('law 13: no STOP, no heat', () => {
  test('ten seconds without proof of STOP on a display, and everything is off', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.5))
    rig.run(3000)
    rig.happen({ type: 'display-beat', display: 'hob', touched: false })
    rig.display = false
    rig.run(10_000)
    expect(rig.toy.demand[0]).toBe(1000)
    const before = offs(rig.sent)
    rig.run(100)
    expect(offs(rig.sent)).toBe(before + 1)
    expect(rig.state.faults).toMatchObject([{ code: 'display-lost', zone: null, cleared: false }])
    expect(rig.toy.demand).toEqual([0, 0, 0])
  })

  test('any display will do', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.5))
    rig.display = false
    for (let count = 0; count < 10; count++) {
      rig.happen({ type: 'display-beat', display: `screen ${count % 2}`, touched: false })
      rig.run(6000)
    }
    expect(rig.faults).toEqual([])
  })

  test('without a display nothing starts and nothing is asked', () => {
    const rig = KitchenRig.ready()
    rig.display = false
    rig.run(12_100)
    expect(rig.touch(power(0.5))).toEqual({ kind: 'refused', code: 'no-display' })
    expect(rig.from('remote', power(0.5))).toEqual({ kind: 'refused', code: 'no-display' })
    expect(rig.faults).toEqual([])
  })

  test('a question cannot be accepted where no display is alive', () => {
    const rig = KitchenRig.ready({ physicalOff: true })
    rig.from('remote', power(0.5))
    rig.display = false
    rig.run(12_100)
    rig.happen({ type: 'answer-question', question: 1, accept: true, by: 'ghost' })
    expect(rig.target()).toEqual({ kind: 'off' })
  })

  test('the fault is acknowledged once a display is back', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.5))
    rig.display = false
    rig.run(13_000)
    rig.acknowledgeAll()
    expect(rig.faults).toEqual(['display-lost'])
    rig.display = true
    rig.run(200)
    rig.acknowledgeAll()
    expect(rig.faults).toEqual([])
    rig.run(1000)
    expect(rig.toy.demand).toEqual([0, 0, 0])
  })

  test('a stove with an off switch of its own goes on', () => {
    const rig = KitchenRig.ready({ physicalOff: true })
    rig.touch(power(0.5))
    rig.display = false
    rig.run(30_000)
    expect(rig.faults).toEqual([])
    expect(rig.toy.demand[0]).toBe(1000)
  })
})
