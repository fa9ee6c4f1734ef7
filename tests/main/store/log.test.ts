import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { milliseconds } from '../../../src/core/units/quantities.ts'
import { logTable } from '../../../src/main/store/log.ts'
import { entry, fault, folder, keeperAt, NOON, near, STOVE } from './kitchen.ts'

const at = (directory: string): string => `${directory}/smarttop.db`

/** Writes a log of ten rows, closes the kitchen, does something to the file behind its back. */
async function tamperedWith(tamper: (db: Database.Database, directory: string) => void) {
  const directory = folder()
  const first = await keeperAt(directory)
  for (let i = 0; i < 10; i++) {
    first.keeper.append({ type: 'log', stove: STOVE, entries: [entry(NOON + i, i / 10)] })
  }
  expect(first.keeper.flush()).toBe(true)
  first.keeper.close()
  const db = new Database(at(directory))
  for (const trigger of ['log_never_changes', 'log_never_shrinks', 'log_only_grows']) {
    db.exec(`DROP TRIGGER ${trigger}`)
  }
  tamper(db, directory)
  db.close()
  const store = await near(directory)
  return { store, directory }
}

describe('the log', () => {
  test('of a new kitchen is empty and whole', async () => {
    const store = await near(folder())
    expect(await store.verifyLog()).toEqual({ rows: 0, firstBroken: null })
  })

  test('is whole after any entries, in any batches, over any restarts', async () => {
    const details = fc.dictionary(
      fc.string(),
      fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.integer(), fc.boolean(), fc.constant(null)),
    )
    const entries = fc.array(
      fc.record({ at: fc.integer({ min: 0, max: 4e12 }), by: fc.string({ unit: 'binary' }), details }),
      { maxLength: 8 },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(entries, { maxLength: 5 }), async (batches) => {
        const { keeper } = await keeperAt(':memory:')
        let rows = 0
        for (const batch of batches) {
          keeper.append({
            type: 'log',
            stove: STOVE,
            entries: batch.map((one) => ({ ...one, at: milliseconds(one.at), kind: 'heat', zone: null })),
          })
          rows += batch.length
          expect(keeper.flush()).toBe(true)
        }
        const check = await keeper.tables.log.verify(null, async () => {})
        expect(check).toEqual({ rows, firstBroken: null })
      }),
      { numRuns: 40 },
    )
  })

  test('goes on with its chain after a restart', async () => {
    const directory = folder()
    for (let start = 0; start < 3; start++) {
      const { keeper } = await keeperAt(directory)
      keeper.append({ type: 'log', stove: STOVE, entries: [entry(NOON + start)] })
      keeper.close()
    }
    const store = await near(directory)
    expect(await store.verifyLog()).toEqual({ rows: 3, firstBroken: null })
  })

  test('takes appends while it is being checked', async () => {
    const { keeper } = await keeperAt(':memory:')
    const append = (count: number): void => {
      keeper.append({ type: 'log', stove: STOVE, entries: Array.from({ length: count }, () => entry(NOON)) })
      expect(keeper.flush()).toBe(true)
    }
    append(5000)
    let pauses = 0
    const check = await keeper.tables.log.verify(null, async () => {
      pauses += 1
      append(10)
    })
    expect(pauses).toBeGreaterThan(1)
    expect(check).toEqual({ rows: 5000, firstBroken: null })
  })

  test('tells what it knows of one stove only', async () => {
    const { keeper } = await keeperAt(':memory:')
    keeper.append({ type: 'log', stove: 'a', entries: [fault(NOON)] })
    keeper.append({ type: 'log', stove: 'b', entries: [fault(NOON, 'too-hot')] })
    keeper.flush()
    expect(keeper.tables.log.entries('b', NOON, NOON).map((row) => row.details['code'])).toEqual(['too-hot'])
  })

  test('replaces an entry that the database refuses by a note, and loses none of its neighbours', async () => {
    const { keeper } = await keeperAt(':memory:')
    const wrong = { ...entry(NOON), zone: 1.5 }
    keeper.append({ type: 'log', stove: STOVE, entries: [entry(NOON)] })
    keeper.append({ type: 'log', stove: STOVE, entries: [wrong] })
    keeper.append({ type: 'log', stove: STOVE, entries: [entry(NOON)] })
    expect(keeper.flush()).toBe(true)
    expect(await keeper.tables.log.verify(null, async () => {})).toEqual({ rows: 3, firstBroken: null })
    expect(keeper.tables.log.entries('', NOON, NOON)[0]?.details['code']).toBe('entry-refused')
  })
})

