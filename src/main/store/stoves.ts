import type Database from 'better-sqlite3'
import type { Fault } from '#core/safety/fault.ts'
import type { StoveDescription } from '#core/stove/stove.ts'
import { zoneNamesSchema } from '#contract/settings.ts'
import { wellFormed } from './chain.ts'
import type { KeptTimers } from './store.ts'

/** The stoves that this kitchen has seen, and what the household calls their zones. */
export function stoveTable(db: Database.Database) {
  const insert = db.prepare('INSERT INTO stoves (id) VALUES (?) ON CONFLICT DO NOTHING')
  const read = db.prepare<[string], { key: number; description: string | null; zone_names: string | null }>(
    'SELECT key, description, zone_names FROM stoves WHERE id = ?',
  )
  const describe = db.prepare('UPDATE stoves SET description = ?, seen_at = ?, address = ? WHERE key = ?')
  const newest = db.prepare<[string], { description: string }>(
    'SELECT description FROM stoves WHERE address = ? AND description IS NOT NULL ORDER BY seen_at DESC LIMIT 1',
  )
  const readTimers = db.prepare<[string], { timers: string | null }>('SELECT timers FROM stoves WHERE id = ?')
  const writeTimers = db.prepare('UPDATE stoves SET timers = ? WHERE key = ?')
  const readFaults = db.prepare<[string], { faults: string | null }>('SELECT faults FROM stoves WHERE id = ?')
  const writeFaults = db.prepare('UPDATE stoves SET faults = ? WHERE key = ?')
  const name = db.prepare('UPDATE stoves SET zone_names = ? WHERE key = ?')

  /** The short key of a stove in this file; a stove not seen before gets one. */
  function keyOf(stove: string): number {
    const id = wellFormed(stove)
    const present = read.get(id)
    if (present !== undefined) return present.key
    insert.run(id)
    return read.get(id)?.key ?? 0
  }

  const remember = (stove: StoveDescription, at: number, address: string): void => {
    describe.run(JSON.stringify(stove), Math.round(at), address, keyOf(stove.id))
  }

  /** The stove that was seen last at an address; null when none was. */
  const lastAt = (address: string): StoveDescription | null => {
    const kept = newest.get(address)
    return kept === undefined ? null : (JSON.parse(kept.description) as StoveDescription)
  }

  const keepTimers = (stove: string, timers: KeptTimers): void => {
    writeTimers.run(JSON.stringify(timers), keyOf(stove))
  }

  const timers = (stove: string): KeptTimers | null => {
    const kept = readTimers.get(wellFormed(stove))?.timers
    return kept === undefined || kept === null ? null : (JSON.parse(kept) as KeptTimers)
  }

  const keepFaults = (stove: string, faults: readonly Fault[]): void => {
    writeFaults.run(JSON.stringify(faults), keyOf(stove))
  }

  const faults = (stove: string): readonly Fault[] => {
    const kept = readFaults.get(wellFormed(stove))?.faults
    return kept === undefined || kept === null ? [] : (JSON.parse(kept) as readonly Fault[])
  }

  const nameZones = (stove: string, names: readonly string[]): void => {
    name.run(JSON.stringify(zoneNamesSchema.parse(names)), keyOf(stove))
  }

  /** Null when nobody has named them, or what was kept cannot be read. */
  function zoneNames(stove: string): readonly string[] | null {
    const kept = read.get(wellFormed(stove))?.zone_names
    if (kept === undefined || kept === null) return null
    try {
      return zoneNamesSchema.parse(JSON.parse(kept))
    } catch {
      return null
    }
  }

  const knownKey = (stove: string): number | null => read.get(wellFormed(stove))?.key ?? null

  return { keyOf, knownKey, remember, lastAt, keepTimers, timers, keepFaults, faults, nameZones, zoneNames }
}
