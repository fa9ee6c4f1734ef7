import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { refuseOldNode } from '../../../src/main/store/node-version.ts'
import type { StoreHealth } from '../../../src/main/store/store.ts'
import {
  cook,
  description,
  entry,
  fault,
  folder,
  near,
  NOON,
  opened,
  reading,
  recipe,
  report,
  STOVE,
  keepRecipe,
} from './kitchen.ts'

describe('the store', () => {
  test('answers in the order of asking what was appended before', async () => {
    const store = await opened(folder())
    for (let i = 1; i <= 20; i++) {
      store.appendTelemetry(STOVE, NOON + i, report(reading(i)))
      store.appendLog(STOVE, [entry(NOON + i)])
      expect((await store.residual(STOVE))[0]?.surface).toBe(i)
      expect((await store.verifyLog()).rows).toBe(i)
    }
  })

  test('says the same over its thread as it does near by, for every question', async () => {
    const answers = await Promise.all(
      [opened(folder()), near(folder())].map(async (opening) => {
        const store = await opening
        store.rememberStove(description(), NOON, 'virtual:')
        store.appendLog(STOVE, [fault(NOON + 1)])
        await store.saveSettings({ ...(await store.settings()), language: 'de' })
        await store.nameZones(STOVE, ['left'])
        await keepRecipe(store, recipe('a'))
        await keepRecipe(store, recipe('b'))
        await store.beginCook(cook('s1'))
        await store.beginCook(cook('s2', NOON + 5))
        for (let at = NOON; at < NOON + 5000; at += 100)
          store.appendTelemetry(STOVE, at, report(reading(50), reading(null)))
        store.appendCookEvent('s1', { at: NOON + 10, kind: 'step', data: { index: 1 } })
        await store.endCook('s1', NOON + 5000, 'finished')
        return [
          await store.settings(),
          await store.zoneNames(STOVE),
          await store.residual(STOVE),
          await store.listCooks(null, 10),
          await store.unfinishedCook(STOVE),
          await store.graph('s1', 100),
          await store.graph('nobody', 100),
          await store.removeRecipe('a'),
          await store.ownRecipes(),
          await store.verifyLog(),
          await store.verifyCook('s1'),
          await store.flush(),
        ]
      }),
    )
    expect(answers[0]).toEqual(answers[1])
  })

  test('keeps nothing in memory beyond its end', async () => {
    const store = await opened(':memory:')
    store.appendLog(STOVE, [entry(NOON)])
    expect(await store.verifyLog()).toEqual({ rows: 1, firstBroken: null })
    expect(await store.backupPlaces()).toEqual([])
    expect(store.opened).toEqual({ setAside: null, salvaged: null })
  })

  test('writes what is pending when it closes, once, and leaves one tidy file', async () => {
    const directory = folder()
    const store = await opened(directory)
    store.appendLog(STOVE, [entry(NOON), entry(NOON)])
    await Promise.all([store.close(), store.close()])
    expect(readdirSync(directory).sort()).toEqual(['smarttop.db', 'smarttop.head'])
    const again = await opened(directory)
    expect(await again.verifyLog()).toEqual({ rows: 2, firstBroken: null })
  })

  test('refuses whoever asks after its end, with a code, and an append then breaks nothing', async () => {
    const store = await opened(folder())
    await store.close()
    store.appendLog(STOVE, [entry(NOON)])
    await expect(store.settings()).rejects.toMatchObject({ code: 'storage-closed' })
  })

  test('tells its health at once, and no more after unsubscribing', async () => {
    const store = await opened(folder())
    const told: StoreHealth[] = []
    const off = store.onHealth((health) => told.push(health))
    expect(told).toEqual([{ kind: 'ok' }])
    off()
  })
})

describe('the version of Node', () => {
  test.each(['18.20.0', '20.19.5', '21.7.3'])(
    '%s is refused in plain words, before SQLite is loaded',
    (version) => {
      expect(() => refuseOldNode(version)).toThrow(
        expect.objectContaining({ code: 'node-too-old', figures: { version, oldest: 22 } }),
      )
    },
  )

  test.each(['22.0.0', '24.21.0', '100.1.0'])('%s is taken', (version) => {
    expect(() => refuseOldNode(version)).not.toThrow()
  })
})
