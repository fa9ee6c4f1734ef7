import { expect, test } from 'vitest'
import { eventsBetween } from '#core/cook/watch.ts'
import type { SafetyView, ZoneSafety } from '#core/safety/view.ts'
import { OFF, type ZoneTarget } from '#core/stove/stove.ts'
import { celsius, milliseconds, watts } from '#core/units/quantities.ts'

const zone = (id: number, target: ZoneTarget): ZoneSafety => ({
  zone: id,
  target,
  demand: watts(0),
  limitedBy: null,
  surface: null,
  quality: 'unknown',
  residual: 'cool',
  onSince: null,
  offAt: null,
})
const view = (zones: readonly ZoneSafety[], faults: SafetyView['faults'] = []): SafetyView => ({
  zones,
  faults,
  questions: [],
  circuit: { limit: watts(3680), used: watts(0), shared: false },
  log: 'ok',
  locked: false,
  displaySeenAt: null,
  attendanceDueAt: null,
})
const hot: ZoneTarget = { kind: 'temperature', celsius: celsius(180) }

test('a zone that goes off without a fault was stopped', () => {
  expect(eventsBetween(view([zone(0, hot)]), view([zone(0, OFF)]), 5)).toEqual([
    { type: 'zone-off', at: 5, zone: 0, cause: 'stop' },
  ])
})

test('its own fault explains it before one of the whole stove', () => {
  const fault = { id: 1, at: milliseconds(0), figures: {}, cleared: false }
  const after = view(
    [zone(0, OFF), zone(1, OFF)],
    [
      { ...fault, code: 'runaway', zone: 0 },
      { ...fault, code: 'link-lost', zone: null },
    ],
  )
  expect(eventsBetween(view([zone(0, hot), zone(1, hot)]), after, 5)).toEqual([
    { type: 'zone-off', at: 5, zone: 0, cause: 'runaway' },
    { type: 'zone-off', at: 5, zone: 1, cause: 'link-lost' },
  ])
})

test('a new target is told, the same target is not', () => {
  expect(eventsBetween(view([zone(0, OFF), zone(1, hot)]), view([zone(0, hot), zone(1, hot)]), 5)).toEqual([
    { type: 'zone-set', at: 5, zone: 0, target: hot },
  ])
  expect(eventsBetween(null, view([zone(0, hot)]), 5)).toEqual([])
})
