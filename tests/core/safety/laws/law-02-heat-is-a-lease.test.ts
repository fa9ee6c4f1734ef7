import { describe, expect, test } from 'vitest'
import { milliseconds } from '#core/units/quantities.ts'
import { heats, KitchenRig, offs, power, SETTINGS } from '../support/kitchen-rig.ts'

describe('law 2: heat is a lease', () => {
  test('it is renewed ten times a second while the supervisor ticks', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.5))
    rig.run(200)
    const before = heats(rig.sent).length
    rig.run(10_000)
    const renewals = heats(rig.sent).length - before
    expect(renewals).toBeGreaterThanOrEqual(98)
    expect(renewals).toBeLessThanOrEqual(110)
    expect(rig.toy.leaseExpired).toBe(false)
  })

  test('it is renewed by ticks alone while a few reports are missing', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.5))
    rig.run(300)
    rig.tamper = () => null
    const before = heats(rig.sent).length
    rig.run(800)
    expect(heats(rig.sent).length - before).toBe(8)
  })

  test.each([
    ['the next tick', { type: 'tick' } as const],
    ['a beat of the display', { type: 'display-beat', display: 'hob', touched: false } as const],
  ])('a supervisor that slept turns everything off with %s', (_, event) => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.5))
    rig.run(300)
    rig.at += 301
    const commands = rig.happen(event)
    expect(offs(commands)).toBe(1)
    expect(heats(commands)).toEqual([])
    expect(rig.faults).toEqual(['supervisor-late'])
    rig.run(1000)
    expect(rig.toy.demand).toEqual([0, 0, 0])
  })

  test('reports alone do not renew it: ticks must come', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.5))
    rig.run(300)
    for (let count = 0; count < 5; count++) {
      rig.at += 100
      rig.toy.pass(100)
      rig.happen({ type: 'report', report: rig.toy.report() })
    }
    expect(rig.faults).toEqual(['supervisor-late'])
    expect(rig.toy.demand).toEqual([0, 0, 0])
  })

  test('before the first tick nothing is heated at all', () => {
    const rig = KitchenRig.bare()
    rig.happen({ type: 'configure', settings: SETTINGS })
    rig.happen({ type: 'log-state', writable: true })
    rig.happen({ type: 'display-beat', display: 'hob', touched: true })
    rig.connect()
    rig.toy.pass(100)
    rig.happen({ type: 'report', report: rig.toy.report() })
    expect(rig.touch(power(0.5))).toEqual({ kind: 'done' })
    rig.at += 100
    rig.toy.pass(100)
    rig.happen({ type: 'report', report: rig.toy.report() })
    expect(heats(rig.sent)).toEqual([])
  })

  test('a tick that is just in time is no fault', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.5))
    rig.run(300)
    rig.at += 200
    rig.toy.pass(200)
    rig.happen({ type: 'tick' })
    rig.run(300)
    expect(rig.faults).toEqual([])
  })

  test('sleeping while nothing heats is no fault', () => {
    const rig = KitchenRig.ready()
    rig.at += 3_600_000
    rig.run(300)
    expect(rig.faults).toEqual([])
  })

  test('a clock that goes back turns everything off: no age can be trusted', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.5))
    rig.run(300)
    rig.at -= 3_600_000
    const commands = rig.happen({ type: 'tick' })
    expect(offs(commands)).toBe(1)
    expect(rig.faults).toEqual(['supervisor-late'])
  })

  test('after a clock went back nothing counts as fresh until it is told anew', () => {
    const rig = KitchenRig.ready()
    rig.from('remote', power(0.5))
    rig.at -= 3_600_000
    rig.happen({ type: 'tick' })
    expect(rig.faults).toEqual([])
    expect(rig.view.zones[0]?.quality).not.toBe('measured')
    expect(rig.view.displaySeenAt).toBeNull()
    expect(rig.view.questions).toEqual([])
    expect(rig.touch(power(0.5))).toEqual({ kind: 'refused', code: 'no-display' })
    rig.happen({ type: 'display-beat', display: 'hob', touched: true })
    rig.run(1500)
    expect(rig.touch(power(0.5))).toEqual({ kind: 'done' })
  })

  test('the first thing a new connection hears is off', () => {
    const rig = KitchenRig.bare()
    rig.connect()
    expect(rig.sent[0]).toEqual({ type: 'off' })
  })

  test('the device says that its lease ran out although we renewed: everything off', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.5))
    rig.run(2000)
    rig.spoil(1, (reading) => ({ ...reading, flags: ['lease-expired'] }))
    rig.run(100)
    expect(rig.faults).toEqual(['lease-missed'])
    expect(rig.toy.demand).toEqual([0, 0, 0])
  })

  test('an old lease that ran out before we heated is no fault', () => {
    const rig = KitchenRig.ready()
    rig.spoil(0, (reading) => ({ ...reading, flags: ['lease-expired'] }))
    rig.run(1000)
    rig.touch(power(0.5))
    rig.run(300)
    rig.tamper = (report) => report
    rig.run(3000)
    expect(rig.faults).toEqual([])
    expect(rig.toy.demand[0]).toBe(1000)
  })

  test('class C heats only with a declared cut-off, and stops when it is withdrawn', () => {
    const rig = KitchenRig.ready({ leaseClass: 'C', lease: milliseconds(0) })
    expect(rig.touch(power(0.5))).toEqual({ kind: 'refused', code: 'no-cut-off' })
    rig.happen({ type: 'configure', settings: { ...SETTINGS, externalCutOff: true } })
    expect(rig.touch(power(0.5))).toEqual({ kind: 'done' })
    rig.run(100)
    expect(offs(rig.happen({ type: 'configure', settings: SETTINGS }))).toBe(1)
    expect(rig.target()).toEqual({ kind: 'off' })
  })

  test('class B heats by its own watchdog', () => {
    const rig = KitchenRig.ready({ leaseClass: 'B', lease: milliseconds(20_000) })
    expect(rig.touch(power(0.5))).toEqual({ kind: 'done' })
  })

  test.each([
    ['A', 5000],
    ['B', 60_000],
    ['A', 0],
  ] as const)('class %s with a lease of %i ms is no such class: it needs a cut-off', (leaseClass, lease) => {
    const rig = KitchenRig.ready({ leaseClass, lease: milliseconds(lease) })
    expect(rig.touch(power(0.5))).toEqual({ kind: 'refused', code: 'no-cut-off' })
  })

  test('class B heats on its twenty seconds, and is told on with every tick', () => {
    const rig = KitchenRig.ready({ leaseClass: 'B', lease: milliseconds(20_000) })
    expect(rig.touch(power(0.5))).toEqual({ kind: 'done' })
    rig.run(1000)
    const before = heats(rig.sent).length
    rig.run(1000)
    expect(heats(rig.sent).length - before).toBeGreaterThanOrEqual(10)
  })
})
