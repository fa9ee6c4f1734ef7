import { MAX_ZONES, type LeaseClass, type ZoneDescription } from '#core/stove/stove.ts'
import { celsius, milliseconds, watts } from '#core/units/quantities.ts'
import type { BodyReader, BodyWriter } from './bytes.ts'
import { LINK_VERSION } from './limits.ts'
import type { Welcome } from './message.ts'

/** Bytes of one zone's record in WELCOME; a later version may add fields at its end. */
const ZONE_RECORD = 10
const LEASE_CLASSES: readonly LeaseClass[] = ['A', 'B', 'C']
const TRAIT = { virtual: 1, thermalCamera: 2, panDetection: 4, physicalOff: 8 } as const
/** Speed is sent in hundredths. */
const SPEED_UNIT = 100

export function writeWelcome(body: BodyWriter, { session, uptime, description }: Welcome): void {
  const traits =
    (description.virtual ? TRAIT.virtual : 0) |
    (description.thermalCamera ? TRAIT.thermalCamera : 0) |
    (description.panDetection ? TRAIT.panDetection : 0) |
    (description.physicalOff ? TRAIT.physicalOff : 0)
  body.u8(LINK_VERSION).u32(session).u32(uptime).u8(traits)
  body.u8(LEASE_CLASSES.indexOf(description.leaseClass)).u16(description.lease).u16(description.reportPeriod)
  body.u16(Math.round(description.speed * SPEED_UNIT))
  body.u16(Math.round(description.widthMm)).u16(Math.round(description.depthMm))
  body.text(description.id, 40).text(description.name, 60).text(description.firmware, 24)
  body.u8(description.zones.length).u8(ZONE_RECORD)
  for (const zone of description.zones) {
    body.u16(Math.round(zone.maxPower)).i16(Math.round(zone.maxSurface * 10))
    body.u16(Math.round(zone.diameterMm)).i16(Math.round(zone.xMm)).i16(Math.round(zone.yMm))
  }
}

/** Null when it says what cannot be. */
export function readWelcome(reader: BodyReader, sequence: number): Welcome | null {
  reader.u8() // version; a device of another one answers NAK
  const session = reader.u32()
  const uptime = reader.u32()
  const traits = reader.u8()
  const leaseClass = LEASE_CLASSES[reader.u8()]
  const lease = milliseconds(reader.u16())
  const reportPeriod = milliseconds(reader.u16())
  const speed = reader.u16() / SPEED_UNIT
  const widthMm = reader.u16()
  const depthMm = reader.u16()
  const id = reader.text()
  const name = reader.text()
  const firmware = reader.text()
  const count = reader.u8()
  const record = reader.u8()
  if (leaseClass === undefined || count < 1 || count > MAX_ZONES || record < ZONE_RECORD) return null
  if (id === '' || speed <= 0 || lease <= 0 || reportPeriod <= 0) return null
  const zones = Array.from({ length: count }, (_, zone) => readZone(reader, zone, record))
  const virtual = (traits & TRAIT.virtual) !== 0
  // Real hardware has no other speed than real time (law 9 hangs on `virtual` being true).
  if (!virtual && speed !== 1) return null
  return {
    type: 'welcome',
    sequence,
    session,
    uptime,
    description: {
      id,
      name,
      firmware,
      virtual,
      speed,
      leaseClass,
      lease,
      reportPeriod,
      widthMm,
      depthMm,
      zones,
      thermalCamera: (traits & TRAIT.thermalCamera) !== 0,
      panDetection: (traits & TRAIT.panDetection) !== 0,
      physicalOff: (traits & TRAIT.physicalOff) !== 0,
    },
  }
}

function readZone(reader: BodyReader, id: number, record: number): ZoneDescription {
  const start = reader.position
  const zone: ZoneDescription = {
    id,
    maxPower: watts(reader.u16()),
    maxSurface: celsius(reader.i16() / 10),
    sets: 'power',
    diameterMm: reader.u16(),
    xMm: reader.i16(),
    yMm: reader.i16(),
  }
  reader.seek(start + record)
  return zone
}
