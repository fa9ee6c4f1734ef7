import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../src/contract/settings.ts'
import { suspectMark } from '../../../src/main/store/database.ts'
import { APPLICATION_ID } from '../../../src/main/store/header.ts'
import { cookGraph } from '../../../src/main/store/cook-graph.ts'
import { cook, entry, folder, keeperAt, NOON, near, reading, recipe, report, STOVE } from './kitchen.ts'

const PAGE = 4096

/** A kitchen that has lived: settings, recipes, twenty cooks with events, telemetry, a log. */
async function livedIn(directory: string): Promise<void> {
  const { keeper } = await keeperAt(directory)
  keeper.write(({ settings, recipes, stoves }) => {
    settings.save({ ...DEFAULT_SETTINGS, setUp: true, language: 'de' })
    recipes.save(recipe('own-one'), NOON)
    stoves.nameZones(STOVE, ['left'])
  })
  keeper.write(({ cooks }) => {
    for (let i = 0; i < 20; i++) {
      const story = { en: `Cook ${i}: ${'a long story. '.repeat(200)}` }
      cooks.begin(cook(`s${i}`, NOON + i * 600_000, { recipe: { ...recipe(), story } }))
    }
  })
  for (let i = 0; i < 20; i++) {
    const began = NOON + i * 600_000
    keeper.append({ type: 'event', session: `s${i}`, event: { at: began, kind: 'step', data: { index: 1 } } })
    for (let at = began; at < began + 120_000; at += 1000) {
      keeper.append({ type: 'telemetry', stove: STOVE, at, report: report(reading(60, 500)) })
    }
    keeper.append({ type: 'end', session: `s${i}`, at: began + 120_000, ending: 'finished' })
    keeper.append({ type: 'log', stove: STOVE, entries: [entry(began)] })
  }
  keeper.flush()
  keeper.close()
}

/** The pages on which a table's rows lie. */
function pagesOf(file: string, table: string): readonly number[] {
  const db = new Database(file, { readonly: true })
  const tree = db.prepare<[string], number>(
    `SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno`,
  )
  const pages = tree.pluck().all(table)
  db.close()
  return pages
}

function ruin(file: string, page: number): void {
  const bytes = readFileSync(file)
  bytes.fill(0xa5, (page - 1) * PAGE, page * PAGE)
  writeFileSync(file, bytes)
}

