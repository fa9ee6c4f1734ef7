import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import type { Link } from './chain.ts'

/** How far the log goes, and the hash of its last row. */
export interface LogHead {
  /** Belongs to one database for good, so that a head is never held against another one. */
  readonly seed: string
  readonly rows: number
  readonly hash: Link
}

const schema = z.object({ seed: z.string(), rows: z.number().int().min(0), hash: z.string().length(64) })

/** A head as text, for a file or for a row. */
export const headText = (head: LogHead): string =>
  JSON.stringify({ ...head, hash: head.hash.toString('hex') })

/** Null when the text is no head. */
export function headFrom(text: string): LogHead | null {
  try {
    const found = schema.parse(JSON.parse(text))
    return { ...found, hash: Buffer.from(found.hash, 'hex') }
  } catch {
    return null
  }
}

/**
 * The log's head in a small file beside the database: a second witness of how far the log went. It is written after
 * the commit, so it may be behind by a moment, and never ahead. A lost or torn file proves nothing.
 */
export function readHeadFile(path: string): LogHead | null {
  try {
    return headFrom(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

export function writeHeadFile(path: string, head: LogHead): void {
  try {
    writeFileSync(`${path}.new`, headText(head))
    renameSync(`${path}.new`, path)
  } catch {
    // The log itself is safe; a witness that is behind is still a witness.
  }
}
