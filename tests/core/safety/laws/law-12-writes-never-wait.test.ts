import { describe, expect, test } from 'vitest'
import { BenchKitchen } from '../../../main/supervisor/support/bench-kitchen.ts'

const HALF = { kind: 'power', share: 0.5 } as const

describe('law 12: writes never wait in a closed port', () => {
  test('after a loss nothing more is said on the old connection, whatever is asked', async () => {
    const kitchen = await BenchKitchen.ready()
    kitchen.touch(HALF)
    await kitchen.clock.pass(500)
    const old = kitchen.stoves.last
    kitchen.stoves.next = 'fail'
    old.lose()
    const spoken = old.said.length
    expect(old.said.at(-1)).toBe('close')

    expect(kitchen.touch(HALF)).toEqual({ kind: 'refused', code: 'not-connected' })
    kitchen.runner.receive({ type: 'stop', zone: null, by: 'hob' })
    await kitchen.clock.pass(5000)
    expect(old.said).toHaveLength(spoken)
  })

  test('a new connection is a new object, hears off first, and nothing that was asked before', async () => {
    const kitchen = await BenchKitchen.ready()
    kitchen.touch(HALF)
    await kitchen.clock.pass(500)
    const old = kitchen.stoves.last
    old.lose()
    kitchen.touch({ kind: 'power', share: 1 })
    await kitchen.clock.pass(3000)
    const fresh = kitchen.stoves.last
    expect(fresh).not.toBe(old)
    expect(fresh.said[0]).toBe('off')
    expect(fresh.heats).toEqual([])
    expect(kitchen.view.faults.map((fault) => fault.code)).toEqual(['link-lost'])
  })

  test('an old connection that speaks again is not heard', async () => {
    const kitchen = await BenchKitchen.ready()
    const old = kitchen.stoves.last
    old.lose()
    await kitchen.clock.pass(1000)
    const fresh = kitchen.stoves.last
    const states = kitchen.states.length
    const reports = kitchen.told.filter((message) => message.type === 'report').length
    old.report(1)
    old.lose('silent')
    expect(kitchen.states).toHaveLength(states)
    expect(kitchen.told.filter((message) => message.type === 'report')).toHaveLength(reports)
    expect(fresh.said).not.toContain('close')
  })

  test('a loss that is told twice opens one new connection, not two', async () => {
    const kitchen = await BenchKitchen.ready()
    kitchen.stoves.last.lose('unplugged')
    kitchen.stoves.last.lose('unplugged')
    await kitchen.clock.pass(1000)
    expect(kitchen.stoves.connections).toHaveLength(2)
  })
})
