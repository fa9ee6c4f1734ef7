import { NO_TEMPERATURE } from '#core/stove/stove.ts'

/**
 * Sixty buckets of one width in one row, so that hours of a cook are a few hundred rows. Each bucket has for each
 * zone, little endian, 16 bytes: i16 smallest and i16 greatest tenths, i32 sum of tenths, u16 temperatures counted,
 * u16 reports counted, u32 sum of power in W. Sums and counts, not means: they can be added to, and merge exactly.
 * Head: u8 version, u8 zones. Buckets at the end that hold nothing are left out.
 */
export const BUCKETS = 60

const VERSION = 1
const HEAD = 2
const ZONE = 16
const MOST = 65_535

export interface Chunk {
  readonly zones: number
  /** All sixty buckets, whether they hold something or not. */
  readonly view: DataView
  used: number
}

/** One bucket of one zone, as plain arguments: a graph takes a hundred thousand of them. */
export type TakeBucket = (
  bucket: number,
  zone: number,
  min: number,
  max: number,
  sum: number,
  temperatures: number,
  reports: number,
  power: number,
) => void

export const emptyChunk = (zones: number): Chunk => ({
  zones,
  view: new DataView(new ArrayBuffer(HEAD + BUCKETS * zones * ZONE)),
  used: 0,
})

export function packChunk(chunk: Chunk): Buffer {
  chunk.view.setUint8(0, VERSION)
  chunk.view.setUint8(1, chunk.zones)
  return Buffer.from(chunk.view.buffer, 0, HEAD + chunk.used * chunk.zones * ZONE)
}

/** Reads a row, with room for at least `zones` zones (a stove may grow). */
export function unpackChunk(body: Buffer, zones: number): Chunk {
  const present = body.length >= HEAD && body.readUInt8(0) === VERSION ? body.readUInt8(1) : 0
  const chunk = emptyChunk(Math.max(present, zones))
  if (present === 0) return chunk
  chunk.used = Math.min(BUCKETS, Math.floor((body.length - HEAD) / (present * ZONE)))
  const bytes = new Uint8Array(chunk.view.buffer)
  for (let bucket = 0; bucket < chunk.used; bucket++) {
    const from = HEAD + bucket * present * ZONE
    bytes.set(body.subarray(from, from + present * ZONE), HEAD + bucket * chunk.zones * ZONE)
  }
  return chunk
}

/** Adds one report of one zone. Counts stop at 65 535, where a bucket is full and its mean stands. */
export function addTo(chunk: Chunk, bucket: number, zone: number, tenths: number, power: number): void {
  const o = HEAD + (bucket * chunk.zones + zone) * ZONE
  const { view } = chunk
  const reports = view.getUint16(o + 10, true)
  if (reports === MOST) return
  if (bucket >= chunk.used) chunk.used = bucket + 1
  if (tenths !== NO_TEMPERATURE) {
    const counted = view.getUint16(o + 8, true)
    if (counted === 0 || tenths < view.getInt16(o, true)) view.setInt16(o, tenths, true)
    if (counted === 0 || tenths > view.getInt16(o + 2, true)) view.setInt16(o + 2, tenths, true)
    view.setInt32(o + 4, view.getInt32(o + 4, true) + tenths, true)
    view.setUint16(o + 8, counted + 1, true)
  }
  view.setUint16(o + 10, reports + 1, true)
  view.setUint32(o + 12, view.getUint32(o + 12, true) + power, true)
}

/** Gives every bucket of a row that holds something to `take`. */
export function eachBucket(body: Buffer, take: TakeBucket): void {
  if (body.length < HEAD || body.readUInt8(0) !== VERSION) return
  const zones = body.readUInt8(1)
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength)
  let o = HEAD
  for (let bucket = 0; o + zones * ZONE <= body.length; bucket++) {
    for (let zone = 0; zone < zones; zone++, o += ZONE) {
      const reports = view.getUint16(o + 10, true)
      if (reports === 0) continue
      take(
        bucket,
        zone,
        view.getInt16(o, true),
        view.getInt16(o + 2, true),
        view.getInt32(o + 4, true),
        view.getUint16(o + 8, true),
        reports,
        view.getUint32(o + 12, true),
      )
    }
  }
}
