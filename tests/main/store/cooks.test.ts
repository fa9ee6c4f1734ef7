import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import {
  cook,
  description,
  fault,
  folder,
  keeperAt,
  NOON,
  near,
  recipe,
  STOVE,
  keepRecipe,
} from './kitchen.ts'

describe('a cook', () => {
  test('that nobody ended is found again after a restart, with its events in order (law 7)', async () => {
    const directory = folder()
    const before = await near(directory)
    await before.beginCook(cook('s1', NOON, { speed: 20, servings: 3, zones: { pot: 2 } }))
    before.appendCookEvent('s1', { at: NOON + 1000, kind: 'step', data: { index: 1 } })
    before.appendCookEvent('s1', { at: NOON + 2000, kind: 'step', data: { index: 2 } })
    await before.close()

    const after = await near(directory)
    expect(await after.unfinishedCook(null)).toEqual({
      ...cook('s1', NOON, { speed: 20, servings: 3, zones: { pot: 2 } }),
      events: [
        { at: NOON + 1000, kind: 'step', data: { index: 1 } },
        { at: NOON + 2000, kind: 'step', data: { index: 2 } },
      ],
    })
  })

  test('that ended is no longer unfinished, and the first end stands', async () => {
    const store = await near(folder())
    await store.beginCook(cook('s1'))
    await store.endCook('s1', NOON + 60_000, 'finished')
    await store.endCook('s1', NOON + 90_000, 'abandoned')
    expect(await store.unfinishedCook(null)).toBeNull()
    expect(await store.listCooks(null, 10)).toMatchObject([
      { session: 's1', end: 'finished', startedAtWall: NOON, endedAtWall: NOON + 60_000 },
    ])
  })

  test('belongs to its stove', async () => {
    const store = await near(folder())
    await store.beginCook(cook('a', NOON, { stove: 'stove-a' }))
    await store.beginCook(cook('b', NOON + 1, { stove: 'stove-b' }))
    expect((await store.unfinishedCook('stove-a'))?.session).toBe('a')
    expect((await store.unfinishedCook('stove-b'))?.session).toBe('b')
    expect((await store.unfinishedCook(null))?.session).toBe('b')
    expect(await store.unfinishedCook('stove-c')).toBeNull()
  })

  test('keeps its recipe as it was, whatever becomes of the recipe', async () => {
    const store = await near(folder())
    await keepRecipe(store, recipe())
    await store.beginCook(cook('s1'))
    await store.removeRecipe('onion-soup')
    expect((await store.unfinishedCook(null))?.recipe).toEqual(recipe())
  })

  test('cannot begin twice, and one that never began cannot end', async () => {
    const store = await near(folder())
    await store.beginCook(cook('s1'))
    await expect(store.beginCook(cook('s1'))).rejects.toMatchObject({ code: 'cook-known' })
    await expect(store.endCook('s2', NOON, 'finished')).rejects.toMatchObject({ code: 'cook-unknown' })
  })

  test('counts the faults of its stove in its time', async () => {
    const store = await near(folder())
    store.appendLog(STOVE, [fault(NOON - 1), fault(NOON + 1), fault(NOON + 2), fault(NOON + 11)])
    store.appendLog('another', [fault(NOON + 3)])
    await store.beginCook(cook('s1'))
    await store.endCook('s1', NOON + 10, 'interrupted')
    expect(await store.listCooks(null, 10)).toMatchObject([{ faults: 2, end: 'interrupted' }])
  })

  test('on a stove that is virtual says so in the history (law 9)', async () => {
    const store = await near(folder())
    store.rememberStove(description({ id: 'v', virtual: true }), NOON, 'virtual:')
    store.rememberStove(description({ id: 'r', virtual: false }), NOON, 'virtual:')
    await store.beginCook(cook('on-virtual', NOON, { stove: 'v' }))
    await store.beginCook(cook('on-real', NOON + 1, { stove: 'r' }))
    const listed = await store.listCooks(null, 10)
    expect(listed.map(({ session, virtual }) => [session, virtual])).toEqual([
      ['on-real', false],
      ['on-virtual', true],
    ])
  })
})

test('the history comes in pages, newest first', async () => {
  const store = await near(folder())
  for (let i = 0; i < 7; i++) await store.beginCook(cook(`s${i}`, NOON + i))
  const seen: string[] = []
  let before: number | null = null
  for (;;) {
    const page = await store.listCooks(before, 3)
    if (page.length === 0) break
    seen.push(...page.map((one) => one.session))
    before = page.at(-1)?.startedAtWall ?? null
  }
  expect(seen).toEqual(['s6', 's5', 's4', 's3', 's2', 's1', 's0'])
})

describe('the events of a cook', () => {
  async function tamperedWith(sql: string) {
    const directory = folder()
    const { keeper } = await keeperAt(directory)
    keeper.write(({ cooks }) => cooks.begin(cook('s1')))
    for (let i = 1; i <= 5; i++) {
      keeper.append({
        type: 'event',
        session: 's1',
        event: { at: NOON + i, kind: 'step', data: { index: i } },
      })
    }
    keeper.close()
    const db = new Database(`${directory}/smarttop.db`)
    db.exec('DROP TRIGGER cook_events_never_change; DROP TRIGGER cook_events_never_shrink')
    db.exec(sql)
    db.close()
    const store = await near(directory)
    return store.verifyCook('s1')
  }

  test.each<[string, number | null]>([
    ['SELECT 1', null],
    [`UPDATE cook_events SET data = '{"index":9}' WHERE number = 3`, 3],
    ['DELETE FROM cook_events WHERE number = 2', 2],
    ['DELETE FROM cook_events WHERE number >= 4', 4],
    ['DELETE FROM cook_events', 1],
    ['UPDATE cooks SET began_at = began_at - 1', 1],
  ])('after %s are broken at %s', async (sql, firstBroken) => {
    expect(await tamperedWith(sql)).toEqual({ events: 5, firstBroken })
  })

  test('cannot be changed or removed', async () => {
    const { keeper } = await keeperAt(':memory:')
    keeper.write(({ cooks }) => cooks.begin(cook('s1')))
    keeper.append({ type: 'event', session: 's1', event: { at: NOON, kind: 'step', data: {} } })
    keeper.flush()
    expect(() => keeper.db.exec('UPDATE cook_events SET at = 1')).toThrow('append-only')
    expect(() => keeper.db.exec('DELETE FROM cook_events')).toThrow('append-only')
  })

  test('of a cook that never began are left out and stop nothing else', async () => {
    const { keeper } = await keeperAt(':memory:')
    keeper.append({ type: 'event', session: 'nobody', event: { at: NOON, kind: 'step', data: {} } })
    keeper.append({ type: 'log', stove: STOVE, entries: [fault(NOON)] })
    expect(keeper.flush()).toBe(true)
    expect(keeper.tables.log.head().rows).toBe(1)
  })

  test('of an unknown cook cannot be checked', async () => {
    const store = await near(folder())
    expect(await store.verifyCook('nobody')).toBeNull()
  })
})
