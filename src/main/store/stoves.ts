import type Database from 'better-sqlite3'
import type { StoveDescription } from '#core/stove/stove.ts'
import { zoneNamesSchema } from '#contract/settings.ts'
import { wellFormed } from './chain.ts'

/** The stoves that this kitchen has seen, and what the household calls their zones. */
export function stoveTable(db: Database.Database) {
  const insert = db.prepare('INSERT INTO stoves (id) VALUES (?) ON CONFLICT DO NOTHING')
  const read = db.prepare<[string], { key: number; description: string | null; zone_names: string | null }>(
    'SELECT key, description, zone_names FROM stoves WHERE id = ?',
  )
  const describe = db.prepare('UPDATE stoves SET description = ?, seen_at = ? WHERE key = ?')
  const name = db.prepare('UPDATE stoves SET zone_names = ? WHERE key = ?')

  /** The short key of a stove in this file; a stove not seen before gets one. */
  function keyOf(stove: string): number {
    const id = wellFormed(stove)
    const present = read.get(id)
    if (present !== undefined) return present.key
    insert.run(id)
    return read.get(id)?.key ?? 0
  }

  const remember = (stove: StoveDescription, at: number): void => {
    describe.run(JSON.stringify(stove), Math.round(at), keyOf(stove.id))
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

  return { keyOf, knownKey, remember, nameZones, zoneNames }
}
