import { describe, expect, test } from 'vitest'
import { initialState } from '#core/safety/state.ts'
import { view } from '#core/safety/to-view.ts'
import { celsius } from '#core/units/quantities.ts'
import { heats, KitchenRig, power, SETTINGS, temperature } from '../support/kitchen-rig.ts'

describe('law 7: resume never heats', () => {
  test('a supervisor begins with nothing on and nothing allowed', () => {
    const state = initialState(0)
    expect(view(state)).toMatchObject({ zones: [], faults: [], questions: [], log: 'unwritable' })
  })

  test('after a crash the new supervisor heats nothing, however ready everything is', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.5))
    rig.touch(temperature(120), 1)
    rig.run(2000)

    rig.state = initialState(rig.at)
    rig.happen({ type: 'configure', settings: SETTINGS })
    rig.happen({ type: 'log-state', writable: true })
    rig.happen({
      type: 'envelope',
      envelope: [{ zone: 0, maxShare: 1, maxCelsius: celsius(250), maxLiquid: celsius(0), maxVigour: 0 }],
      by: 'cook',
    })
    const before = heats(rig.sent).length
    rig.connect()
    rig.run(10_000)

    expect(rig.toy.demand).toEqual([0, 0, 0])
    expect(heats(rig.sent)).toHaveLength(before)
  })

  test('after a pulled cable the stove stays off until touched, though the program goes on asking', () => {
    const rig = KitchenRig.ready()
    rig.happen({
      type: 'envelope',
      envelope: [{ zone: 0, maxShare: 1, maxCelsius: celsius(250), maxLiquid: celsius(0), maxVigour: 0 }],
      by: 'cook',
    })
    rig.touch(power(0.5))
    rig.run(2000)
    rig.plugged = false
    rig.run(1500)
    rig.happen({ type: 'lost', reason: 'unplugged' })
    rig.run(3000)
    rig.plugged = true
    rig.connect()
    rig.run(2000)
    rig.acknowledgeAll()
    expect(rig.faults).toEqual([])

    expect(rig.from('program', power(0.5)).kind).toBe('asked')
    rig.run(2000)
    expect(rig.toy.demand).toEqual([0, 0, 0])
    expect(rig.touch(power(0.5))).toEqual({ kind: 'done' })
    rig.run(200)
    expect(rig.toy.demand[0]).toBe(1000)
  })

  test('a touch from before the loss starts nothing after it', () => {
    const rig = KitchenRig.ready()
    const touch = { zone: 0, target: power(0.5), at: rig.state.now as never }
    rig.run(1000)
    rig.happen({ type: 'lost', reason: 'unplugged' })
    rig.connect()
    rig.run(1000)
    expect(rig.ask({ target: power(0.5), touch })).toEqual({ kind: 'refused', code: 'touch-expired' })
  })

  test('what was asked before the loss cannot be accepted after it', () => {
    const rig = KitchenRig.ready()
    rig.from('remote', power(0.5))
    // The line comes back before its loss was noticed: no `lost` in between.
    rig.connect()
    rig.run(1000)
    rig.happen({ type: 'answer-question', question: 1, accept: true, by: 'hob' })
    rig.run(500)
    expect(rig.toy.demand).toEqual([0, 0, 0])
  })

  test('faults that were latched before a crash are latched after it', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.5))
    rig.run(500)
    rig.spoil(0, (reading) => ({ ...reading, surface: null }))
    rig.run(200)
    const next = initialState(rig.at, rig.state.faults)
    expect(view(next).faults).toMatchObject([{ code: 'sensor-missing', zone: 0 }])
    expect(next.nextFault).toBe(2)
  })
})
