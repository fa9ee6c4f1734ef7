import type Database from 'better-sqlite3'
import type { Recipe } from '#core/recipe/recipe.ts'
import { SmartTopError } from '#contract/error.ts'
import type { CookSummary } from '#contract/commands.ts'
import { canonical, firstLink, type Link, nextLink, wellFormed } from './chain.ts'
import type { CookBegun, CookEventRow, UnfinishedCook } from './store.ts'

export interface CookRow {
  readonly session: string
  readonly stove: string
  readonly virtual: number
  readonly began_at: number
  readonly speed: number
  readonly recipe_id: string
  readonly title: string
  readonly recipe: string
  readonly servings: number
  readonly zones: string
  readonly ended_at: number | null
  readonly ending: 'finished' | 'abandoned' | 'interrupted' | null
  readonly events: number
  readonly hash: Buffer
}

interface EventRow {
  readonly number: number
  readonly at: number
  readonly kind: string
  readonly data: string
  readonly hash: Buffer
}

export type CookEnding = 'finished' | 'abandoned' | 'interrupted'

const textOf = (row: Omit<EventRow, 'hash'>): string => canonical([row.number, row.at, row.kind, row.data])

/** The chain starts with what the cook was; the recipe (which names people) stays outside, so that it can go. */
const seedOf = (cook: Pick<CookRow, 'session' | 'stove' | 'began_at' | 'speed'>): Link =>
  firstLink(canonical([cook.session, cook.stove, cook.began_at, cook.speed]))

/** Cook sessions: a row each, and its append-only, chained events. */
export function cookTables(db: Database.Database) {
  const insert = db.prepare(
    `INSERT INTO cooks VALUES (@session, @stove,
      coalesce((SELECT json_extract(description, '$.virtual') FROM stoves WHERE id = @stove), @fast),
      @began_at, @speed, @recipe_id, @title, @recipe, @servings, @zones, NULL, NULL, 0, @hash)`,
  )
  const read = db.prepare<[string], CookRow>('SELECT * FROM cooks WHERE session = ?')
  const insertEvent = db.prepare('INSERT INTO cook_events VALUES (?, ?, ?, ?, ?, ?)')
  const lastEvent = db
    .prepare<[string], number | null>('SELECT max(number) FROM cook_events WHERE session = ?')
    .pluck()
  const moveHead = db.prepare('UPDATE cooks SET events = ?, hash = ? WHERE session = ?')
  const close = db.prepare('UPDATE cooks SET ended_at = ?, ending = ? WHERE session = ?')
  const readEvents = db.prepare<[string], EventRow>(
    'SELECT number, at, kind, data, hash FROM cook_events WHERE session = ? ORDER BY number',
  )
  const newestOpen = db.prepare<{ stove: string | null }, CookRow>(
    `SELECT * FROM cooks WHERE ended_at IS NULL AND (@stove IS NULL OR stove = @stove)
      ORDER BY began_at DESC LIMIT 1`,
  )
  const page = db.prepare<[number, number], Omit<CookRow, 'recipe'> & { faults: number }>(
    `SELECT session, stove, virtual, began_at, speed, recipe_id, title, ended_at, ending,
      (SELECT count(*) FROM log WHERE log.stove = cooks.stove AND log.kind = 'fault'
        AND log.at BETWEEN cooks.began_at AND coalesce(cooks.ended_at, 9007199254740991)) AS faults
      FROM cooks WHERE began_at < ? ORDER BY began_at DESC, session LIMIT ?`,
  )

  function begin(cook: CookBegun): void {
    if (read.get(cook.session) !== undefined) {
      throw new SmartTopError('cook-known', `The cook ${cook.session} has begun already.`)
    }
    const row = {
      session: cook.session,
      stove: wellFormed(cook.stove),
      fast: cook.speed === 1 ? 0 : 1,
      began_at: Math.round(cook.at),
      speed: cook.speed,
      recipe_id: cook.recipe.id,
      title: JSON.stringify(cook.recipe.title),
      recipe: JSON.stringify(cook.recipe),
      servings: cook.servings,
      zones: JSON.stringify(cook.zones),
    }
    insert.run({ ...row, hash: seedOf(row) })
  }

  /** To be called inside a transaction. False when there is no such cook. */
  function append(session: string, events: readonly CookEventRow[]): boolean {
    const cook = read.get(session)
    if (cook === undefined) return false
    let number = Math.max(cook.events, Number(lastEvent.get(session) ?? 0))
    let { hash } = cook
    for (const event of events) {
      number += 1
      const row = {
        number,
        at: Math.round(event.at),
        kind: wellFormed(event.kind),
        data: canonical(event.data),
      }
      hash = nextLink(hash, textOf(row))
      insertEvent.run(session, row.number, row.at, row.kind, row.data, hash)
    }
    moveHead.run(number, hash, session)
    return true
  }

  /** Once; the first end stands. To be called inside a transaction. False when there is no such cook. */
  function end(session: string, at: number, ending: CookEnding): boolean {
    const cook = read.get(session)
    if (cook === undefined) return false
    if (cook.ended_at !== null) return true
    append(session, [{ at, kind: 'end', data: { ending } }])
    close.run(Math.max(Math.round(at), cook.began_at), ending, session)
    return true
  }

  const find = (session: string): CookRow | null => read.get(session) ?? null

  const events = (session: string): readonly CookEventRow[] =>
    readEvents.all(session).map(({ at, kind, data }) => ({ at, kind, data: JSON.parse(data) }))

  function unfinished(stove: string | null): UnfinishedCook | null {
    const row = newestOpen.get({ stove })
    if (row === undefined) return null
    return {
      session: row.session,
      stove: row.stove,
      at: row.began_at,
      speed: row.speed,
      recipe: JSON.parse(row.recipe) as Recipe,
      servings: row.servings,
      zones: JSON.parse(row.zones),
      events: events(row.session),
    }
  }

  function list(before: number | null, limit: number): readonly CookSummary[] {
    return page.all(before ?? Number.MAX_SAFE_INTEGER, limit).map((row) => ({
      session: row.session,
      recipeId: row.recipe_id,
      title: JSON.parse(row.title),
      stove: row.stove,
      virtual: row.virtual === 1,
      startedAtWall: row.began_at,
      endedAtWall: row.ended_at,
      speed: row.speed,
      end: row.ending ?? 'running',
      faults: row.faults,
    }))
  }

  /** The number of the first event that does not fit its chain, or null; a missing end counts too. */
  function verify(session: string): { readonly events: number; readonly firstBroken: number | null } | null {
    const cook = read.get(session)
    if (cook === undefined) return null
    const rows = readEvents.all(session)
    let previous = seedOf(cook)
    let checked = 0
    for (const row of rows) {
      previous = nextLink(previous, textOf(row))
      if (row.number !== checked + 1 || !row.hash.equals(previous)) {
        return { events: cook.events, firstBroken: checked + 1 }
      }
      checked = row.number
    }
    const whole = checked === cook.events && previous.equals(cook.hash)
    return {
      events: cook.events,
      firstBroken: whole ? null : Math.max(1, Math.min(checked + 1, cook.events)),
    }
  }

  return { begin, append, end, find, events, unfinished, list, verify }
}
