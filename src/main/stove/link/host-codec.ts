import { milliseconds, watts } from '#core/units/quantities.ts'
import { BodyReader, BodyWriter } from './bytes.ts'
import { encodeFrame } from './frame.ts'
import { LINK_VERSION } from './limits.ts'
import { MESSAGE_CODES, type Decoded, type HostMessage } from './message.ts'

/** The frame of what the host says. */
export function encodeHostMessage(message: HostMessage): Uint8Array {
  const body = new BodyWriter().u8(MESSAGE_CODES[message.type]).u16(message.sequence)
  switch (message.type) {
    case 'hello':
      body.u8(message.version).u32(message.session)
      break
    case 'heat':
      body.u32(message.session).u32(message.seen).u8(message.powers.length)
      for (const power of message.powers) body.u16(power)
      break
    case 'off':
      body.u32(message.session)
      break
    case 'configure':
      body.u32(message.session).u16(message.reportPeriod).u16(message.thermalPeriod)
      break
  }
  return encodeFrame(body.done())
}

/** What a device reads from a sound body. */
export function decodeHostMessage(body: Uint8Array): Decoded<HostMessage> {
  const reader = new BodyReader(body)
  const code = reader.u8()
  const sequence = reader.u16()
  const message = read(reader, code, sequence)
  if (message === null) return { kind: 'unknown', code }
  if (!reader.short) return { kind: 'message', message }
  // Off needs nothing but its type, and a version can be refused before the rest is understood.
  if (message.type === 'off') return { kind: 'message', message }
  if (message.type === 'hello' && message.version !== LINK_VERSION) return { kind: 'message', message }
  return { kind: 'malformed', code, sequence }
}

function read(reader: BodyReader, code: number, sequence: number): HostMessage | null {
  switch (code) {
    case MESSAGE_CODES.hello:
      return { type: 'hello', sequence, version: reader.u8(), session: reader.u32() }
    case MESSAGE_CODES.off:
      return { type: 'off', sequence, session: reader.u32() }
    case MESSAGE_CODES.heat: {
      const session = reader.u32()
      const seen = reader.u32()
      const powers = Array.from({ length: reader.u8() }, () => watts(reader.u16()))
      return { type: 'heat', sequence, session, seen, powers }
    }
    case MESSAGE_CODES.configure: {
      const session = reader.u32()
      const reportPeriod = milliseconds(reader.u16())
      return { type: 'configure', sequence, session, reportPeriod, thermalPeriod: milliseconds(reader.u16()) }
    }
    default:
      return null
  }
}
