import { NO_TEMPERATURE, type PanPresence } from '#core/stove/stove.ts'
import type { Quality, Residual } from '#core/safety/view.ts'

/**
 * The telemetry frame: what the glass draws at 10 Hz. Binary, newest frame wins, a slow client drops frames.
 *
 * Little endian. Header, 12 bytes: u8 version (2), u8 zones, u16 side of each heat field, f64 wall time in ms.
 * Each zone, 28 bytes: i16 surface tenths, i16 estimated pan centre tenths, u16 standard deviation of the
 * estimate in hundredths of a kelvin, u16 power W (65535 = unknown), u16 demand W, u16 age of the reading in ms
 * (65535 = older), u8 quality, u8 pan, u8 residual, u8 spare, i16 rate of change in hundredths of a kelvin per second,
 * i16 estimated temperature of the contents in tenths, u16 its standard deviation in hundredths of a kelvin, 2 spare
 * bytes, u32 energy since the zone went on in J (4294967295 = unknown).
 * Then each zone's field: side x side i16 tenths, row 0 at the back; NO_TEMPERATURE outside the pan or unknown.
 */
export interface TelemetryFrame {
  readonly at: number
  readonly fieldSide: number
  readonly zones: readonly ZoneTelemetry[]
}

export interface ZoneTelemetry {
  /** Degrees Celsius at the sensor; null when unknown. */
  readonly surface: number | null
  /** The kitchen's estimate of the pan's centre, with its standard deviation in kelvin. */
  readonly estimate: number | null
  readonly deviation: number
  /** Watts as measured; null where the device cannot tell. */
  readonly power: number | null
  readonly demand: number
  /** Age of the reading in milliseconds when the frame was made. */
  readonly age: number
  readonly quality: Quality
  readonly pan: PanPresence
  readonly residual: Residual
  /** Kelvin per second. */
  readonly rate: number
  /** The kitchen's estimate of what is in the pan, degrees Celsius, with its standard deviation in kelvin (0 when null). */
  readonly liquid: number | null
  readonly liquidDeviation: number
  /** Joules since the zone went on; null where some of its power was not measured. */
  readonly energy: number | null
  /** Estimated field over the zone, side x side, in tenths of a degree. */
  readonly field: Int16Array
}

const VERSION = 2
const HEADER = 12
const ZONE = 28
const UNKNOWN_POWER = 65_535
const UNKNOWN_ENERGY = 4_294_967_295
const QUALITIES: readonly Quality[] = ['measured', 'estimated', 'stale', 'unknown']
const PANS: readonly PanPresence[] = ['present', 'absent', 'unknown']
const RESIDUALS: readonly Residual[] = ['cool', 'hot', 'assume-hot']

const toTenths = (value: number | null): number =>
  value === null ? NO_TEMPERATURE : Math.max(-32767, Math.min(32767, Math.round(value * 10)))
const fromTenths = (tenths: number): number | null => (tenths === NO_TEMPERATURE ? null : tenths / 10)
const u16 = (value: number): number => Math.max(0, Math.min(65535, Math.round(value)))
const u32 = (value: number): number => Math.max(0, Math.min(UNKNOWN_ENERGY - 1, Math.round(value)))
const i16 = (value: number): number => Math.max(-32768, Math.min(32767, Math.round(value)))

export function encodeTelemetry(frame: TelemetryFrame): Uint8Array<ArrayBuffer> {
  const cells = frame.fieldSide * frame.fieldSide
  const bytes = new Uint8Array(HEADER + frame.zones.length * (ZONE + cells * 2))
  const view = new DataView(bytes.buffer)
  view.setUint8(0, VERSION)
  view.setUint8(1, frame.zones.length)
  view.setUint16(2, frame.fieldSide, true)
  view.setFloat64(4, frame.at, true)
  frame.zones.forEach((zone, index) => {
    const o = HEADER + index * ZONE
    view.setInt16(o, toTenths(zone.surface), true)
    view.setInt16(o + 2, toTenths(zone.estimate), true)
    view.setUint16(o + 4, u16(zone.deviation * 100), true)
    view.setUint16(
      o + 6,
      zone.power === null ? UNKNOWN_POWER : Math.min(UNKNOWN_POWER - 1, u16(zone.power)),
      true,
    )
    view.setUint16(o + 8, u16(zone.demand), true)
    view.setUint16(o + 10, u16(zone.age), true)
    view.setUint8(o + 12, QUALITIES.indexOf(zone.quality))
    view.setUint8(o + 13, PANS.indexOf(zone.pan))
    view.setUint8(o + 14, RESIDUALS.indexOf(zone.residual))
    view.setInt16(o + 16, i16(zone.rate * 100), true)
    view.setInt16(o + 18, toTenths(zone.liquid), true)
    view.setUint16(o + 20, u16(zone.liquidDeviation * 100), true)
    view.setUint32(o + 24, zone.energy === null ? UNKNOWN_ENERGY : u32(zone.energy), true)
    const fieldAt = HEADER + frame.zones.length * ZONE + index * cells * 2
    for (let cell = 0; cell < cells; cell++) {
      view.setInt16(fieldAt + cell * 2, zone.field[cell] ?? NO_TEMPERATURE, true)
    }
  })
  return bytes
}

/** Reads a frame; null when it is not one (another version, cut short). */
export function decodeTelemetry(bytes: Uint8Array): TelemetryFrame | null {
  if (bytes.byteLength < HEADER) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = view.getUint8(1)
  const fieldSide = view.getUint16(2, true)
  const cells = fieldSide * fieldSide
  if (view.getUint8(0) !== VERSION || bytes.byteLength !== HEADER + count * (ZONE + cells * 2)) return null
  const zones: ZoneTelemetry[] = []
  for (let index = 0; index < count; index++) {
    const o = HEADER + index * ZONE
    const quality = QUALITIES[view.getUint8(o + 12)]
    const pan = PANS[view.getUint8(o + 13)]
    const residual = RESIDUALS[view.getUint8(o + 14)]
    if (quality === undefined || pan === undefined || residual === undefined) return null
    const field = new Int16Array(cells)
    const power = view.getUint16(o + 6, true)
    const energy = view.getUint32(o + 24, true)
    const fieldAt = HEADER + count * ZONE + index * cells * 2
    for (let cell = 0; cell < cells; cell++) field[cell] = view.getInt16(fieldAt + cell * 2, true)
    zones.push({
      surface: fromTenths(view.getInt16(o, true)),
      estimate: fromTenths(view.getInt16(o + 2, true)),
      deviation: view.getUint16(o + 4, true) / 100,
      power: power === UNKNOWN_POWER ? null : power,
      demand: view.getUint16(o + 8, true),
      age: view.getUint16(o + 10, true),
      quality,
      pan,
      residual,
      rate: view.getInt16(o + 16, true) / 100,
      liquid: fromTenths(view.getInt16(o + 18, true)),
      liquidDeviation: view.getUint16(o + 20, true) / 100,
      energy: energy === UNKNOWN_ENERGY ? null : energy,
      field,
    })
  }
  return { at: view.getFloat64(4, true), fieldSide, zones }
}
