import { describe, expect, test } from 'vitest'
import { driverNamed } from '#main/stove/drivers.ts'
import { knownStoves } from '#main/stove/known-stoves.ts'
import { parseAddress } from '#main/stove/transport/address.ts'

describe('the makes that a person can choose from', () => {
  test.each(knownStoves())('$name is understood by the driver that its address names', ({ query }) => {
    const place = parseAddress(`serial:/dev/ttyUSB0${query}`)
    if (place.kind !== 'serial') throw new Error('no address of a serial port')
    expect(driverNamed(place.driver)?.(place.parameters)).toMatchObject({ kind: 'ok' })
  })

  test('each has a name and an address of its own', () => {
    const known = knownStoves()
    expect(new Set(known.map(({ name }) => name)).size).toBe(known.length)
    expect(new Set(known.map(({ query }) => query)).size).toBe(known.length)
  })
})
