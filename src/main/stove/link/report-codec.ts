import {
  MAX_ZONES,
  NO_TEMPERATURE,
  type DeviceFlag,
  type PanPresence,
  type ZoneReading,
} from '#core/stove/stove.ts'
import { celsius, milliseconds, watts } from '#core/units/quantities.ts'
import type { BodyReader, BodyWriter } from './bytes.ts'
import { UPTIME_MODULUS } from './limits.ts'
import type { Report } from './message.ts'

/**
 * Bytes of one zone's record in REPORT, and of one that has a probe's temperature at its end; a later version may
 * add fields after it.
 */
const ZONE_RECORD = 8
const PROBE_RECORD = 10
const PANS: readonly PanPresence[] = ['absent', 'present', 'unknown']
/** Bit 0 upwards. */
const FLAGS: readonly DeviceFlag[] = [
  'sensor-open',
  'sensor-range',
  'over-temperature',
  'lease-expired',
  'hardware',
  'brown-out',
]

export function writeReport(body: BodyWriter, { uptime, zones }: Report): void {
  const probes = zones.some(({ probe }) => probe !== null)
  body
    .u32(Math.floor(uptime) % UPTIME_MODULUS)
    .u8(zones.length)
    .u8(probes ? PROBE_RECORD : ZONE_RECORD)
  for (const zone of zones) {
    body
      .i16(tenths(zone.surface))
      .u16(wholeWatts(zone.power ?? 0))
      .u16(wholeWatts(zone.commanded))
    body.u8(PANS.indexOf(zone.pan))
    body.u8(FLAGS.reduce((bits, flag, bit) => (zone.flags.includes(flag) ? bits | (1 << bit) : bits), 0))
    if (probes) body.i16(tenths(zone.probe))
  }
}

/** Null when it says what cannot be. */
export function readReport(reader: BodyReader, sequence: number): Report | null {
  const uptime = milliseconds(reader.u32())
  const count = reader.u8()
  const record = reader.u8()
  if (count < 1 || count > MAX_ZONES || record < ZONE_RECORD) return null
  const zones = Array.from({ length: count }, () => readZone(reader, record))
  return { type: 'report', sequence, uptime, zones }
}

function readZone(reader: BodyReader, record: number): ZoneReading {
  const start = reader.position
  const surface = reader.i16()
  const power = watts(reader.u16())
  const commanded = watts(reader.u16())
  const pan = PANS[reader.u8()] ?? 'unknown'
  const bits = reader.u8()
  const probe = record < PROBE_RECORD ? NO_TEMPERATURE : reader.i16()
  reader.seek(start + record)
  return {
    surface: surface === NO_TEMPERATURE ? null : celsius(surface / 10),
    probe: probe === NO_TEMPERATURE ? null : celsius(probe / 10),
    power,
    commanded,
    pan,
    flags: FLAGS.filter((_, bit) => (bits & (1 << bit)) !== 0),
  }
}

/** What does not fit is held at the end of the range, where the host's own checks find it out of range. */
function tenths(surface: number | null): number {
  if (surface === null) return NO_TEMPERATURE
  return Math.max(NO_TEMPERATURE + 1, Math.min(0x7fff, Math.round(surface * 10)))
}

function wholeWatts(power: number): number {
  return Math.max(0, Math.min(0xffff, Math.round(power)))
}
