import type { Fault } from '#core/safety/fault.ts'
import type { LogEntry } from '#core/safety/log-entry.ts'
import type { StoveDescription, StoveReport } from '#core/stove/stove.ts'
import { milliseconds } from '#core/units/quantities.ts'
import type { CookEnding } from './cooks.ts'
import type { TimedReport } from './samples.ts'
import type { CookEventRow, KeptTimers } from './store.ts'

/** What is appended without waiting. */
export type Append =
  | { readonly type: 'log'; readonly stove: string; readonly entries: readonly LogEntry[] }
  | {
      readonly type: 'telemetry'
      readonly stove: string
      readonly at: number
      readonly report: StoveReport
    }
  | {
      readonly type: 'stove'
      readonly stove: StoveDescription
      readonly at: number
      readonly address: string
    }
  | { readonly type: 'timers'; readonly stove: string; readonly at: number; readonly timers: KeptTimers }
  | {
      readonly type: 'faults'
      readonly stove: string
      readonly at: number
      readonly faults: readonly Fault[]
    }
  | { readonly type: 'event'; readonly session: string; readonly event: CookEventRow }
  | { readonly type: 'end'; readonly session: string; readonly at: number; readonly ending: CookEnding }

/** What must never be lost. */
export type Entry = Exclude<Append, { readonly type: 'telemetry' }>

/** Reports that wait at most while the disk takes none: ten minutes at 10 Hz, about 5 MB. The oldest go first. */
export const MOST_REPORTS = 6000

/** Whole milliseconds; what has no time of its own gets the present. */
export function dated(append: Append, now: number): Append {
  const instant = (at: number): number => Math.round(Number.isFinite(at) ? at : now)
  switch (append.type) {
    case 'log':
      return {
        ...append,
        entries: append.entries.map((entry) => ({ ...entry, at: milliseconds(instant(entry.at)) })),
      }
    case 'event':
      return { ...append, event: { ...append.event, at: instant(append.event.at) } }
    case 'telemetry':
    case 'stove':
    case 'timers':
    case 'faults':
    case 'end':
      return { ...append, at: instant(append.at) }
  }
}

/**
 * What waits for the next commit. Telemetry is bounded; entries are not: they come at the pace of hands, and
 * starting is refused while the disk takes none.
 */
export function pendingAppends() {
  let entries: Entry[] = []
  let reports = new Map<string, TimedReport[]>()
  let waiting = 0

  function add(append: Append): void {
    if (append.type !== 'telemetry') {
      entries.push(append)
      return
    }
    const queue = reports.get(append.stove) ?? []
    reports.set(append.stove, queue)
    queue.push({ at: append.at, report: append.report })
    waiting += 1
    if (waiting > MOST_REPORTS) dropOldest()
  }

  function dropOldest(): void {
    let oldest: TimedReport[] | null = null
    for (const queue of reports.values()) {
      if (oldest === null || (queue[0]?.at ?? Infinity) < (oldest[0]?.at ?? Infinity)) oldest = queue
    }
    if (oldest?.shift() !== undefined) waiting -= 1
  }

  return {
    add,
    entries: (): readonly Entry[] => entries,
    reports: (): ReadonlyMap<string, readonly TimedReport[]> => reports,
    waiting: (): number => waiting,
    isEmpty: (): boolean => entries.length === 0 && waiting === 0,
    entriesKept: (): void => {
      entries = []
    },
    reportsKept: (): void => {
      reports = new Map()
      waiting = 0
    },
  }
}
