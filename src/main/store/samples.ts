import { type DeviceFlag, NO_TEMPERATURE, type PanPresence, type StoveReport } from '#core/stove/stove.ts'

/**
 * Several reports of one stove in one row. Little endian: u8 version, u8 zones, then for each report u16
 * milliseconds after the row's own instant, then for each zone i16 surface tenths (NO_TEMPERATURE = unknown),
 * u16 power W, u16 commanded W, u8 pan (bits 0 and 1) and flags (from bit 2): 7 bytes a zone.
 */
export interface TimedReport {
  /** Whole wall milliseconds. */
  readonly at: number
  readonly report: StoveReport
}

/** What a packed report still knows of a zone. */
export interface Sample {
  readonly at: number
  readonly zone: number
  /** Tenths of a degree, or NO_TEMPERATURE. */
  readonly tenths: number
  readonly power: number
}

const VERSION = 1
const HEAD = 2
const ZONE = 7
const LONGEST_ROW = 65_535
const PANS: readonly PanPresence[] = ['unknown', 'absent', 'present']
const FLAGS: readonly DeviceFlag[] = [
  'sensor-open',
  'sensor-range',
  'over-temperature',
  'lease-expired',
  'hardware',
  'brown-out',
]

export const tenthsOf = (surface: number | null): number =>
  surface === null || !Number.isFinite(surface)
    ? NO_TEMPERATURE
    : Math.max(-32_767, Math.min(32_767, Math.round(surface * 10)))

export const wholeWatts = (power: number | null): number =>
  power !== null && Number.isFinite(power) ? Math.max(0, Math.min(65_535, Math.round(power))) : 0

/** Splits reports into runs that fit one row each: the same zones, time not running back, not too long. */
export function runs(reports: readonly TimedReport[]): readonly (readonly TimedReport[])[] {
  const found: TimedReport[][] = []
  for (const report of reports) {
    const run = found.at(-1)
    const first = run?.[0]
    const last = run?.at(-1)
    if (
      run === undefined ||
      first === undefined ||
      last === undefined ||
      report.at < last.at ||
      report.at - first.at > LONGEST_ROW ||
      report.report.zones.length !== first.report.zones.length
    ) {
      found.push([report])
    } else run.push(report)
  }
  return found
}

export function pack(run: readonly TimedReport[]): Buffer {
  const first = run[0]
  const zones = first?.report.zones.length ?? 0
  const body = Buffer.alloc(HEAD + run.length * (2 + zones * ZONE))
  body.writeUInt8(VERSION, 0)
  body.writeUInt8(zones, 1)
  let o = HEAD
  for (const { at, report } of run) {
    body.writeUInt16LE(at - (first?.at ?? at), o)
    o += 2
    for (const zone of report.zones) {
      const flags = zone.flags.reduce((bits, flag) => bits | (1 << FLAGS.indexOf(flag)), 0)
      body.writeInt16LE(tenthsOf(zone.surface), o)
      body.writeUInt16LE(wholeWatts(zone.power), o + 2)
      body.writeUInt16LE(wholeWatts(zone.commanded), o + 4)
      body.writeUInt8(PANS.indexOf(zone.pan) | (flags << 2), o + 6)
      o += ZONE
    }
  }
  return body
}

/** Gives every sample of a row to `take`; a row of another version holds none for us. */
export function unpack(rowAt: number, body: Buffer, take: (sample: Sample) => void): void {
  if (body.length < HEAD || body.readUInt8(0) !== VERSION) return
  const zones = body.readUInt8(1)
  for (let o = HEAD; o + 2 + zones * ZONE <= body.length; o += 2 + zones * ZONE) {
    const at = rowAt + body.readUInt16LE(o)
    for (let zone = 0; zone < zones; zone++) {
      const z = o + 2 + zone * ZONE
      take({ at, zone, tenths: body.readInt16LE(z), power: body.readUInt16LE(z + 2) })
    }
  }
}
