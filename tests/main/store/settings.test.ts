import { describe, expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../src/contract/settings.ts'
import { writeRecipe } from '../../../src/core/recipe/write.ts'
import { libraryRecipe } from '../../core/recipe/library.ts'
import { description, folder, keeperAt, NOON, near, recipe, STOVE, keepRecipe } from './kitchen.ts'

const set = (name: string, value: string): string =>
  `INSERT OR REPLACE INTO settings VALUES ('${name}', '${value}')`

describe('settings', () => {
  test('of a new kitchen are the defaults', async () => {
    expect(await (await near(folder())).settings()).toEqual(DEFAULT_SETTINGS)
  })

  test('survive a restart', async () => {
    const directory = folder()
    const changed = { ...DEFAULT_SETTINGS, setUp: true, circuitAmperes: 10, stoveAddress: 'virtual:?seed=7' }
    const before = await near(directory)
    await before.saveSettings(changed)
    await before.close()
    expect(await (await near(directory)).settings()).toEqual(changed)
  })

  test('that are broken or unknown take their defaults alone', async () => {
    const { keeper } = await keeperAt(':memory:')
    const saved = { ...DEFAULT_SETTINGS, setUp: true, language: 'de', altitudeMetres: 540 } as const
    keeper.write(({ settings }) => settings.save(saved))
    keeper.db.exec(set('language', '"klingon"'))
    keeper.db.exec(set('altitudeMetres', '{not json'))
    keeper.db.exec(set('circuitAmperes', '"16"'))
    keeper.db.exec(set('fromTheFuture', 'true'))
    expect(keeper.read(({ settings }) => settings.read())).toEqual({ ...DEFAULT_SETTINGS, setUp: true })
    keeper.write(({ settings }) => settings.save(DEFAULT_SETTINGS))
    expect(keeper.db.prepare(`SELECT value FROM settings WHERE name = 'fromTheFuture'`).pluck().get()).toBe(
      'true',
    )
  })

  test('that are none are refused and change nothing', async () => {
    const store = await near(folder())
    await expect(store.saveSettings({ ...DEFAULT_SETTINGS, volume: 2 })).rejects.toThrow()
    expect(await store.settings()).toEqual(DEFAULT_SETTINGS)
  })
})

describe('zone names', () => {
  test('are kept for each stove, also for one never connected', async () => {
    const directory = folder()
    const before = await near(directory)
    before.rememberStove(description(), NOON, 'virtual:')
    expect(await before.zoneNames(STOVE)).toBeNull()
    await before.nameZones(STOVE, ['left', 'right'])
    await before.nameZones('another', ['only'])
    before.rememberStove(description({ firmware: '2' }), NOON + 1, 'virtual:')
    await before.close()
    const after = await near(directory)
    expect(await after.zoneNames(STOVE)).toEqual(['left', 'right'])
    expect(await after.zoneNames('another')).toEqual(['only'])
    expect(await after.zoneNames('never seen')).toBeNull()
  })
})

describe('recipes of the household', () => {
  test('are kept, replaced by id and removed', async () => {
    const store = await near(folder())
    await keepRecipe(store, recipe('b'))
    await keepRecipe(store, recipe('a'))
    await keepRecipe(store, { ...recipe('b'), author: 'Juno' })
    expect((await store.ownRecipes()).map(({ id, author }) => [id, author])).toEqual([
      ['a', 'Rami'],
      ['b', 'Juno'],
    ])
    expect(await store.ownRecipe('b')).toMatchObject({ title: recipe().title, author: 'Juno' })
    expect(await store.ownRecipe('c')).toBeNull()
    expect(await store.removeRecipe('a')).toBe(true)
    expect(await store.removeRecipe('a')).toBe(false)
    expect((await store.ownRecipes()).map(({ id }) => id)).toEqual(['b'])
  })

  test('are read from text that comes in parts; what is no recipe is not kept', async () => {
    const store = await near(folder())
    const text = writeRecipe(libraryRecipe('onion-soup.json'))
    const parts = [text.slice(0, 700), text.slice(700, 701), text.slice(701)]
    expect(await store.addRecipe(parts)).toMatchObject({
      kind: 'kept',
      recipe: { id: 'onion-soup', origin: 'own' },
    })
    expect(await store.ownRecipe('onion-soup')).toEqual(libraryRecipe('onion-soup.json'))
    expect(await store.addRecipe(parts.slice(1))).toMatchObject({
      kind: 'invalid',
      problems: [{ code: 'not-json' }],
    })
    expect(await store.ownRecipes()).toHaveLength(1)
  })

  test('that cannot be read hide none of the others', async () => {
    const { keeper } = await keeperAt(':memory:')
    keeper.write(({ recipes }) => recipes.save(recipe('good'), NOON))
    keeper.db.exec(`INSERT INTO recipes VALUES ('bad', '{cut', 1), ('swapped', '{"id":"good"}', 1)`)
    expect(keeper.read(({ recipes }) => recipes.list()).map(({ id }) => id)).toEqual(['good'])
  })
})

describe('what a restart must not forget', () => {
  test('the stove that was last seen at an address is known before it answers', async () => {
    const directory = folder()
    const before = await near(directory)
    before.rememberStove(description({ id: 'old' }), NOON, 'serial:/dev/ttyACM0')
    before.rememberStove(description({ id: 'new' }), NOON + 1, 'serial:/dev/ttyACM0')
    before.rememberStove(description({ id: 'other' }), NOON + 2, 'virtual:')
    await before.close()
    const after = await near(directory)
    expect((await after.lastStove('serial:/dev/ttyACM0'))?.id).toBe('new')
    expect(await after.lastStove('tcp:nowhere:1')).toBeNull()
  })

  test('the timers of each stove come back as they were kept last', async () => {
    const directory = folder()
    const timer = {
      id: 't',
      label: 'eggs',
      duration: 60_000,
      endsAt: 90_000,
      remaining: 60_000,
      state: 'running',
    } as const
    const kept = { at: NOON, cookAt: 30_000, speed: 1, timers: [timer] }
    const before = await near(directory)
    before.keepTimers(STOVE, { ...kept, timers: [] })
    before.keepTimers(STOVE, kept)
    await before.close()
    const after = await near(directory)
    expect(await after.timers(STOVE)).toEqual(kept)
    expect(await after.timers('another')).toBeNull()
  })
})
