import type Database from 'better-sqlite3'
import { milliseconds } from '#core/units/quantities.ts'
import type { LogHead } from './head-file.ts'
import type { Entry } from './pending.ts'
import type { TimedReport } from './samples.ts'
import type { Tables } from './tables.ts'

/** Commits entries in one transaction; the log's new head, or null when nothing was logged. */
export function commitEntries(
  db: Database.Database,
  tables: Tables,
  entries: readonly Entry[],
): LogHead | null {
  let head: LogHead | null = null
  db.transaction(() => {
    for (const entry of entries) head = keep(tables, entry) ?? head
  }).immediate()
  return head
}

function keep({ log, cooks, stoves }: Tables, entry: Entry): LogHead | null {
  switch (entry.type) {
    case 'log':
      return log.append(entry.stove, entry.entries)
    case 'stove':
      stoves.remember(entry.stove, entry.at, entry.address)
      return null
    case 'timers':
      stoves.keepTimers(entry.stove, entry.timers)
      return null
    case 'faults':
      stoves.keepFaults(entry.stove, entry.faults)
      return null
    case 'event':
      // A cook that could not begin has no events: it was refused, and there is nothing to hang them on.
      cooks.append(entry.session, [entry.event])
      return null
    case 'end':
      cooks.end(entry.session, entry.at, entry.ending)
      return null
  }
}

/**
 * What takes the place of an entry that the database refuses though the disk is fine: a bug, which must neither
 * block everything behind it nor go unseen.
 */
export const refusedEntry = (entry: Entry, error: unknown, now: number): Entry => ({
  type: 'log',
  stove: '',
  entries: [
    {
      at: milliseconds(now),
      kind: 'settings',
      zone: null,
      by: 'store',
      details: { code: 'entry-refused', entry: entry.type, error: String(error) },
    },
  ],
})

/** Commits reports of every stove in one transaction. */
export function commitReports(
  db: Database.Database,
  { stoves, telemetry }: Tables,
  reports: ReadonlyMap<string, readonly TimedReport[]>,
): void {
  try {
    db.transaction(() => {
      for (const [stove, queue] of reports) telemetry.append(stoves.keyOf(stove), queue)
    }).immediate()
  } catch (error) {
    telemetry.forget()
    throw error
  }
}
