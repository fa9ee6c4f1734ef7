import { BodyReader, BodyWriter } from './bytes.ts'
import { encodeFrame } from './frame.ts'
import {
  MESSAGE_CODES,
  NAK_REASONS,
  type CommandName,
  type Decoded,
  type DeviceMessage,
  type NakReason,
  type Thermal,
} from './message.ts'
import { readReport, writeReport } from './report-codec.ts'
import { readWelcome, writeWelcome } from './welcome-codec.ts'

const COMMANDS: readonly CommandName[] = ['hello', 'heat', 'off', 'configure']
const REASONS = Object.keys(NAK_REASONS) as NakReason[]

/** The frame of what the device says. */
export function encodeDeviceMessage(message: DeviceMessage): Uint8Array {
  const body = new BodyWriter().u8(MESSAGE_CODES[message.type])
  body.u16(message.type === 'thermal' ? message.picture : message.sequence)
  switch (message.type) {
    case 'welcome':
      writeWelcome(body, message)
      break
    case 'ack':
      body.u8(MESSAGE_CODES[message.of])
      break
    case 'nak':
      body.u8(message.of === null ? 0 : MESSAGE_CODES[message.of])
      body.u8(message.reason === null ? 0 : NAK_REASONS[message.reason]).u16(message.detail)
      break
    case 'report':
      writeReport(body, message)
      break
    case 'thermal':
      body.u8(message.firstRow).u8(message.tenths.length / message.columns)
      body.u8(message.columns).u8(message.rows)
      for (const pixel of message.tenths) body.i16(pixel)
      break
  }
  return encodeFrame(body.done())
}

/** What a host reads from a sound body. */
export function decodeDeviceMessage(body: Uint8Array): Decoded<DeviceMessage> {
  const reader = new BodyReader(body)
  const code = reader.u8()
  const sequence = reader.u16()
  const read = READERS.get(code)
  if (read === undefined) return { kind: 'unknown', code }
  const message = read(reader, sequence)
  if (message === null || reader.short) return { kind: 'malformed', code, sequence }
  return { kind: 'message', message }
}

type Read = (reader: BodyReader, sequence: number) => DeviceMessage | null
const READERS: ReadonlyMap<number, Read> = new Map<number, Read>([
  [MESSAGE_CODES.welcome, readWelcome],
  [MESSAGE_CODES.report, readReport],
  [MESSAGE_CODES.thermal, readThermal],
  [
    MESSAGE_CODES.ack,
    (reader, sequence) => {
      const of = commandOf(reader.u8())
      return of === null ? null : { type: 'ack', sequence, of }
    },
  ],
  [
    MESSAGE_CODES.nak,
    (reader, sequence) => {
      const of = commandOf(reader.u8())
      const code = reader.u8()
      const reason = REASONS.find((name) => NAK_REASONS[name] === code) ?? null
      return { type: 'nak', sequence, of, reason, detail: reader.u16() }
    },
  ],
])

function commandOf(code: number): CommandName | null {
  return COMMANDS.find((name) => MESSAGE_CODES[name] === code) ?? null
}

function readThermal(reader: BodyReader, picture: number): Thermal | null {
  const firstRow = reader.u8()
  const count = reader.u8()
  const columns = reader.u8()
  const rows = reader.u8()
  if (count < 1 || columns < 1 || firstRow + count > rows) return null
  const tenths = new Int16Array(count * columns)
  for (let pixel = 0; pixel < tenths.length && !reader.short; pixel++) tenths[pixel] = reader.i16()
  return { type: 'thermal', picture, firstRow, columns, rows, tenths }
}
