import { describe, expect, test } from 'vitest'
import { milliseconds } from '#core/units/quantities.ts'
import { decodeDeviceMessage, encodeDeviceMessage } from '#main/stove/link/device-codec.ts'
import { LinkDevice } from '#main/stove/link/device.ts'
import { FrameDecoder } from '#main/stove/link/frame.ts'
import { decodeHostMessage, encodeHostMessage } from '#main/stove/link/host-codec.ts'
import { MESSAGE_CODES, NAK_REASONS, type DeviceMessage, type HostMessage } from '#main/stove/link/message.ts'
import { documentTable, hex } from './document.ts'
import { FakePlant } from './fake-plant.ts'

function bodyOf(wire: Uint8Array): Uint8Array {
  const bodies: Uint8Array[] = []
  new FrameDecoder((body) => bodies.push(body.slice())).push(wire)
  expect(bodies).toHaveLength(1)
  return bodies[0] ?? new Uint8Array(0)
}

const HOST_TYPES: readonly string[] = ['hello', 'heat', 'off', 'configure']

/** What a message says, in the words of the table. */
function plain(message: unknown): unknown {
  return JSON.parse(
    JSON.stringify(message, (_, value: unknown) => (value instanceof Int16Array ? [...value] : value)),
  )
}

describe('the vectors of the document', () => {
  const vectors = documentTable('Messages')

  test.each(vectors.map((row) => [...row]))('%s', (_name, body = '', wire = '', says = '') => {
    const said = JSON.parse(says) as { type: string; tenths?: number[] }
    const found = bodyOf(hex(wire))
    expect(Buffer.from(found)).toEqual(hex(body))
    if (HOST_TYPES.includes(said.type)) {
      expect(decodeHostMessage(found)).toEqual({ kind: 'message', message: said })
      expect(Buffer.from(encodeHostMessage(said as HostMessage))).toEqual(hex(wire))
    } else {
      const decoded = decodeDeviceMessage(found)
      expect(decoded.kind).toBe('message')
      expect(plain(decoded.kind === 'message' ? decoded.message : null)).toEqual(said)
      const message = said.tenths === undefined ? said : { ...said, tenths: Int16Array.from(said.tenths) }
      expect(Buffer.from(encodeDeviceMessage(message as unknown as DeviceMessage))).toEqual(hex(wire))
    }
  })

  test('show every message', () => {
    const shown = new Set(vectors.map((row) => (JSON.parse(row[3] ?? '') as { type: string }).type))
    expect([...shown].toSorted()).toEqual(Object.keys(MESSAGE_CODES).toSorted())
  })
})

test('the document lists the reasons of a NAK as the code has them', () => {
  const listed = documentTable('83 NAK')
    .filter((row) => /^\d+$/.test(row[0] ?? '') && (row[1] ?? '') in NAK_REASONS)
    .map((row) => [row[1], Number(row[0])])
  expect(Object.fromEntries(listed)).toEqual(NAK_REASONS)
})

test('the device engine holds the conversation of the document', () => {
  const plant = new FakePlant()
  const device = new LinkDevice(plant, milliseconds(0))
  let said: Uint8Array[] = []
  let before = 'stove'
  for (const [ms = '', from = '', frame = '', why = ''] of documentTable('A conversation')) {
    const now = milliseconds(Number(ms))
    if (from === 'host') {
      if (before === 'stove')
        expect(said, `before ${ms} ms (${why}) the device says no more than the table`).toEqual([])
      said.push(...device.receive(hex(frame), now))
    } else {
      if (said.length === 0) said.push(...device.tick(now))
      const next = said.shift()
      expect(Buffer.from(next ?? []).toString('hex'), `${ms} ms: ${why}`).toBe(
        frame === '(nothing)' ? '' : hex(frame).toString('hex'),
      )
      said = said.filter((one) => one.length > 0)
    }
    before = from
    if (ms === '6000') expect(plant.powers).toEqual([0, 0])
    if (ms === '5999') expect(plant.powers).toEqual([1200, 0])
  }
  expect(said).toEqual([])
})