describe('the database itself', () => {
  test.each([
    'UPDATE log SET zone = 2 WHERE id = 1',
    'DELETE FROM log WHERE id = 1',
    'DELETE FROM log',
    `INSERT OR REPLACE INTO log VALUES (1, 's', 1, 'heat', 1, 'x', '{}', zeroblob(32))`,
    `UPDATE OR REPLACE log SET id = 2 WHERE id = 1`,
  ])('refuses: %s', async (sql) => {
    const { keeper } = await keeperAt(':memory:')
    keeper.append({ type: 'log', stove: STOVE, entries: [entry(NOON), entry(NOON)] })
    keeper.flush()
    expect(() => keeper.db.exec(sql)).toThrow('append-only')
  })
})

describe('tampering shows', () => {
  test.each<[string, number, (db: Database.Database) => void]>([
    ['a changed figure', 4, (db) => db.exec(`UPDATE log SET details = '{"share":0.9}' WHERE id = 4`)],
    ['a changed time', 1, (db) => db.exec('UPDATE log SET at = at + 1 WHERE id = 1')],
    ['a changed name', 9, (db) => db.exec(`UPDATE log SET by = 'nobody' WHERE id = 9`)],
    ['another stove', 2, (db) => db.exec(`UPDATE log SET stove = 'other' WHERE id = 2`)],
    ['a removed row', 5, (db) => db.exec('DELETE FROM log WHERE id = 5')],
    ['a removed first row', 1, (db) => db.exec('DELETE FROM log WHERE id = 1')],
    [
      'removed rows, renumbered',
      5,
      (db) => db.exec('DELETE FROM log WHERE id = 5; UPDATE log SET id = id - 1 WHERE id > 5'),
    ],
    [
      'two rows exchanged',
      3,
      (db) =>
        db.exec(
          'UPDATE log SET id = 99 WHERE id = 3; UPDATE log SET id = 3 WHERE id = 7; UPDATE log SET id = 7 WHERE id = 99',
        ),
    ],
    ['a cut end', 8, (db) => db.exec('DELETE FROM log WHERE id >= 8')],
    [
      'a cut end with the head put right, by the head file',
      8,
      (db) => {
        db.exec('DELETE FROM log WHERE id >= 8')
        db.exec('UPDATE log_head SET rows = 7, hash = (SELECT hash FROM log WHERE id = 7)')
      },
    ],
    [
      'a row put in at the end',
      11,
      (db) => db.exec(`INSERT INTO log VALUES (11, 's', 1, 'heat', 1, 'x', '{}', zeroblob(32))`),
    ],
    ['a head set back', 1, (db) => db.exec('UPDATE log_head SET rows = 0')],
    ['everything removed', 1, (db) => db.exec('DELETE FROM log')],
  ])('%s', async (_, firstBroken, tamper) => {
    const { store } = await tamperedWith(tamper)
    expect((await store.verifyLog()).firstBroken).toBe(firstBroken)
  })

  test('a last row rewritten with a fitting chain, by the head file', async () => {
    const { store } = await tamperedWith((db) => {
      const seed = String(db.prepare('SELECT seed FROM log_head').pluck().get())
      db.exec(`DELETE FROM log WHERE id = 10`)
      db.exec('UPDATE log_head SET rows = 9, hash = (SELECT hash FROM log WHERE id = 9)')
      expect(logTable(db).append(STOVE, [entry(NOON, 1)]).seed).toBe(seed)
    })
    expect((await store.verifyLog()).firstBroken).toBe(10)
  })

  test('and cannot be covered up by what is written after it, over any restarts', async () => {
    const { store, directory } = await tamperedWith((db) => {
      db.exec('DELETE FROM log WHERE id >= 8')
      db.exec('UPDATE log_head SET rows = 7, hash = (SELECT hash FROM log WHERE id = 7)')
    })
    for (let i = 0; i < 20; i++) store.appendLog(STOVE, [entry(NOON)])
    expect(await store.verifyLog()).toEqual({ rows: 27, firstBroken: 10 })
    await store.close()
    const again = await near(directory)
    expect(await again.verifyLog()).toEqual({ rows: 27, firstBroken: 10 })
  })

  test('and writing goes on behind it', async () => {
    const { store } = await tamperedWith((db) => db.exec('DELETE FROM log WHERE id >= 8'))
    store.appendLog(STOVE, [entry(NOON)])
    expect(await store.flush()).toBe(true)
    expect(await store.verifyLog()).toEqual({ rows: 11, firstBroken: 8 })
  })

  test('and writing goes on after a head set back', async () => {
    const { store } = await tamperedWith((db) => {
      db.exec('UPDATE log_head SET rows = 4, hash = (SELECT hash FROM log WHERE id = 4)')
    })
    expect(await store.verifyLog()).toEqual({ rows: 10, firstBroken: 5 })
    store.appendLog(STOVE, [entry(NOON)])
    expect(await store.flush()).toBe(true)
    expect(await store.verifyLog()).toEqual({ rows: 11, firstBroken: 11 })
  })

  test('nothing done to the file is nothing found', async () => {
    const { store } = await tamperedWith(() => {})
    expect(await store.verifyLog()).toEqual({ rows: 10, firstBroken: null })
  })
})
