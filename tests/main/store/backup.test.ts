import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { stamp, stampedAt } from '../../../src/main/store/dated.ts'
import { APPLICATION_ID } from '../../../src/main/store/header.ts'
import { findPlaces, systemMedia } from '../../../src/main/store/places.ts'
import { cook, entry, folder, NOON, opened, reading, recipe, report, STOVE, keepRecipe } from './kitchen.ts'

/** A kitchen with a stick in it. */
async function kitchen() {
  const directory = folder()
  const media = folder()
  const stick = join(media, 'stick')
  mkdirSync(stick)
  const store = await opened(directory, { media: { roots: [media], mountedOnly: false } })
  return { store, directory, media, stick }
}

describe('places for backups', () => {
  test("are the media that are there and the kitchen's own folder", async () => {
    const { store, directory, stick } = await kitchen()
    const places = await store.backupPlaces()
    expect(places.map(({ path }) => path)).toEqual([stick, join(directory, 'backups')])
    expect(places[0]?.name).toBe('stick')
    for (const place of places) expect(place.freeBytes).toBeGreaterThan(0)
  })

  test('are only true mounts outside of tests: a folder under /media is no stick', async () => {
    const media = folder()
    mkdirSync(join(media, 'no-stick'))
    expect(await findPlaces(null, { roots: [media], mountedOnly: true }, 'linux')).toEqual([])
  })

  test('can be looked for on every system without harm', async () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      expect(Array.isArray(await findPlaces(null, systemMedia(platform), platform))).toBe(true)
    }
  })

  test.each(['/etc', '/', '..', 'stick', ''])('are not %j, whoever asks', async (path) => {
    const { store } = await kitchen()
    await expect(store.backupFiles(path)).rejects.toMatchObject({ code: 'backup-elsewhere' })
    await expect(store.writeBackup(path)).rejects.toMatchObject({ code: 'backup-elsewhere' })
    await expect(store.restoreBackup(join(path, 'smarttop.db'))).rejects.toMatchObject({
      code: 'backup-elsewhere',
    })
  })
})

