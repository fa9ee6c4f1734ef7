import type Database from 'better-sqlite3'
import { NO_TEMPERATURE } from '#core/stove/stove.ts'
import type { ResidualHeat } from '#main/supervisor/protocol.ts'
import { celsius, milliseconds } from '#core/units/quantities.ts'
import { addTo, BUCKETS, type Chunk, emptyChunk, packChunk, unpackChunk } from './chunk.ts'
import { pack, runs, type TimedReport, tenthsOf, wholeWatts } from './samples.ts'

/** Widths of the rollups in milliseconds, finest first. */
export const WIDTHS = [1000, 10_000, 60_000] as const
export type Width = (typeof WIDTHS)[number]

interface OpenChunk {
  readonly stove: number
  readonly width: Width
  readonly at: number
  readonly chunk: Chunk
}

/**
 * Full-rate samples and their rollups, written in one transaction, so that they always agree and nothing has to be
 * made good after a crash. The chunks that are being filled are kept in memory between commits.
 */
export function telemetryTables(db: Database.Database) {
  const insert = db.prepare(
    `INSERT INTO telemetry VALUES (@stove, @at,
      (SELECT coalesce(max(part) + 1, 0) FROM telemetry WHERE stove = @stove AND at = @at), @body)`,
  )
  const readChunk = db.prepare<[number, number, number], { body: Buffer }>(
    'SELECT body FROM rollups WHERE stove = ? AND width = ? AND at = ?',
  )
  const writeChunk = db.prepare(
    'INSERT INTO rollups VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body',
  )
  const writeResidual = db.prepare(
    `INSERT INTO residual VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET tenths = excluded.tenths, at = excluded.at`,
  )
  const readResidual = db.prepare<[string], { zone: number; tenths: number; at: number }>(
    `SELECT zone, tenths, at FROM residual WHERE stove = (SELECT key FROM stoves WHERE id = ?) ORDER BY zone`,
  )

  const open = new Map<string, OpenChunk>()

  function chunkFor(stove: number, width: Width, at: number, zones: number): OpenChunk {
    const name = `${stove} ${width} ${at}`
    const present = open.get(name)
    if (present !== undefined && present.chunk.zones >= zones) return present
    const body = present === undefined ? readChunk.get(stove, width, at)?.body : packChunk(present.chunk)
    const chunk = body === undefined ? emptyChunk(zones) : unpackChunk(body, zones)
    const found = { stove, width, at, chunk }
    open.set(name, found)
    return found
  }

  /** To be called inside a transaction; `forget` after it failed. */
  function append(stove: number, reports: readonly TimedReport[]): void {
    const touched = new Set<OpenChunk>()
    const last = new Map<number, { readonly tenths: number; readonly at: number }>()
    for (const run of runs(reports)) {
      insert.run({ stove, at: run[0]?.at ?? 0, body: pack(run) })
      for (const { at, report } of run) {
        for (const width of WIDTHS) {
          const span = width * BUCKETS
          const begin = Math.floor(at / span) * span
          const target = chunkFor(stove, width, begin, report.zones.length)
          touched.add(target)
          const bucket = Math.floor((at - begin) / width)
          report.zones.forEach((zone, index) => {
            addTo(target.chunk, bucket, index, tenthsOf(zone.surface), wholeWatts(zone.power))
          })
        }
        report.zones.forEach((zone, index) => {
          const tenths = tenthsOf(zone.surface)
          if (tenths !== NO_TEMPERATURE) last.set(index, { tenths, at })
        })
      }
    }
    for (const { width, at, chunk } of touched) writeChunk.run(stove, width, at, packChunk(chunk))
    for (const [zone, { tenths, at }] of last) writeResidual.run(stove, zone, tenths, at)
    for (const [name, chunk] of open) if (chunk.stove === stove && !touched.has(chunk)) open.delete(name)
  }

  /** What is in memory no longer agrees with the file. */
  const forget = (): void => {
    open.clear()
  }

  /** Law 9: the last temperature known of each zone. */
  function residual(stove: string): readonly ResidualHeat[] {
    return readResidual
      .all(stove)
      .map((row) => ({ zone: row.zone, surface: celsius(row.tenths / 10), at: milliseconds(row.at) }))
  }

  return { append, forget, residual }
}
