import { describe, expect, test } from 'vitest'
import { type LiveReading, zoneFace } from '#renderer/zones/zone-face.ts'
import { fixtures, snapshotOf } from './fixtures.ts'

const live = (change: Partial<LiveReading> = {}): LiveReading => ({
  surface: 180,
  quality: 'measured',
  age: 60,
  power: 900,
  rate: 1,
  residual: 'hot',
  pan: 'present',
  ...change,
})
const hot = fixtures.hot.snapshot
const stateOf = (reading: Partial<LiveReading>, linked = true): string | undefined =>
  zoneFace(hot, 0, live(reading), linked)?.state

describe('law 9: the face of a zone tells the truth', () => {
  test('a reading of this moment is measured', () => {
    expect(zoneFace(hot, 0, live(), true)).toMatchObject({ quality: 'measured', celsius: 180, rate: 1 })
  })

  test('a reading older than a second is stale, and its rate of change is gone', () => {
    expect(zoneFace(hot, 0, live({ age: 1001 }), true)).toMatchObject({ quality: 'stale', rate: 0 })
  })

  test('a stove that reports more seldom may be older', () => {
    const { connection } = hot
    if (connection.kind !== 'connected') throw new Error('the fixture is connected')
    const slow = {
      ...hot,
      connection: { ...connection, stove: { ...connection.stove, reportPeriod: 3000 as never } },
    }
    expect(zoneFace(slow, 0, live({ age: 2500 }), true)?.quality).toBe('measured')
  })

  test('without the kitchen nothing is live, and what was on is assumed hot', () => {
    expect(zoneFace(hot, 0, live(), false)).toMatchObject({
      quality: 'stale',
      residual: 'assume-hot',
      state: 'assume-hot',
    })
  })

  test('without the kitchen a cold zone that was off stays what it was, only stale', () => {
    const face = zoneFace(fixtures.cold.snapshot, 0, live({ surface: 23, residual: 'cool' }), false)
    expect(face).toMatchObject({ quality: 'stale', state: 'off' })
  })

  test('an unknown temperature has no number', () => {
    expect(zoneFace(hot, 0, live({ quality: 'unknown' }), true)?.celsius).toBeNull()
  })

  test('no frame at all is stale, whatever the snapshot says', () => {
    expect(zoneFace(hot, 0, null, true)?.quality).toBe('stale')
  })
})

describe('the word for what a zone does', () => {
  test.each([
    [{ surface: 150 }, 'heating'],
    [{ surface: 197 }, 'holding'],
    [{ surface: 203 }, 'holding'],
    [{ surface: 210 }, 'cooling'],
  ] as const)('at a target of 200: %o is %s', (reading, word) => {
    expect(stateOf(reading)).toBe(word)
  })

  test('a zone set by power is on', () => {
    expect(zoneFace(hot, 3, live(), true)?.state).toBe('power')
  })

  test('a zone without a pan says so before anything else that it does', () => {
    const snapshot = { ...hot, zones: hot.zones.map((zone) => ({ ...zone, pan: 'absent' as const })) }
    expect(zoneFace(snapshot, 0, live(), true)?.state).toBe('no-pan')
  })

  test('off and hot is still hot; off and cold is off', () => {
    const cold = snapshotOf([{ surface: 60 }, { surface: 20 }])
    expect(zoneFace(cold, 0, live({ surface: 60, residual: 'hot' }), true)?.state).toBe('still-hot')
    expect(zoneFace(cold, 1, live({ surface: 20, residual: 'cool' }), true)?.state).toBe('off')
  })

  test('a zone that is not there has no face', () => {
    expect(zoneFace(hot, 9, live(), true)).toBeNull()
  })
})
