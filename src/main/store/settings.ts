import type Database from 'better-sqlite3'
import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '#contract/settings.ts'

/** The kitchen's settings, one row each. */
export function settingsTable(db: Database.Database) {
  const all = db.prepare<[], { name: string; value: string }>('SELECT name, value FROM settings')
  const write = db.prepare(
    'INSERT INTO settings VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  )

  /**
   * What is missing, broken or of a meaning we no longer know takes its default, alone: one bad value never costs
   * the others. A row that we do not know (of a newer or older SmartTop) is left where it is.
   */
  function read(): Settings {
    const found = new Map(all.all().map((row) => [row.name, row.value]))
    const known: Record<string, unknown> = {}
    for (const [name, schema] of Object.entries(settingsSchema.shape)) {
      const parsed = schema.safeParse(fromJson(found.get(name)))
      if (parsed.success) known[name] = parsed.data
    }
    return settingsSchema.parse({ ...DEFAULT_SETTINGS, ...known })
  }

  /** To be called inside a transaction. */
  function save(settings: Settings): void {
    const valid = settingsSchema.parse(settings)
    for (const [name, value] of Object.entries(valid)) write.run(name, JSON.stringify(value))
  }

  return { read, save }
}

function fromJson(text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
