import { accessSync, constants } from 'node:fs'

/** Why a write did not go through, in the words of StoreHealth. */
export type WriteTrouble = 'full' | 'read-only' | 'failed'

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** SQLite says that the file itself is broken. */
export const isDamage = (error: unknown): boolean => /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error))

/** Another process holds the file. */
export const isBusy = (error: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error))

/**
 * The trouble behind an error of SQLite or of the file system; null when it is none of theirs, which is a bug.
 * SQLite says CANTOPEN for what may not be written and for other reasons too, so the folder and the file are asked.
 */
export function writeTrouble(error: unknown, paths: readonly string[]): WriteTrouble | null {
  const code = codeOf(error)
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT)/.test(code)) return 'full'
  if (/^(SQLITE_READONLY|EROFS|EACCES|EPERM)/.test(code)) return 'read-only'
  if (/^SQLITE_(CANTOPEN|IOERR|PERM|AUTH)/.test(code)) return paths.some(isFrozen) ? 'read-only' : 'failed'
  if (/^(SQLITE_(CORRUPT|NOTADB|NOMEM|BUSY|LOCKED|PROTOCOL|TOOBIG)|E[A-Z]+$)/.test(code)) return 'failed'
  return null
}

/** Asks the system, which also knows of read-only mounts and immutable files, where even root may not write. */
function isFrozen(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return false
  } catch (error) {
    return /^(EROFS|EACCES|EPERM)$/.test(codeOf(error))
  }
}
