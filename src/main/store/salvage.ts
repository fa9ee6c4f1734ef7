import Database from 'better-sqlite3'
import { copyApart } from './copy-apart.ts'
import { readHeader } from './header.ts'

/** What could be saved out of a damaged file. */
export interface Salvaged {
  readonly settings: number
  readonly recipes: number
  readonly cooks: number
}

/** Tables that are carried over row by row, with the column that orders them. */
const CARRIED = [
  { table: 'stoves', by: 'key' },
  { table: 'settings', by: 'name' },
  { table: 'recipes', by: 'id' },
  { table: 'cooks', by: 'session' },
  { table: 'residual', by: 'stove' },
] as const

/** Rollups that are carried over: the seconds are many, and a graph of an old cook does not need them. */
const CARRIED_WIDTHS = [10_000, 60_000] as const

type Row = readonly unknown[]

/**
 * Reads what can be read of a damaged file into a new database: settings, own recipes, stoves, cooks with their
 * events, and the coarse rollups that their graphs need. Each table is read from its beginning up to the damage and
 * then from its end back to it. The log is not carried over: its chain belongs to the file that was set aside, where
 * it can still be read, and the new one starts with a note of that.
 */
export function salvage(from: string, into: Database.Database): Salvaged {
  const nothing = { settings: 0, recipes: 0, cooks: 0 }
  if (readHeader(from).kind !== 'ours') return nothing
  const apart = copyApart(from)
  if (apart === null) return nothing
  let source: Database.Database | null = null
  try {
    const opened = new Database(apart.file)
    source = opened
    const carried: Record<string, number> = {}
    into.transaction(() => {
      for (const { table, by } of CARRIED) carried[table] = carry(opened, into, table, by)
      carryEvents(opened, into)
      for (const width of CARRIED_WIDTHS) carry(opened, into, 'rollups', 'stove', `WHERE width = ${width}`)
    })()
    return {
      settings: carried['settings'] ?? 0,
      recipes: carried['recipes'] ?? 0,
      cooks: carried['cooks'] ?? 0,
    }
  } catch {
    return nothing
  } finally {
    source?.close()
    apart.discard()
  }
}

/** Rows that arrived. Column names are those of the source, so that an older schema can be saved from too. */
function carry(
  source: Database.Database,
  into: Database.Database,
  table: string,
  by: string,
  where = '',
): number {
  let arrived = 0
  for (const direction of ['ASC', 'DESC']) {
    const whole = attempt(() => {
      const rows = source.prepare<[], Row>(`SELECT * FROM ${table} ${where} ORDER BY ${by} ${direction}`)
      const columns = rows.columns().map((column) => column.name)
      const insert = into.prepare(
        `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      )
      for (const row of rows.raw().iterate()) {
        attempt(() => {
          arrived += insert.run(...row).changes
        })
      }
    })
    if (whole) break
  }
  return arrived
}

/** Cook by cook, so that a damaged page costs only the cooks that lie on it. */
function carryEvents(source: Database.Database, into: Database.Database): void {
  const sessions = into.prepare<[], string>('SELECT session FROM cooks').pluck().all()
  for (const session of sessions) {
    attempt(() => {
      const rows = source.prepare<[string], Row>(
        'SELECT session, number, at, kind, data, hash FROM cook_events WHERE session = ? ORDER BY number',
      )
      const insert = into.prepare('INSERT INTO cook_events VALUES (?, ?, ?, ?, ?, ?)')
      for (const row of rows.raw().iterate(session)) insert.run(...row)
    })
  }
}

/** False when it met damage. */
function attempt(work: () => void): boolean {
  try {
    work()
    return true
  } catch {
    return false
  }
}
