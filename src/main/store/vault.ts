import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { SmartTopError } from '#contract/error.ts'
import { milliseconds } from '#core/units/quantities.ts'
import { copyApart } from './copy-apart.ts'
import { openDatabase } from './database.ts'
import { type WriteTrouble, writeTrouble } from './health.ts'
import { readHeadFile } from './head-file.ts'
import { logTable } from './log.ts'
import type { Migration } from './migrate.ts'
import { type Salvaged, salvage } from './salvage.ts'
import { setAside } from './set-aside.ts'

/** Where everything lies in the data folder. */
export interface Paths {
  readonly folder: string
  readonly file: string
  readonly head: string
  readonly incoming: string
  readonly backups: string
}

export const pathsIn = (folder: string): Paths => ({
  folder,
  file: join(folder, 'smarttop.db'),
  head: join(folder, 'smarttop.head'),
  incoming: join(folder, 'smarttop-incoming.db'),
  backups: join(folder, 'backups'),
})

export interface Vault {
  readonly db: Database.Database
  /** Null when `db` is the kitchen's own file and takes writes; else why it is only a copy to read from. */
  readonly trouble: WriteTrouble | null
  readonly close: () => void
}

/** What became of a damaged file. It outlives a failed attempt, so that the next one can still save from it. */
export interface Aside {
  file: string | null
  salvaged: Salvaged | null
}

export interface VaultOptions {
  readonly migrations: readonly Migration[]
  readonly now: number
}

/**
 * Opens the database of a data folder, whatever state it is in: a damaged one is set aside and what can be read is
 * saved into a new one; where the disk takes no writes, a copy elsewhere can at least be read (law 11: off works,
 * starting is refused). Throws a SmartTopError only where going on would do harm. No folder: a database in memory.
 */
export async function openVault(paths: Paths | null, options: VaultOptions, aside: Aside): Promise<Vault> {
  if (paths === null) return inMemory(options, null)
  try {
    return await openWritable(paths, options, aside)
  } catch (error) {
    const trouble = error instanceof SmartTopError ? null : writeTrouble(error, [paths.folder, paths.file])
    if (trouble === null) throw error
    return toRead(paths.file, options, trouble)
  }
}

/** The same without the copy to read from: throws what is in the way. */
export async function openWritable(paths: Paths, options: VaultOptions, aside: Aside): Promise<Vault> {
  const migrate = { migrations: options.migrations, backups: paths.backups, now: options.now }
  mkdirSync(paths.folder, { recursive: true })
  let opening = await openDatabase(paths.file, migrate)
  if (opening.kind === 'damaged') {
    aside.file = setAside(paths.file, options.now)
    opening = await openDatabase(paths.file, migrate)
  }
  if (opening.kind === 'damaged') throw new SmartTopError('storage-failed', opening.reason)
  const { db } = opening
  try {
    begin(db, aside, options.now)
    logTable(db).heed(readHeadFile(paths.head))
    proveWritable(db)
    return { db, trouble: null, close: closing(db) }
  } catch (error) {
    db.close()
    throw error
  }
}

/** Gives a new database its log, and what could be saved for it, at once or not at all. */
function begin(db: Database.Database, aside: Aside, now: number): void {
  if (db.prepare('SELECT 1 FROM log_head').get() !== undefined) return
  const log = logTable(db)
  db.transaction(() => {
    log.begin(randomUUID())
    if (aside.file === null) return
    const salvaged = salvage(aside.file, db)
    const details = { code: 'damaged-file-set-aside', ...salvaged }
    log.append('', [{ at: milliseconds(now), kind: 'settings', zone: null, by: 'store', details }])
    aside.salvaged = salvaged
  })()
}

/** Room that must be there for the disk to count as writable, in bytes. */
const PROOF = 65_536

/**
 * A write of some size that truly goes to the disk, so that a file that can only be read, or a disk with no room
 * for what comes next, shows now.
 */
export function proveWritable(db: Database.Database): void {
  const proof = randomUUID().padEnd(PROOF, '-')
  db.prepare(`INSERT INTO meta VALUES ('proof', ?) ON CONFLICT DO UPDATE SET value = excluded.value`).run(
    proof,
  )
}

/** The newest state that can be read, on a copy; an empty database where there is none. */
async function toRead(file: string, options: VaultOptions, trouble: WriteTrouble): Promise<Vault> {
  const apart = copyApart(file)
  if (apart === null) return inMemory(options, trouble)
  let db: Database.Database | null = null
  try {
    const opening = await openDatabase(apart.file, { ...options, backups: null })
    if (opening.kind === 'open') {
      db = opening.db
      begin(db, { file: null, salvaged: null }, options.now)
      const close = closing(db)
      return { db, trouble, close: () => [close, apart.discard].forEach((step) => step()) }
    }
  } catch (error) {
    db?.close()
    apart.discard()
    if (error instanceof SmartTopError) throw error
  }
  apart.discard()
  return inMemory(options, trouble)
}

async function inMemory(options: VaultOptions, trouble: WriteTrouble | null): Promise<Vault> {
  const opening = await openDatabase(':memory:', { ...options, backups: null })
  if (opening.kind === 'damaged') throw new SmartTopError('storage-failed', opening.reason)
  begin(opening.db, { file: null, salvaged: null }, options.now)
  return { db: opening.db, trouble, close: closing(opening.db) }
}

const closing = (db: Database.Database) => (): void => {
  if (db.open) db.close()
}
