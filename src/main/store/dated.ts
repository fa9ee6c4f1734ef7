import { existsSync } from 'node:fs'
import { join } from 'node:path'

const STAMP = /(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)Z/

/** An instant as part of a file's name, in UTC, also for file systems that refuse colons: `20261123-072203Z`. */
export const stamp = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}Z`

/** The instant in a file's name; null when there is none. */
export function stampedAt(name: string): number | null {
  const found = STAMP.exec(name)
  if (found === null) return null
  const [year = 0, month = 0, ...time] = found.slice(1).map(Number)
  const at = Date.UTC(year, month - 1, ...time)
  return Number.isNaN(at) ? null : at
}

/** A path that nothing has yet: `<folder>/<name>-<stamp>.db`, numbered when the second is taken. */
export function freePath(folder: string, name: string, at: number): string {
  for (let number = 1; ; number++) {
    const path = join(folder, `${name}-${stamp(at)}${number === 1 ? '' : `-${number}`}.db`)
    if (!existsSync(path)) return path
  }
}
