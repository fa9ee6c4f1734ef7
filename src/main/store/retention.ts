import type Database from 'better-sqlite3'
import { type Width, WIDTHS } from './telemetry.ts'

const DAY = 86_400_000

/** How long every report is kept. */
export const KEEP_SAMPLES = DAY

/** How long each rollup is kept; minutes stay for good (about 50 MB a year for a stove of six zones). */
export const KEEP_ROLLUPS: Readonly<Record<Width, number>> = {
  1000: 30 * DAY,
  10_000: 400 * DAY,
  60_000: Number.POSITIVE_INFINITY,
}

/** Rows that go in one slice: a few milliseconds, so that no append waits. */
const SAMPLE_ROWS = 500
const CHUNK_ROWS = 50

/** Takes away what is past its time, in slices. */
export function retention(db: Database.Database) {
  const stoves = db.prepare<[], number>('SELECT key FROM stoves').pluck()
  const sampleEnd = db
    .prepare<[number, number], number>(
      'SELECT at FROM telemetry WHERE stove = ? ORDER BY at LIMIT 1 OFFSET ?',
    )
    .pluck()
  const dropSamples = db.prepare('DELETE FROM telemetry WHERE stove = ? AND at < ?')
  const chunkEnd = db
    .prepare<[number, number, number], number>(
      'SELECT at FROM rollups WHERE stove = ? AND width = ? ORDER BY at LIMIT 1 OFFSET ?',
    )
    .pluck()
  const dropChunks = db.prepare('DELETE FROM rollups WHERE stove = ? AND width = ? AND at < ?')

  /** One slice, in a transaction of its own. True while there may be more to do. */
  function slice(now: number): boolean {
    return db.transaction(() => {
      for (const stove of stoves.all()) {
        const samples = Math.min(now - KEEP_SAMPLES, sampleEnd.get(stove, SAMPLE_ROWS) ?? Infinity)
        if (dropSamples.run(stove, samples).changes > 0) return true
        for (const width of WIDTHS) {
          const keep = KEEP_ROLLUPS[width]
          if (keep === Number.POSITIVE_INFINITY) continue
          const chunks = Math.min(now - keep, chunkEnd.get(stove, width, CHUNK_ROWS) ?? Infinity)
          if (dropChunks.run(stove, width, chunks).changes > 0) return true
        }
      }
      return false
    })()
  }

  return { slice }
}