describe('a backup', () => {
  test('is one dated file that is whole and holds everything, while appends go on', async () => {
    const { store, stick } = await kitchen()
    store.appendLog(STOVE, [entry(NOON)])
    const making = store.writeBackup(stick)
    store.appendLog(STOVE, [entry(NOON + 1)])
    const made = await making
    expect(made).toMatchObject({ name: 'smarttop-20261123-120000Z.db', madeAtWall: NOON })
    expect(readdirSync(stick)).toEqual([made.name])
    const copy = new Database(made.path, { readonly: true })
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(copy.pragma('journal_mode', { simple: true })).toBe('delete')
    expect(Number(copy.prepare('SELECT count(*) FROM log').pluck().get())).toBeGreaterThanOrEqual(1)
    copy.close()
    expect(await store.backupFiles(stick)).toEqual([made])
    expect(await store.verifyLog()).toEqual({ rows: 2, firstBroken: null })
  })

  test('never takes the place of another', async () => {
    const { store, stick } = await kitchen()
    const [first, second] = await Promise.all([store.writeBackup(stick), store.writeBackup(stick)])
    expect(first?.path).not.toBe(second?.path)
    expect(await store.backupFiles(stick)).toHaveLength(2)
  })

  test("can go into the kitchen's own folder and leaves nothing half made", async () => {
    const { store, directory } = await kitchen()
    const own = join(directory, 'backups')
    const made = await store.writeBackup(own)
    expect(readdirSync(own)).toEqual([made.name])
  })

  test('restored is the kitchen as it was, and the present one is kept', async () => {
    const { store, directory, stick } = await kitchen()
    await keepRecipe(store, recipe('old'))
    store.appendLog(STOVE, [entry(NOON)])
    store.appendTelemetry(STOVE, NOON, report(reading(77)))
    const made = await store.writeBackup(stick)

    await keepRecipe(store, recipe('new'))
    await store.beginCook(cook('s1'))
    store.appendLog(STOVE, [entry(NOON + 1), entry(NOON + 2)])
    await store.restoreBackup(made.path)

    expect((await store.ownRecipes()).map(({ id }) => id)).toEqual(['old'])
    expect(await store.listCooks(null, 10)).toEqual([])
    expect((await store.residual(STOVE))[0]?.surface).toBe(77)
    // One entry of then, and one that says what happened: the head file knows, nothing looks tampered with.
    expect(await store.verifyLog()).toEqual({ rows: 2, firstBroken: null })
    store.appendLog(STOVE, [entry(NOON + 3)])
    expect(await store.verifyLog()).toEqual({ rows: 3, firstBroken: null })

    const own = await store.backupFiles(join(directory, 'backups'))
    expect(own.map(({ name }) => name)).toEqual(['smarttop-before-restore-20261123-120000Z.db'])
    await store.restoreBackup(own[0]?.path ?? '')
    expect((await store.ownRecipes()).map(({ id }) => id)).toEqual(['new', 'old'])
    expect((await store.unfinishedCook(null))?.session).toBe('s1')
    expect(await store.verifyLog()).toEqual({ rows: 4, firstBroken: null })
  })

  test('being restored loses no append and answers who asks meanwhile', async () => {
    const { store, stick } = await kitchen()
    const made = await store.writeBackup(stick)
    let done = false
    const restoring = store.restoreBackup(made.path).finally(() => {
      done = true
    })
    while (!done) {
      store.appendLog(STOVE, [entry(NOON)])
      await Promise.all([store.settings(), store.settings(), store.listCooks(null, 1)])
    }
    await restoring
    for (let i = 0; i < 5; i++) store.appendLog(STOVE, [entry(NOON)])
    expect((await store.verifyLog()).firstBroken).toBeNull()
  })

  test.each<[string, string, (path: string, good: string) => void]>([
    ['missing', 'backup-missing', () => {}],
    ['no database', 'backup-foreign', (path) => writeFileSync(path, 'holiday photos '.repeat(100))],
    ['empty', 'backup-foreign', (path) => writeFileSync(path, '')],
    ['a folder', 'backup-foreign', (path) => mkdirSync(path)],
    [
      'the database of another program',
      'backup-foreign',
      (path) => {
        const other = new Database(path)
        other.exec('CREATE TABLE photos (id INTEGER)')
        other.close()
      },
    ],
    [
      'of a newer SmartTop',
      'backup-newer',
      (path) => {
        const newer = new Database(path)
        newer.exec(
          `CREATE TABLE x (id INTEGER); PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 99`,
        )
        newer.close()
      },
    ],
    [
      'damaged',
      'backup-damaged',
      (path, good) => {
        const bytes = readFileSync(good)
        bytes.fill(0xa5, 4096, 16_384)
        writeFileSync(path, bytes)
      },
    ],
    [
      'cut short',
      'backup-damaged',
      (path, good) => writeFileSync(path, readFileSync(good).subarray(0, 20_480)),
    ],
  ])('that is %s is refused with %s, and nothing changes', async (_, code, make) => {
    const { store, directory, stick } = await kitchen()
    await keepRecipe(store, recipe('kept'))
    const good = await store.writeBackup(stick)
    const path = join(stick, 'smarttop-strange.db')
    make(path, good.path)
    await expect(store.restoreBackup(path)).rejects.toMatchObject({ code })
    expect((await store.ownRecipes()).map(({ id }) => id)).toEqual(['kept'])
    expect(await store.flush()).toBe(true)
    expect(existsSync(join(directory, 'smarttop-incoming.db'))).toBe(false)
    const listed = (await store.backupFiles(stick)).map(({ name }) => name)
    if (code === 'backup-foreign' || code === 'backup-missing') expect(listed).toEqual([good.name])
  })

  test('cannot be asked for through a way out of its place', async () => {
    const { store, directory, media, stick } = await kitchen()
    const outside = join(directory, 'smarttop-elsewhere.db')
    const good = await store.writeBackup(stick)
    copyFileSync(good.path, outside)
    const winding = `${stick}/../../${directory.split('/').at(-1)}/smarttop-elsewhere.db`
    await expect(store.restoreBackup(winding)).rejects.toMatchObject({ code: 'backup-elsewhere' })
    if (process.platform !== 'win32') symlinkSync(directory, join(media, 'linked'))
    expect((await store.backupPlaces()).map(({ name }) => name)).toEqual(['stick', 'backups'])
  })
})

test('a date in a name is read as it was written', () => {
  expect(stampedAt(`smarttop-${stamp(NOON)}-2.db`)).toBe(NOON)
  expect(stampedAt('smarttop.db')).toBeNull()
})
