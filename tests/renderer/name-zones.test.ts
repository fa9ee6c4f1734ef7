import type { TFunction } from 'i18next'
import { describe, expect, test } from 'vitest'
import { withNamedZones } from '#renderer/zones/name-zones.ts'
import { placeOf } from '#renderer/zones/place-of-zone.ts'
import { fixtures, stove } from './fixtures.ts'

const t = ((key: string) => key.replace('place.', '')) as TFunction
const { snapshot } = fixtures.cold
const unnamed = { ...snapshot, zones: snapshot.zones.map((zone) => ({ ...zone, name: '' })) }
const names = (given: typeof snapshot): readonly string[] =>
  withNamedZones(given, t).zones.map((zone) => zone.name)

describe('zones without a name', () => {
  test('are called by where they lie', () => {
    expect(names(unnamed)).toEqual(['front-left', 'back-left', 'back-right', 'front-right'])
  })

  test('are told apart when they lie at the same place', () => {
    const near = { ...stove, zones: stove.zones.map((zone) => ({ ...zone, xMm: -100, yMm: -100 })) }
    const all = names({ ...unnamed, connection: { kind: 'connected', address: 'virtual:', stove: near } })
    expect(all).toEqual(['front-left', 'front-left 2', 'front-left 3', 'front-left 4'])
  })

  test('are numbered while nothing is known of the stove', () => {
    expect(names({ ...unnamed, connection: { kind: 'idle' } })).toEqual(['1', '2', '3', '4'])
  })

  test('keep the name that the household gave', () => {
    expect(names(snapshot)).toEqual(['Front left', 'Back left', 'Back right', 'Front right'])
  })

  test('in the middle of a hob are the middle', () => {
    const centred = { ...stove, zones: stove.zones.map((zone) => ({ ...zone, xMm: 0, yMm: 0 })) }
    expect(placeOf(centred, 0)).toBe('middle')
  })
})
