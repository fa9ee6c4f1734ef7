import { existsSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { SmartTopError } from '#contract/error.ts'
import { isBusy, isDamage } from './health.ts'
import { APPLICATION_ID, readHeader } from './header.ts'
import { type MigrateOptions, migrate, refuseNewer, schemaOf } from './migrate.ts'

/** Up to this size the whole file is checked at start (about a second per gigabyte on a fast disk). */
const WHOLE_CHECK_BYTES = 256 * 1024 * 1024

/** What is always checked at start: everything that is not only samples. */
const ESSENTIAL = [
  'meta',
  'settings',
  'stoves',
  'log',
  'log_head',
  'cooks',
  'cook_events',
  'recipes',
  'residual',
]

export type DatabaseOpening =
  | { readonly kind: 'open'; readonly db: Database.Database }
  /** The file is not whole, or not ours. It is closed and as it was found. */
  | { readonly kind: 'damaged'; readonly reason: string }

/**
 * Opens the database file, checks it and brings it to the newest schema. Throws a SmartTopError where a person must
 * decide (a newer schema, another SmartTop has the file) and the system's own error where the disk is in the way.
 */
export async function openDatabase(file: string, options: MigrateOptions): Promise<DatabaseOpening> {
  const header = file === ':memory:' ? { kind: 'none', schema: 0 } : readHeader(file)
  if (header.kind === 'not-a-database') return { kind: 'damaged', reason: 'not an SQLite file' }
  if (header.kind === 'foreign') return { kind: 'damaged', reason: 'the database of another program' }
  refuseNewer(header.schema, options.migrations)

  let db: Database.Database | null = null
  try {
    db = new Database(file, { timeout: 2000 })
    configure(db)
    const reason = fault(db, file)
    if (reason !== null) {
      db.close()
      return { kind: 'damaged', reason }
    }
    await migrate(db, options)
    return { kind: 'open', db }
  } catch (error) {
    db?.close()
    if (isDamage(error)) return { kind: 'damaged', reason: String(error) }
    if (isBusy(error)) {
      const message = `Another SmartTop has ${file} open. Close it, or start this one with another data folder.`
      throw new SmartTopError('storage-busy', message, { file }, error)
    }
    throw error
  }
}

/**
 * The locks are held as long as the file is open: two kitchens on one file would fork the hash chains.
 *
 * synchronous = FULL: with a write-ahead log, NORMAL survives the death of the process but may lose, at a power
 * cut, everything since the last checkpoint (minutes). A tripped breaker is the everyday end of a kitchen
 * computer, so each commit is forced to the disk; there are at most a few in a second (see Keeper), and they wait
 * on a thread of their own. A disk that lies about having written can still lose more; the file stays whole.
 */
function configure(db: Database.Database): void {
  db.pragma('locking_mode = EXCLUSIVE')
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('recursive_triggers = ON')
  // 8 MB: the seconds of a long cook fit, so that its graph is drawn from memory the second time.
  db.pragma('cache_size = -8192')
  db.pragma('journal_size_limit = 8388608')
  db.pragma('trusted_schema = OFF')
}

/** What is wrong with the file; null when it is whole. */
function fault(db: Database.Database, file: string): string | null {
  const schema = schemaOf(db)
  if (schema === 0) {
    const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()
    return tables === 0 ? null : 'the database of another program'
  }
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    return 'the database of another program'
  const wholly =
    file === ':memory:' || statSync(file).size <= WHOLE_CHECK_BYTES || existsSync(suspectMark(file))
  const checks = wholly ? ['quick_check(1)'] : ESSENTIAL.map((table) => `quick_check(${table})`)
  for (const check of checks) {
    const answer = db.pragma(check, { simple: true })
    if (answer !== 'ok') return String(answer)
  }
  return null
}

/** Lies beside a file in which SQLite met damage while it was in use: it is checked wholly at the next start. */
export const suspectMark = (file: string): string => `${file}-suspect`
