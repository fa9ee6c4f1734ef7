import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { schemaOf } from '../../../src/main/store/migrate.ts'
import { MIGRATIONS } from '../../../src/main/store/migrations/index.ts'
import { entry, folder, keeperAt, NOON, STOVE } from './kitchen.ts'

const second = { version: 2, name: 'second', sql: 'CREATE TABLE later (id INTEGER) STRICT' }
const third = { version: 3, name: 'third', sql: 'ALTER TABLE later ADD COLUMN more TEXT' }
const broken = { version: 2, name: 'broken', sql: 'CREATE TABLE later (id INTEGER) STRICT; SELECT nonsense' }

async function withOneEntry(directory: string): Promise<void> {
  const { keeper } = await keeperAt(directory)
  keeper.append({ type: 'log', stove: STOVE, entries: [entry(NOON)] })
  keeper.close()
}

describe('migrations', () => {
  test('are numbered from one without a gap', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1))
  })

  test('make every table strict', async () => {
    const { keeper } = await keeperAt(':memory:')
    const loose = keeper.db
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
      )
      .pluck()
      .all()
    expect(loose).toEqual([])
  })

  test('copy nothing when the kitchen is new', async () => {
    const directory = folder()
    const { keeper } = await keeperAt(directory)
    expect(schemaOf(keeper.db)).toBe(1)
    expect(existsSync(join(directory, 'backups'))).toBe(false)
  })

  test('each keep a copy of the database from before, whole and named', async () => {
    const directory = folder()
    await withOneEntry(directory)
    const { keeper } = await keeperAt(directory, { migrations: [...MIGRATIONS, second, third] })
    expect(schemaOf(keeper.db)).toBe(3)
    expect(keeper.tables.log.head().rows).toBe(1)
    const copies = readdirSync(join(directory, 'backups')).sort()
    expect(copies).toEqual([
      'smarttop-before-schema-2-20261123-120000Z.db',
      'smarttop-before-schema-3-20261123-120000Z.db',
    ])
    copies.forEach((name, index) => {
      const copy = new Database(join(directory, 'backups', name))
      expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(schemaOf(copy)).toBe(index + 1)
      expect(copy.prepare('SELECT count(*) FROM log').pluck().get()).toBe(1)
      copy.close()
    })
  })

  test('that fail leave the database as it was and say so', async () => {
    const directory = folder()
    await withOneEntry(directory)
    await expect(keeperAt(directory, { migrations: [...MIGRATIONS, broken] })).rejects.toMatchObject({
      code: 'storage-migration-failed',
      figures: { schema: 2 },
    })
    const { keeper } = await keeperAt(directory)
    expect(schemaOf(keeper.db)).toBe(1)
    expect(keeper.tables.log.head().rows).toBe(1)
    expect(keeper.aside.file).toBeNull()
  })
})
