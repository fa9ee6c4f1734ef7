import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import type { LogHead } from './log.ts'

const schema = z.object({ seed: z.string(), rows: z.number().int().min(0), hash: z.string().length(64) })

/**
 * The log's head in a small file beside the database: a second witness of how far the log went. It is written after
 * the commit, so it may be behind by a moment, and never ahead. A lost or torn file proves nothing.
 */
export function readHeadFile(path: string): LogHead | null {
  try {
    const found = schema.parse(JSON.parse(readFileSync(path, 'utf8')))
    return { ...found, hash: Buffer.from(found.hash, 'hex') }
  } catch {
    return null
  }
}

export function writeHeadFile(path: string, head: LogHead): void {
  try {
    writeFileSync(`${path}.new`, JSON.stringify({ ...head, hash: head.hash.toString('hex') }))
    renameSync(`${path}.new`, path)
  } catch {
    // The log itself is safe; a witness that is behind is still a witness.
  }
}
