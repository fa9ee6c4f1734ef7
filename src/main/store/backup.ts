import { existsSync, readdirSync, statSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { SmartTopError } from '#contract/error.ts'
import type { BackupFile, BackupPlace } from '#contract/commands.ts'
import { checkFile } from './check.ts'
import { freePath, stampedAt } from './dated.ts'
import { copyToDisk, forceToDisk } from './durable.ts'
import { readHeader } from './header.ts'
import { writeTrouble } from './health.ts'
import { newestSchema, type Migration } from './migrate.ts'

const NAME = /^smarttop.*\.db$/
const PARTIAL = '.partial'

/** The place of that path among those that are offered: nobody writes or reads elsewhere on this machine. */
export function knownPlace(path: string, places: readonly BackupPlace[]): BackupPlace {
  const place = places.find((known) => known.path === resolve(path))
  if (place === undefined) {
    throw new SmartTopError('backup-elsewhere', `${path} is not one of the places for backups.`, {
      place: path,
    })
  }
  return place
}

/** Our databases in a place, newest first. */
export async function filesIn(place: string): Promise<readonly BackupFile[]> {
  let names: string[]
  try {
    names = await readdir(place)
  } catch {
    return []
  }
  const found: BackupFile[] = []
  for (const name of names.filter((candidate) => NAME.test(candidate))) {
    const path = join(place, name)
    try {
      const { size, mtimeMs } = await stat(path)
      if (readHeader(path).kind !== 'ours') continue
      found.push({ path, name, bytes: size, madeAtWall: stampedAt(name) ?? Math.round(mtimeMs) })
    } catch {
      // Gone meanwhile, or not ours to read.
    }
  }
  return found.sort((a, b) => b.madeAtWall - a.madeAtWall || b.name.localeCompare(a.name))
}

/**
 * Copies the live database (appends go on meanwhile) into a file that needs no other beside it, checks it, copies
 * it to the place under another name until it is whole and on the disk, and checks it there.
 */
export async function writeBackup(
  db: Database.Database,
  work: string,
  place: BackupPlace,
  now: number,
): Promise<BackupFile> {
  let local: string | null = null
  let partial: string | null = null
  try {
    await mkdir(work, { recursive: true })
    sweep(work)
    local = `${freePath(work, '.smarttop-making', now)}${PARTIAL}`
    await db.backup(local, { progress: () => 256 })
    singleFile(local)
    const bytes = statSync(local).size
    if (bytes > place.freeBytes) {
      const figures = { needed: megabytes(bytes), free: megabytes(place.freeBytes), place: place.name }
      throw new SmartTopError('backup-full', `${place.path} has no room for the backup.`, figures)
    }
    await mkdir(place.path, { recursive: true })
    const path = freePath(place.path, 'smarttop', now)
    partial = `${path}${PARTIAL}`
    await copyToDisk(local, partial)
    const wrong = await checkFile(partial)
    if (wrong !== null) {
      throw new SmartTopError('backup-unreadable', `The copy in ${place.path} is damaged: ${wrong}`, {
        place: place.name,
      })
    }
    await rename(partial, path)
    await forceToDisk(place.path, 'folder')
    return { path, name: basename(path), bytes, madeAtWall: stampedAt(path) ?? now }
  } catch (error) {
    if (error instanceof SmartTopError) throw error
    const trouble = writeTrouble(error, [place.path])
    const code = trouble === 'full' ? 'backup-full' : 'backup-failed'
    const message = `The backup to ${place.path} failed: ${String(error)}`
    throw new SmartTopError(code, message, { place: place.name, needed: '?', free: '?' }, error)
  } finally {
    for (const left of [local, partial]) if (left !== null) await rm(left, { force: true }).catch(() => {})
  }
}

/** Refuses, before anything is touched, what cannot be restored; the file's place was checked by the caller. */
export function refuseUnfit(file: string, migrations: readonly Migration[]): void {
  const name = basename(file)
  if (!existsSync(file)) throw new SmartTopError('backup-missing', `${file} is not there.`, { file: name })
  const header = statSync(file).isFile() ? readHeader(file) : null
  if (header?.kind !== 'ours' || header.schema === 0) {
    throw new SmartTopError('backup-foreign', `${file} is not a backup of SmartTop.`, { file: name })
  }
  const known = newestSchema(migrations)
  if (header.schema > known) {
    const message = `${file} was made by a newer SmartTop (schema ${header.schema}; this one knows ${known}).`
    throw new SmartTopError('backup-newer', message, { file: name, schema: header.schema, known })
  }
}

/** Copies a backup next to the database and checks the copy, which is what will be used. */
export async function fetchBackup(file: string, incoming: string): Promise<void> {
  const name = basename(file)
  try {
    await rm(incoming, { force: true })
    await copyToDisk(file, incoming)
  } catch (error) {
    await rm(incoming, { force: true })
    const trouble = writeTrouble(error, [dirname(incoming)])
    const code = trouble === 'full' ? 'storage-unwritable' : 'backup-failed'
    throw new SmartTopError(code, `${file} could not be read: ${String(error)}`, { file: name }, error)
  }
  const wrong = await checkFile(incoming)
  if (wrong === null) return
  await rm(incoming, { force: true })
  throw new SmartTopError('backup-damaged', `${file} is damaged: ${wrong}`, { file: name })
}

/** A write-ahead log is no use on a stick: the copy becomes one plain file. */
function singleFile(path: string): void {
  const copy = new Database(path)
  try {
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
}

/** What a backup that was cut short left behind. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith('.smarttop-making') && name.endsWith(PARTIAL))
      void rm(join(folder, name), { force: true })
  }
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1_048_576)
