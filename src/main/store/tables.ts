import type Database from 'better-sqlite3'
import { cookTables } from './cooks.ts'
import { graphs } from './graph.ts'
import { logTable } from './log.ts'
import { recipeTable } from './recipes.ts'
import { retention } from './retention.ts'
import { settingsTable } from './settings.ts'
import { stoveTable } from './stoves.ts'
import { telemetryTables } from './telemetry.ts'

/** Every family of queries, prepared on one open database. */
export const tablesOf = (db: Database.Database) => ({
  log: logTable(db),
  stoves: stoveTable(db),
  telemetry: telemetryTables(db),
  retention: retention(db),
  settings: settingsTable(db),
  recipes: recipeTable(db),
  cooks: cookTables(db),
  graphs: graphs(db),
})

export type Tables = ReturnType<typeof tablesOf>
