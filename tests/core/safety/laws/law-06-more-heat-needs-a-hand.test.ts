import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ZoneTarget } from '#core/stove/stove.ts'
import { isNoMore } from '#core/safety/touch.ts'
import { celsius, milliseconds } from '#core/units/quantities.ts'
import { KitchenRig, liquid, power, simmer, temperature } from '../support/kitchen-rig.ts'

const refused = (code: string) => ({ kind: 'refused', code })

describe('law 6: more heat needs a hand', () => {
  test('the display starts a zone with a touch, and without one it does not', () => {
    const rig = KitchenRig.ready()
    expect(rig.ask({ target: power(0.5) })).toEqual(refused('needs-touch'))
    expect(rig.touch(power(0.5))).toEqual({ kind: 'done' })
    rig.run(200)
    expect(rig.toy.demand).toEqual([1000, 0, 0])
  })

  test.each([
    ['is for another zone', { zone: 1, target: power(0.5), at: 0 }],
    ['is for another target', { zone: 0, target: power(0.4), at: 0 }],
    ['is for another kind of target', { zone: 0, target: temperature(50), at: 0 }],
    ['is older than 30 s', { zone: 0, target: power(0.5), at: -30_001 }],
    ['comes from the future', { zone: 0, target: power(0.5), at: 5000 }],
  ])('a touch that %s starts nothing', (_, { zone, target, at }) => {
    const rig = KitchenRig.ready()
    rig.run(40_000)
    const touch = { zone, target, at: milliseconds(rig.at + at) }
    expect(rig.ask({ target: power(0.5), touch })).toEqual(refused('touch-expired'))
    rig.run(500)
    expect(rig.toy.demand).toEqual([0, 0, 0])
  })

  test('a touch is spent by STOP: what was under way before it starts nothing after it', () => {
    const rig = KitchenRig.ready()
    const touch = { zone: 0, target: power(0.5), at: milliseconds(rig.at) }
    rig.run(1000)
    rig.stop()
    expect(rig.ask({ target: power(0.5), touch })).toEqual(refused('touch-expired'))
  })

  test('raising needs a touch too, lowering needs none', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.5))
    expect(rig.ask({ target: power(0.6) })).toEqual(refused('needs-touch'))
    expect(rig.ask({ target: power(0.4) })).toEqual({ kind: 'done' })
    expect(rig.target()).toEqual(power(0.4))
  })

  test.each(['remote', 'assistant', 'program'] as const)('%s may lower at once', (origin) => {
    const rig = KitchenRig.ready()
    rig.touch(temperature(180))
    expect(rig.from(origin, temperature(120))).toEqual({ kind: 'done' })
    expect(rig.target()).toEqual(temperature(120))
  })

  test.each(['remote', 'assistant', 'program'] as const)(
    '%s that wants to start a zone only asks; accepting at the display is the touch',
    (origin) => {
      const rig = KitchenRig.ready()
      rig.happen({
        type: 'envelope',
        envelope: [{ zone: 0, maxShare: 1, maxCelsius: celsius(250), maxLiquid: celsius(0), maxVigour: 0 }],
        by: 'cook',
      })
      const answer = rig.from(origin, power(0.5))
      expect(answer.kind).toBe('asked')
      rig.run(1000)
      expect(rig.toy.demand).toEqual([0, 0, 0])
      const question = rig.view.questions[0]
      expect(question?.request).toMatchObject({ zone: 0, target: power(0.5), origin })

      rig.happen({ type: 'answer-question', question: question?.id ?? 0, accept: true, by: 'hob' })
      rig.run(500)
      expect(rig.toy.demand).toEqual([1000, 0, 0])
      expect(rig.view.questions).toEqual([])
    },
  )

  test.each(['remote', 'assistant'] as const)(
    '%s that wants to raise only asks, whatever it sends along',
    (origin) => {
      const rig = KitchenRig.ready()
      rig.touch(power(0.3))
      const touch = { zone: 0, target: power(0.9), at: milliseconds(rig.at) }
      const answer = rig.ask({ target: power(0.9), origin, by: 'phone', touch })
      expect(answer.kind).toBe('asked')
      expect(rig.target()).toEqual(power(0.3))
    },
  )

  test('a program raises a zone that is on, up to the envelope and no further', () => {
    const rig = KitchenRig.ready()
    rig.happen({
      type: 'envelope',
      envelope: [{ zone: 0, maxShare: 0.7, maxCelsius: celsius(160), maxLiquid: celsius(0), maxVigour: 0 }],
      by: 'cook',
    })
    rig.touch(power(0.2))
    expect(rig.from('program', power(0.7))).toEqual({ kind: 'done' })
    expect(rig.from('program', temperature(160))).toEqual({ kind: 'done' })
    expect(rig.from('program', temperature(161)).kind).toBe('asked')
    expect(rig.from('program', power(0.71)).kind).toBe('asked')
    rig.happen({ type: 'envelope', envelope: null, by: 'cook' })
    rig.touch(power(0.2))
    expect(rig.from('program', power(0.3)).kind).toBe('asked')
  })

  test('a question goes away unanswered, and a late answer starts nothing', () => {
    const rig = KitchenRig.ready()
    rig.from('remote', power(0.5))
    const id = rig.view.questions[0]?.id ?? 0
    rig.run(31_000)
    expect(rig.view.questions).toEqual([])
    rig.happen({ type: 'answer-question', question: id, accept: true, by: 'hob' })
    rig.run(300)
    expect(rig.toy.demand).toEqual([0, 0, 0])
  })

  test('declining starts nothing; STOP withdraws what was asked', () => {
    const rig = KitchenRig.ready()
    rig.from('remote', power(0.5))
    rig.happen({ type: 'answer-question', question: 1, accept: false, by: 'hob' })
    rig.from('remote', power(0.5))
    rig.from('remote', power(0.5), 1)
    rig.stop(0)
    expect(rig.view.questions.map((question) => question.request.zone)).toEqual([1])
    rig.stop()
    expect(rig.view.questions).toEqual([])
    rig.run(300)
    expect(rig.toy.demand).toEqual([0, 0, 0])
  })

  test('a hand that sets the zone itself has answered what stood there about it', () => {
    const rig = KitchenRig.ready()
    rig.from('remote', power(0.5))
    rig.from('remote', power(0.5), 1)
    expect(rig.touch(power(0.3))).toEqual({ kind: 'done' })
    expect(rig.view.questions.map((question) => question.request.zone)).toEqual([1])
  })

  test('asking again replaces the question; askers cannot flood the display', () => {
    const rig = KitchenRig.ready()
    rig.from('remote', power(0.5))
    rig.from('remote', power(0.6))
    expect(rig.view.questions.map((question) => question.request.target)).toEqual([power(0.6)])
    for (let count = 0; count < 100; count++) {
      rig.ask({ target: power(0.5), origin: 'remote', by: `phone ${count}` })
    }
    expect(rig.view.questions).toHaveLength(12)
  })

  test('an accepted question is judged anew: a fault in between forbids it', () => {
    const rig = KitchenRig.ready()
    rig.from('remote', power(0.5))
    rig.happen({ type: 'lock', locked: true, by: 'hob' })
    rig.happen({ type: 'answer-question', question: 1, accept: true, by: 'hob' })
    expect(rig.target()).toEqual({ kind: 'off' })
    expect(rig.log.at(-1)).toMatchObject({ kind: 'refused', details: { code: 'locked' } })
  })

  test('locked: nobody starts or raises or asks, everybody lowers', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.5))
    rig.happen({ type: 'lock', locked: true, by: 'hob' })
    expect(rig.touch(power(0.6))).toEqual(refused('locked'))
    expect(rig.touch(power(0.6), 1)).toEqual(refused('locked'))
    expect(rig.from('remote', power(0.6))).toEqual(refused('locked'))
    expect(rig.from('program', power(0.3))).toEqual({ kind: 'done' })
    expect(rig.view.locked).toBe(true)
    rig.happen({ type: 'lock', locked: false, by: 'hob' })
    expect(rig.touch(power(0.6))).toEqual({ kind: 'done' })
  })

  test.each([
    [power(1.01), 'target-out-of-range'],
    [power(-0.1), 'target-out-of-range'],
    [power(Number.NaN), 'target-out-of-range'],
    [temperature(290), 'target-out-of-range'],
    [temperature(10), 'target-out-of-range'],
  ])('nonsense (%o) is refused from any hand', (target, code) => {
    const rig = KitchenRig.ready()
    expect(rig.touch(target)).toEqual(refused(code))
    rig.touch(temperature(200))
    expect(rig.touch(target)).toEqual(refused(code))
    expect(rig.target()).toEqual(temperature(200))
  })

  test('a zone that is not there is refused', () => {
    expect(KitchenRig.ready().touch(power(0.5), 9)).toEqual(refused('unknown-zone'))
    expect(KitchenRig.bare().touch(power(0.5))).toEqual(refused('not-connected'))
  })

  test('what is asked of a surface, a liquid and a simmer is never less than one another', () => {
    const all = [temperature(80), liquid(80), liquid(30), simmer(0.1), temperature(30)]
    for (const one of all) {
      for (const other of all) {
        if (one.kind !== other.kind) expect(isNoMore(one, other)).toBe(false)
      }
      expect(isNoMore(one, one)).toBe(true)
      expect(isNoMore(power(0.9), one)).toBe(false)
    }
  })

  test('what counts as no more heat: off below all, a setpoint only below full power', () => {
    expect(isNoMore(power(0.5), temperature(40))).toBe(false)
    expect(isNoMore(power(1), temperature(250))).toBe(true)
    expect(isNoMore(temperature(250), power(0.01))).toBe(false)
    expect(isNoMore(temperature(100), temperature(100))).toBe(true)
  })

  test('"no more heat" is an order: whoever only lowers never comes back up', () => {
    const target: fc.Arbitrary<ZoneTarget> = fc.oneof(
      fc.constant<ZoneTarget>({ kind: 'off' }),
      fc.integer({ min: 1, max: 10 }).map((tenths) => power(tenths / 10)),
      fc.integer({ min: 3, max: 28 }).map((tens) => temperature(tens * 10)),
    )
    fc.assert(
      fc.property(target, target, target, (a, b, c) => {
        expect(isNoMore(a, a)).toBe(true)
        if (isNoMore(a, b) && isNoMore(b, c)) expect(isNoMore(a, c)).toBe(true)
        if (isNoMore(a, b) && isNoMore(b, a)) expect(a).toEqual(b)
      }),
    )
  })
})
