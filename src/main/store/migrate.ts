import { mkdirSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { SmartTopError } from '#contract/error.ts'
import { freePath } from './dated.ts'
import { APPLICATION_ID } from './header.ts'

export interface Migration {
  /** The schema's number after it: 1, 2, 3... */
  readonly version: number
  readonly name: string
  readonly sql: string
}

export interface MigrateOptions {
  readonly migrations: readonly Migration[]
  /** Where the copy from before each migration goes; null for a database in memory. */
  readonly backups: string | null
  readonly now: number
}

export const newestSchema = (migrations: readonly Migration[]): number => migrations.at(-1)?.version ?? 0

export const schemaOf = (db: Database.Database): number => Number(db.pragma('user_version', { simple: true }))

/**
 * Brings a database to the newest schema, one transaction a migration. Before each one, a copy of a file that
 * already holds something is made and kept: a migration that goes wrong loses nothing, and neither does a
 * household that goes back to an older SmartTop.
 */
export async function migrate(db: Database.Database, options: MigrateOptions): Promise<readonly string[]> {
  const copies: string[] = []
  refuseNewer(schemaOf(db), options.migrations)
  for (const migration of options.migrations) {
    const present = schemaOf(db)
    if (migration.version <= present) continue
    if (present > 0 && options.backups !== null) {
      mkdirSync(options.backups, { recursive: true })
      const name = `smarttop-before-schema-${migration.version}`
      const copy = freePath(options.backups, name, options.now)
      await db.backup(copy)
      copies.push(copy)
    }
    try {
      db.transaction(() => {
        db.exec(migration.sql)
        db.pragma(`application_id = ${APPLICATION_ID}`)
        db.pragma(`user_version = ${migration.version}`)
      }).exclusive()
    } catch (error) {
      const message = `Migration ${migration.version} (${migration.name}) failed: ${String(error)}`
      throw new SmartTopError('storage-migration-failed', message, { schema: migration.version }, error)
    }
    // The header of the file itself must tell the schema: it is read without SQLite, see header.ts.
    db.pragma('wal_checkpoint(TRUNCATE)')
  }
  return copies
}

/** A file of a newer SmartTop is not touched: what it holds may mean something else than we think. */
export function refuseNewer(schema: number, migrations: readonly Migration[]): void {
  const known = newestSchema(migrations)
  if (schema <= known) return
  const message = `The database has schema ${schema}; this SmartTop knows ${known}. Install a newer SmartTop.`
  throw new SmartTopError('storage-newer', message, { schema, known })
}