describe('a damaged database', () => {
  test('is set aside whole, a new one is begun, and what can be read is in it', async () => {
    const directory = folder()
    const file = join(directory, 'smarttop.db')
    await livedIn(directory)
    const pages = pagesOf(file, 'cooks')
    ruin(file, pages[Math.floor(pages.length / 2)] ?? 0)
    const ruined = readFileSync(file)

    const store = await near(directory)
    const aside = store.opened.setAside ?? ''
    expect(aside).toMatch(/smarttop-damaged-20261123-120000Z\.db$/)
    expect(readFileSync(aside).equals(ruined)).toBe(true)
    expect(await store.settings()).toMatchObject({ setUp: true, language: 'de' })
    expect((await store.ownRecipes()).map(({ id }) => id)).toEqual(['own-one'])
    expect(await store.zoneNames(STOVE)).toEqual(['left'])

    const cooks = await store.listCooks(null, 100)
    expect(store.opened.salvaged).toEqual({ settings: 16, recipes: 1, cooks: cooks.length })
    expect(cooks.length).toBeGreaterThan(5)
    expect(cooks.length).toBeLessThan(20)
    for (const { session } of cooks) {
      expect(await store.verifyCook(session)).toEqual({ events: 2, firstBroken: null })
      expect((await store.graph(session, 50))?.zones[0]?.mean[0]).toBe(60)
    }
    // The new log says why it is new.
    expect(await store.verifyLog()).toEqual({ rows: 1, firstBroken: null })
    await store.close()
    expect((await near(directory)).opened.setAside).toBeNull()
  })

  test.each([
    ['an essay', Buffer.from('This is no database. '.repeat(100))],
    ['half a header', Buffer.from('SQLite format 3\0')],
    [
      'noise behind the right magic',
      Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8192, 0x5a)]),
    ],
  ])('that is %s is set aside, and nothing can be saved from it', async (_, content) => {
    const directory = folder()
    writeFileSync(join(directory, 'smarttop.db'), content)
    const store = await near(directory)
    expect(readFileSync(store.opened.setAside ?? '').equals(content)).toBe(true)
    expect(store.opened.salvaged).toEqual({ settings: 0, recipes: 0, cooks: 0 })
    expect(await store.settings()).toEqual(DEFAULT_SETTINGS)
  })

  test('of another program is set aside too, as it is', async () => {
    const directory = folder()
    const file = join(directory, 'smarttop.db')
    const other = new Database(file)
    other.exec('CREATE TABLE photos (id INTEGER)')
    other.close()
    const content = readFileSync(file)
    const store = await near(directory)
    expect(readFileSync(store.opened.setAside ?? '').equals(content)).toBe(true)
    expect(await store.settings()).toEqual(DEFAULT_SETTINGS)
  })

  test('never takes the place of one set aside before', async () => {
    const directory = folder()
    const aside: (string | null)[] = []
    for (let i = 0; i < 3; i++) {
      writeFileSync(join(directory, 'smarttop.db'), `no database, number ${i}`)
      const store = await near(directory)
      aside.push(store.opened.setAside)
      await store.close()
    }
    expect(new Set(aside).size).toBe(3)
    expect(aside.map((path) => readFileSync(path ?? '', 'utf8'))).toEqual(
      [0, 1, 2].map((i) => `no database, number ${i}`),
    )
  })

  test('takes its write-ahead log with it', async () => {
    const directory = folder()
    const file = join(directory, 'smarttop.db')
    writeFileSync(file, 'no database')
    writeFileSync(`${file}-wal`, 'what was not yet in it')
    const store = await near(directory)
    expect(readFileSync(`${store.opened.setAside}-wal`, 'utf8')).toBe('what was not yet in it')
  })

  test('met while running is checked wholly at the next start', async () => {
    const directory = folder()
    const file = join(directory, 'smarttop.db')
    await livedIn(directory)
    const { keeper, told } = await keeperAt(directory)
    ruin(file, pagesOfOpen(keeper.db, 'cooks').at(-1) ?? 0)
    keeper.db.pragma('cache_size = 0')
    expect(() => keeper.read(({ cooks }) => cooks.list(null, 100))).toThrow()
    expect(told.at(-1)).toEqual({ kind: 'unwritable', code: 'failed' })
    expect(existsSync(suspectMark(file))).toBe(true)
    keeper.close()
    const store = await near(directory)
    expect(store.opened.setAside).not.toBeNull()
    expect(existsSync(suspectMark(file))).toBe(false)
  })
})

const pagesOfOpen = (db: Database.Database, table: string): readonly number[] =>
  db
    .prepare<[string], number>(
      `SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno`,
    )
    .pluck()
    .all(table)

describe('a database that is whole', () => {
  test('is opened as it is, with its graph', async () => {
    const directory = folder()
    await livedIn(directory)
    const { keeper } = await keeperAt(directory)
    expect(keeper.aside.file).toBeNull()
    expect(cookGraph(keeper.tables, 's3', 100, NOON)?.t.length).toBe(100)
  })

  test('left behind by a start that was cut short is begun again', async () => {
    const directory = folder()
    const unborn = new Database(join(directory, 'smarttop.db'))
    unborn.pragma('journal_mode = WAL')
    unborn.close()
    const store = await near(directory)
    expect(store.opened.setAside).toBeNull()
    expect(await store.flush()).toBe(true)
  })

  test('of a newer SmartTop is refused with a code and not touched', async () => {
    const directory = folder()
    const file = join(directory, 'smarttop.db')
    const newer = new Database(file)
    newer.exec(
      `CREATE TABLE marvel (id INTEGER); PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 99`,
    )
    newer.close()
    const before = { content: readFileSync(file), changed: statSync(file).mtimeMs }
    await expect(near(directory)).rejects.toMatchObject({
      code: 'storage-newer',
      figures: { schema: 99, known: 1 },
    })
    expect(readFileSync(file).equals(before.content)).toBe(true)
    expect(statSync(file).mtimeMs).toBe(before.changed)
    expect(readdirSync(directory)).toEqual(['smarttop.db'])
  })

  test('that another kitchen has open is refused with a code', async () => {
    const directory = folder()
    await near(directory)
    await expect(near(directory)).rejects.toMatchObject({ code: 'storage-busy' })
  })
})
