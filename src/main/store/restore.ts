import {
  copyFileSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { SmartTopError } from '#contract/error.ts'
import { milliseconds } from '#core/units/quantities.ts'
import { basename } from 'node:path'
import { fetchBackup, refuseUnfit } from './backup.ts'
import { freePath } from './dated.ts'
import { forceToDisk } from './durable.ts'
import { writeHeadFile } from './head-file.ts'
import type { Keeper } from './keeper.ts'
import type { Paths } from './vault.ts'

/**
 * Puts a backup in the place of the present database. The present one is kept among the backups first, under a
 * second name of the same file, so that the exchange itself is one rename: cut short at any moment, either the one
 * or the other is there, whole.
 */
export async function restore(keeper: Keeper, file: string): Promise<void> {
  const { paths } = keeper
  if (paths === null)
    throw new SmartTopError('backup-failed', 'A kitchen without a data folder keeps nothing.')
  refuseUnfit(file, keeper.migrations)
  if (!keeper.flush()) throw keeper.unwritable()
  await fetchBackup(file, paths.incoming)
  if (!keeper.flush()) throw keeper.unwritable()

  const now = keeper.now()
  keeper.db.pragma('wal_checkpoint(TRUNCATE)')
  let kept = ''
  try {
    await keeper.exchange(async () => {
      refuseLeftLog(paths)
      kept = keepPresent(paths, now)
      // It bears witness of the log that goes; the one that comes writes its own.
      rmSync(paths.head, { force: true })
      try {
        renameSync(paths.incoming, paths.file)
      } catch (error) {
        // Still one file under two names: what is kept would change with what is used.
        rmSync(kept, { force: true })
        throw error
      }
      await forceToDisk(paths.folder, 'folder').catch(() => {})
    })
  } catch (error) {
    rmSync(paths.incoming, { force: true })
    throw new SmartTopError(
      'backup-failed',
      `Restoring failed: ${String(error)}`,
      { file: basename(file) },
      error,
    )
  }
  const head = keeper.write(({ log }) =>
    log.append('', [
      {
        at: milliseconds(now),
        kind: 'settings',
        zone: null,
        by: 'store',
        details: { code: 'backup-restored', from: basename(file), kept: basename(kept) },
      },
    ]),
  )
  writeHeadFile(paths.head, head)
}

/** A write-ahead log that stayed behind would be played into the wrong database. */
function refuseLeftLog(paths: Paths): void {
  const log = `${paths.file}-wal`
  if (existsSync(log) && statSync(log).size > 0) throw new Error('the present database could not be closed')
  rmSync(log, { force: true })
}

function keepPresent(paths: Paths, now: number): string {
  mkdirSync(paths.backups, { recursive: true })
  const kept = freePath(paths.backups, 'smarttop-before-restore', now)
  try {
    linkSync(paths.file, kept)
  } catch {
    // A file system without links (exFAT).
    copyFileSync(paths.file, kept, constants.COPYFILE_EXCL)
  }
  return kept
}
