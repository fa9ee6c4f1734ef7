import { describe, expect, test } from 'vitest'
import { PATIENCE_MS, SETTLED_MS, stopPhase, type StopFacts } from '#renderer/stop/stop-phase.ts'
import { fixtures } from './fixtures.ts'

const pressed: StopFacts = {
  pressedAt: 0,
  taken: true,
  offSince: null,
  now: 100,
  linked: true,
  snapshot: fixtures.cold.snapshot,
}

describe('law 1: STOP claims only what is known', () => {
  test('everything is off: taken by the kitchen, and shown by its own snapshot', () => {
    expect(stopPhase(pressed)).toBe('off')
  })

  test('it is not off while a zone still has a target', () => {
    expect(stopPhase({ ...pressed, snapshot: fixtures.hot.snapshot })).toBe('sending')
  })

  test('it is not off because it looked off before the kitchen answered', () => {
    expect(stopPhase({ ...pressed, taken: false })).toBe('sending')
  })

  test('it is not off on a stove that does not answer', () => {
    expect(stopPhase({ ...pressed, snapshot: fixtures.stoveLost.snapshot, now: PATIENCE_MS })).toBe(
      'unconfirmed',
    )
  })

  test('patience ends', () => {
    expect(stopPhase({ ...pressed, taken: false, now: PATIENCE_MS + 1 })).toBe('unconfirmed')
  })

  test('without the kitchen it says so at once', () => {
    expect(stopPhase({ ...pressed, linked: false })).toBe('unreachable')
  })

  test('heat that a hand starts after everything was off is no press that went wrong', () => {
    const hot = { ...pressed, snapshot: fixtures.hot.snapshot, now: 3000 }
    expect(stopPhase({ ...hot, offSince: hot.now - SETTLED_MS })).toBe('ready')
    expect(stopPhase({ ...hot, offSince: hot.now - SETTLED_MS + 1 })).toBe('unconfirmed')
    expect(stopPhase({ ...hot, offSince: null })).toBe('unconfirmed')
  })

  test('unpressed it says nothing', () => {
    expect(stopPhase({ ...pressed, pressedAt: null })).toBe('ready')
  })
})
