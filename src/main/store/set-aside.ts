import { existsSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { suspectMark } from './database.ts'
import { freePath } from './dated.ts'

const SIDES = ['-wal', '-shm'] as const

/**
 * Moves a damaged database out of the way under a dated name, with what belongs to it, so that it can still be
 * opened and saved from later. Nothing is ever overwritten. The side files go first: a database that is cut off
 * from its log here is only damaged again and set aside again.
 */
export function setAside(file: string, now: number): string {
  const name = `${basename(file, '.db')}-damaged`
  const kept = freePath(dirname(file), name, now)
  for (const side of SIDES) if (existsSync(`${file}${side}`)) renameSync(`${file}${side}`, `${kept}${side}`)
  renameSync(file, kept)
  rmSync(suspectMark(file), { force: true })
  return kept
}
