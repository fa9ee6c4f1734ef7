import type Database from 'better-sqlite3'
import type { LogEntry } from '#core/safety/log-entry.ts'
import { headFrom, headText, type LogHead } from './head-file.ts'
import { canonical, firstLink, type Link, nextLink, type Plain, wellFormed } from './chain.ts'

/** Rows that are checked before the thread looks after its other work. */
const SLICE = 2000

export interface LogRow {
  readonly id: number
  readonly stove: string
  readonly at: number
  readonly kind: string
  readonly zone: number | null
  readonly by: string
  readonly details: string
  readonly hash: Buffer
}

export interface LogCheck {
  readonly rows: number
  readonly firstBroken: number | null
}

/** Everything that a row says, as one text. */
const textOf = (row: Omit<LogRow, 'hash'>): string =>
  canonical([row.id, row.stove, row.at, row.kind, row.zone, row.by, row.details])

/**
 * Law 11: the append-only log. Rows are numbered from 1 without a gap and chained, see chain.ts; triggers refuse
 * every change. The head stands in a table of its own and, as HeadFile, beside the database: a log that was cut
 * at its end shows unless both were put right as well.
 */
export function logTable(db: Database.Database) {
  const insert = db.prepare('INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  const readHead = db.prepare<[], LogHead>('SELECT seed, rows, hash FROM log_head')
  const moveHead = db.prepare('UPDATE log_head SET rows = ?, hash = ?')
  const slice = db.prepare<[number, number], LogRow>('SELECT * FROM log WHERE id > ? ORDER BY id LIMIT ?')
  const lastId = db.prepare<[], number | null>('SELECT max(id) FROM log').pluck()
  const rowAt = db.prepare<[number], { hash: Buffer }>('SELECT hash FROM log WHERE id = ?')
  const keepWitness = db.prepare(`INSERT INTO meta VALUES ('witness', ?) ON CONFLICT DO NOTHING`)
  const readWitness = db.prepare<[], string>(`SELECT value FROM meta WHERE name = 'witness'`).pluck()
  const between = db.prepare<[string, number, number], LogRow>(
    'SELECT * FROM log WHERE stove = ? AND at BETWEEN ? AND ? ORDER BY at, id',
  )

  function begin(seed: string): void {
    db.prepare('INSERT INTO log_head VALUES (1, ?, 0, ?)').run(seed, firstLink(seed))
  }

  function head(): LogHead {
    const found = readHead.get()
    if (found === undefined) throw new Error('the log has no head')
    return found
  }

  /**
   * To be called inside a transaction. A log whose end or head was tampered with goes on behind the break: writing
   * never stops, and the break stays to be found.
   */
  function append(stove: string, entries: readonly LogEntry[]): LogHead {
    const before = head()
    let { hash } = before
    let rows = Math.max(before.rows, last())
    for (const entry of entries) {
      const row = {
        id: rows + 1,
        stove: wellFormed(stove),
        at: Math.round(entry.at),
        kind: entry.kind,
        zone: entry.zone,
        by: wellFormed(entry.by),
        details: canonical(entry.details),
      }
      hash = nextLink(hash, textOf(row))
      rows = row.id
      insert.run(row.id, row.stove, row.at, row.kind, row.zone, row.by, row.details, hash)
    }
    moveHead.run(rows, hash)
    return { seed: before.seed, rows, hash }
  }

  /** Walks the chain as it is when called; `pause` lets appends through between slices. */
  async function verify(witness: LogHead | null, pause: () => Promise<void>): Promise<LogCheck> {
    const end = head()
    const present = last()
    const rows = Math.max(end.rows, present)
    let previous: Link = firstLink(end.seed)
    let checked = 0
    while (checked < rows) {
      const found = slice.all(checked, Math.min(SLICE, rows - checked))
      for (const row of found) {
        previous = nextLink(previous, textOf(row))
        if (row.id !== checked + 1 || !row.hash.equals(previous)) return { rows, firstBroken: checked + 1 }
        checked = row.id
      }
      if (found.length === 0) return { rows, firstBroken: checked + 1 }
      await pause()
    }
    if (present > end.rows) return { rows, firstBroken: end.rows + 1 }
    if (!previous.equals(end.hash)) return { rows, firstBroken: Math.max(rows, 1) }
    const missed = [witness, unheard()].flatMap((one) => missedBy(one, end.seed, rows) ?? [])
    return { rows, firstBroken: missed.length === 0 ? null : Math.min(...missed) }
  }

  /**
   * To be called when the file is opened, before the head file is written anew: a witness that the log contradicts
   * is kept for good, since the next append would silence it.
   */
  function heed(witness: LogHead | null): void {
    if (witness === null || missedBy(witness, head().seed, last()) === null) return
    keepWitness.run(headText(witness))
  }

  function unheard(): LogHead | null {
    const text = readWitness.get()
    return text === undefined ? null : headFrom(text)
  }

  function missedBy(witness: LogHead | null, seed: string, rows: number): number | null {
    if (witness === null || witness.seed !== seed) return null
    if (witness.rows > rows) return rows + 1
    if (witness.rows === 0) return null
    return rowAt.get(witness.rows)?.hash.equals(witness.hash) === true ? null : witness.rows
  }

  const last = (): number => Number(lastId.get() ?? 0)

  /** What the log says of one stove between two instants, oldest first. */
  function entries(
    stove: string,
    from: number,
    to: number,
  ): readonly (Omit<LogRow, 'details' | 'hash'> & { readonly details: Readonly<Record<string, Plain>> })[] {
    return between
      .all(wellFormed(stove), from, to)
      .map((row) => ({ ...row, details: JSON.parse(row.details) }))
  }

  return { begin, head, append, verify, heed, entries }
}
