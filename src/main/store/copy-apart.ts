import { copyFileSync, constants, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A copy of a database and its log in the system's own temporary folder, so that the original stays as it is. */
export interface Apart {
  readonly file: string
  readonly discard: () => void
}

/** Null when there is nothing to copy or no room for it. */
export function copyApart(file: string): Apart | null {
  let folder: string | null = null
  const discard = (): void => {
    if (folder !== null) rmSync(folder, { recursive: true, force: true })
  }
  try {
    if (!existsSync(file)) return null
    folder = mkdtempSync(join(tmpdir(), 'smarttop-'))
    const copy = join(folder, 'copy.db')
    copyFileSync(file, copy, constants.COPYFILE_FICLONE)
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`)
    return { file: copy, discard }
  } catch {
    discard()
    return null
  }
}
