import type { Plain } from './chain.ts'
import { clockOf } from './graph.ts'
import type { PackedGraph } from './packed-graph.ts'
import type { CookEventRow } from './store.ts'
import type { Tables } from './tables.ts'

/** What the log adds to a cook's own events. */
const FROM_LOG: ReadonlySet<string> = new Set(['fault', 'lost'])

/** A cook and the log tell of the same thing when they do so within this span, in milliseconds. */
const SAME = 2000

/** The graph of a cook with what happened in it, from its own events and from the log; null without such a cook. */
export function cookGraph(tables: Tables, session: string, points: number, now: number): PackedGraph | null {
  const cook = tables.cooks.find(session)
  if (cook === null) return null
  const names = tables.stoves.zoneNames(cook.stove) ?? []
  const drawn = tables.graphs.draw(cook, tables.stoves.knownKey(cook.stove), names, points, now)
  const own = tables.cooks.events(session)
  const logged: CookEventRow[] = tables.log
    .entries(cook.stove, cook.began_at, cook.ended_at ?? now)
    .filter((entry) => FROM_LOG.has(entry.kind) || (entry.kind === 'off' && entry.zone === null))
    .map((entry) => ({
      at: entry.at,
      kind: entry.kind === 'off' ? 'stop' : entry.kind,
      data: entry.details,
    }))
    .filter(
      (entry) => !own.some((event) => event.kind === entry.kind && Math.abs(event.at - entry.at) < SAME),
    )
  const events = [...own, ...logged]
    .sort((a, b) => a.at - b.at)
    .map((event) => ({
      t: clockOf(event.at - cook.began_at, cook.speed),
      kind: event.kind,
      detail: detailOf(event.data),
    }))
  return { ...drawn, events }
}

/** The one thing to write at the mark: a code, a name or a number. */
function detailOf(data: Readonly<Record<string, Plain>>): string {
  for (const name of ['detail', 'code', 'step', 'label', 'ending', 'index']) {
    const value = data[name]
    if (value !== undefined && value !== null) return String(value)
  }
  return ''
}
