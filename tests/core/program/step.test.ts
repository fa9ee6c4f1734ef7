import { describe, expect, test } from 'vitest'
import { NOTHING } from '#core/program/envelope.ts'
import { OFF } from '#core/stove/stove.ts'
import { planOf, Run, STEAK } from './run.ts'

const searing = (): Run => {
  const run = new Run(planOf('sear', { celsius: 200, core: 55, food: STEAK }))
  run.do({ type: 'start', hand: true })
  run.follows()
  return run
}

describe('a steak seared on one zone', () => {
  test('heats the pan, rings when it is hot and waits for the cook', () => {
    const run = searing()
    expect(run.wishes[0]).toEqual({
      type: 'wish',
      target: { kind: 'temperature', celsius: 200 },
      beyond: false,
    })
    run.believe({ surface: 150 })
    expect(run.rings).toEqual([])
    run.believe({ surface: 199.5 })
    expect(run.rings).toEqual(['phase-done'])
    expect(run.state).toMatchObject({ phaseIndex: 0, phaseDone: true })
    run.do({ type: 'next' })
    expect(run.state).toMatchObject({ phaseIndex: 1, phaseDone: false })
  })

  test('is done when its middle is, not when the pan is', () => {
    const run = searing()
    run.do({ type: 'next' })
    run.do({ type: 'next' })
    run.believe({ surface: 205, core: 54.2 })
    expect(run.state.phaseDone).toBe(false)
    run.believe({ surface: 205, core: 55 })
    expect(run.state.phaseDone).toBe(true)
  })

  test('rests without heat, and the zone is off at the end', () => {
    const run = searing()
    for (const _ of [1, 2, 3]) run.do({ type: 'next' })
    expect(run.wishes.at(-1)?.target).toEqual(OFF)
    run.wait(181)
    expect(run.state.status).toBe('ended')
    expect(run.rings).toContain('ready')
  })

  test('waits for a hand when nobody touched the display, and its time stands still', () => {
    const run = new Run(planOf('absorb'))
    run.do({ type: 'start', hand: false })
    expect(run.wishes[0]?.beyond).toBe(true)
    run.do({ type: 'heat-answer', target: run.state.target, answer: { kind: 'asked', question: 1 } })
    run.wait(600)
    expect(run.state).toMatchObject({ standing: 'awaiting', elapsed: 0 })
    run.do({ type: 'zone-set', target: run.state.target })
    run.wait(60)
    expect(run.state).toMatchObject({ standing: 'set', elapsed: 60_000 })
  })

  test('an answered question accepts what was asked and no more', () => {
    const run = new Run(planOf('simmer'))
    run.do({ type: 'start', hand: false })
    run.do({ type: 'heat-answer', target: run.state.target, answer: { kind: 'asked', question: 1 } })
    run.do({ type: 'zone-set', target: run.state.target })
    expect(run.state.accepted).toMatchObject({ maxVigour: 1, maxCelsius: 0, maxLiquid: 0, maxShare: 0 })
  })
})

describe('a program whose zone goes off', () => {
  test('by STOP pauses, and going on without a hand is a question', () => {
    const run = searing()
    run.do({ type: 'zone-off', cause: 'stop' })
    expect(run.state).toMatchObject({ status: 'paused', pausedBy: { kind: 'stopped' }, accepted: NOTHING })
    expect(run.moments.at(-1)?.effects).toContainEqual({ type: 'accepted', envelope: NOTHING })
    run.wait(600)
    run.believe({ surface: 250, core: 60 })
    expect(run.wishes.at(-1)?.target).toEqual(OFF)
    run.do({ type: 'resume', hand: false })
    expect(run.wishes.at(-1)).toMatchObject({ target: { kind: 'temperature' }, beyond: true })
  })

  test('by a fault names it', () => {
    const run = searing()
    run.do({ type: 'zone-off', cause: 'sensor-frozen' })
    expect(run.state.pausedBy).toEqual({ kind: 'fault', code: 'sensor-frozen' })
  })

  test('while a raise waits for a hand pauses as well', () => {
    const run = searing()
    const hotter = planOf('sear', { celsius: 220, core: 55, food: STEAK })
    run.do({ type: 'change', plan: hotter, startsAt: null, hand: false })
    run.do({ type: 'heat-answer', target: run.state.target, answer: { kind: 'asked', question: 2 } })
    run.do({ type: 'zone-off', cause: 'stop' })
    expect(run.state.status).toBe('paused')
  })
})

describe('a cook who changes his mind', () => {
  test('gets less heat at once', () => {
    const run = searing()
    run.do({ type: 'change', plan: planOf('sear', { celsius: 180, core: 55 }), startsAt: null, hand: false })
    expect(run.wishes.at(-1)).toMatchObject({ target: { kind: 'temperature', celsius: 180 }, beyond: false })
  })

  test('gets more heat by a touch, or by a question from elsewhere', () => {
    for (const hand of [true, false]) {
      const run = searing()
      run.do({ type: 'change', plan: planOf('sear', { celsius: 220, core: 55 }), startsAt: null, hand })
      expect(run.wishes.at(-1)).toMatchObject({
        target: { kind: 'temperature', celsius: 220 },
        beyond: !hand,
      })
    }
  })

  test('and wants it more done is told again when it is', () => {
    const run = searing()
    run.do({ type: 'next' })
    run.do({ type: 'next' })
    run.believe({ core: 55 })
    run.do({ type: 'change', plan: planOf('sear', { core: 60, food: STEAK }), startsAt: null, hand: true })
    run.believe({ core: 57 })
    expect(run.state.phaseDone).toBe(false)
    run.believe({ core: 60 })
    expect(run.state.phaseDone).toBe(true)
  })

  test('with a hand on the ring keeps that heat until the next phase', () => {
    const run = searing()
    run.do({ type: 'zone-set', target: { kind: 'power', share: 0.3 } })
    run.wait(30)
    expect(run.state.standing).toBe('overridden')
    run.do({ type: 'next' })
    expect(run.wishes.at(-1)?.target).toEqual({ kind: 'temperature', celsius: 200 })
  })
})

test('a program that begins later asks for nothing until then', () => {
  const run = new Run(planOf('sweat'), 60_000)
  run.do({ type: 'start', hand: true })
  run.wait(59)
  expect(run.wishes).toEqual([])
  run.wait(1)
  expect(run.wishes).toHaveLength(1)
})

test('a phase that only the cook can end is ended by no clock', () => {
  const run = new Run(planOf('boil'))
  run.do({ type: 'start', hand: true })
  run.follows()
  run.believe({ boiling: true })
  run.do({ type: 'next' })
  run.wait(36_000)
  expect(run.state).toMatchObject({ phaseIndex: 1, phaseDone: false, status: 'running' })
})
