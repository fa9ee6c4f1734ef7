import { spawnSync } from 'node:child_process'
import { mkdirSync, openSync, rmSync, writeSync, closeSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Keeper } from '../../../src/main/store/keeper.ts'
import { MOST_REPORTS } from '../../../src/main/store/pending.ts'
import type { StoreHealth } from '../../../src/main/store/store.ts'
import {
  cook,
  description,
  entry,
  folder,
  keeperAt,
  NOON,
  opened,
  reading,
  report,
  STOVE,
} from './kitchen.ts'

const FULL: StoreHealth = { kind: 'unwritable', code: 'full' }
const OK: StoreHealth = { kind: 'ok' }

const system = (command: string, ...given: readonly string[]): boolean =>
  spawnSync(command, given, { stdio: 'ignore' }).status === 0

/** A disk of four megabytes; null where we may not mount one. */
function smallDisk(): string | null {
  if (process.platform !== 'linux') return null
  const path = folder()
  if (!system('mount', '-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', path)) return null
  onTestFinished(() => {
    system('umount', '-l', path)
  })
  return path
}
const mayMount = ((): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const path = '/tmp/smarttop-may-mount'
  mkdirSync(path, { recursive: true })
  const may = system('mount', '-t', 'tmpfs', 'tmpfs', path) && system('umount', path)
  rmSync(path, { recursive: true, force: true })
  return may
})()

/** Fills a disk to its last byte; the returned function makes room again. */
function fill(disk: string): () => void {
  const path = join(disk, 'filler')
  const handle = openSync(path, 'w')
  for (const size of [65_536, 4096, 512, 1]) {
    try {
      for (;;) if (writeSync(handle, Buffer.alloc(size, 1)) < size) break
    } catch {
      // No room for so much; try less.
    }
  }
  closeSync(handle)
  return () => {
    rmSync(path)
  }
}

const log = (keeper: Keeper, number: number): void =>
  keeper.append({ type: 'log', stove: STOVE, entries: [{ ...entry(NOON + number), details: { number } }] })

const numbers = (keeper: Keeper): readonly unknown[] =>
  keeper.tables.log.entries(STOVE, 0, Number.MAX_SAFE_INTEGER).map((row) => row.details['number'])

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index)

/** SQLite's own limit on the size of a file, which meets the same code as a full disk. */
const limit = (keeper: Keeper, pages: number | null): void => {
  const present = Number(keeper.db.pragma('page_count', { simple: true }))
  keeper.db.pragma(`max_page_count = ${pages === null ? 1_000_000 : present + pages}`)
}

describe('when the disk is full', () => {
  test('appends say so and nothing already written is lost', async () => {
    const { keeper, told } = await keeperAt(':memory:')
    limit(keeper, 3)
    let count = 0
    while (keeper.health.kind === 'ok') {
      for (let i = 0; i < 20; i++) log(keeper, count++)
      keeper.flush()
    }
    expect(told).toEqual([FULL])
    const written = numbers(keeper)
    expect(written.length).toBeGreaterThan(0)
    expect(written).toEqual(upTo(written.length))
    expect(await keeper.tables.log.verify(null, async () => {})).toEqual({
      rows: written.length,
      firstBroken: null,
    })
  })

  test('what was appended meanwhile is written when there is room again, by itself', async () => {
    const { keeper, told } = await keeperAt(':memory:')
    limit(keeper, 0)
    let count = 0
    while (keeper.health.kind === 'ok') {
      for (let i = 0; i < 20; i++) log(keeper, count++)
      keeper.flush()
    }
    for (let i = 0; i < 100; i++) log(keeper, count++)
    await keeper.recover()
    expect(keeper.health).toEqual(FULL)
    limit(keeper, null)
    await keeper.recover()
    expect(told).toEqual([FULL, OK])
    expect(numbers(keeper)).toEqual(upTo(count))
    expect(await keeper.tables.log.verify(null, async () => {})).toEqual({ rows: count, firstBroken: null })
  })

  test('telemetry gives way, oldest first, and the log never', async () => {
    const { keeper } = await keeperAt(':memory:')
    limit(keeper, 0)
    let at = NOON
    const send = (): void => {
      at += 100
      keeper.append({ type: 'telemetry', stove: STOVE, at, report: report(reading(50)) })
    }
    while (keeper.health.kind === 'ok') {
      for (let i = 0; i < 100; i++) send()
      keeper.flush()
    }
    for (let i = 0; i < 2 * MOST_REPORTS; i++) {
      send()
      if (i % 100 === 0) log(keeper, i / 100)
    }
    expect(keeper.waiting).toBe(MOST_REPORTS)
    limit(keeper, null)
    await keeper.recover()
    expect(numbers(keeper)).toEqual(upTo((2 * MOST_REPORTS) / 100))
    expect(keeper.waiting).toBe(0)
    expect(keeper.tables.telemetry.residual(STOVE)[0]?.at).toBe(at)
  })

  test('a failed commit of telemetry is counted once', async () => {
    const { keeper } = await keeperAt(':memory:')
    const send = (count: number, from: number): void => {
      for (let i = 0; i < count; i++) {
        keeper.append({ type: 'telemetry', stove: STOVE, at: from + i * 100, report: report(reading(50)) })
      }
    }
    send(10, NOON)
    keeper.flush()
    limit(keeper, 6)
    send(3000, NOON + 1000)
    expect(keeper.flush()).toBe(false)
    expect(keeper.flush()).toBe(false)
    limit(keeper, null)
    expect(keeper.flush()).toBe(true)
    const samples = keeper.db.prepare('SELECT sum((length(body) - 2) / 9) FROM telemetry').pluck().get()
    expect(samples).toBe(3010)
    const minutes = keeper.db
      .prepare('SELECT body FROM rollups WHERE width = 60000')
      .pluck()
      .all() as Buffer[]
    const counted = minutes.flatMap((body) =>
      upTo((body.length - 2) / 16).map((i) => body.readUInt16LE(2 + i * 16 + 10)),
    )
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(3010)
  })

  test('it is not called writable again because nothing waits', async () => {
    const { keeper, told } = await keeperAt(':memory:')
    limit(keeper, 0)
    expect(() => {
      for (let i = 0; i < 500; i++) keeper.write(({ cooks }) => cooks.begin(cook(`s${i}`)))
    }).toThrow()
    expect(keeper.flush()).toBe(false)
    expect(told).toEqual([FULL])
  })

  test('whoever waits for a write is told, and reading goes on', async () => {
    const { keeper } = await keeperAt(':memory:')
    keeper.write(({ cooks }) => cooks.begin(cook('before')))
    limit(keeper, 0)
    const many = () => {
      for (let i = 0; i < 500; i++) keeper.write(({ cooks }) => cooks.begin(cook(`s${i}`)))
    }
    expect(many).toThrow(expect.objectContaining({ code: 'storage-unwritable', figures: { reason: 'full' } }))
    expect(keeper.read(({ cooks }) => cooks.list(null, 1000)).length).toBeGreaterThan(0)
    expect(keeper.read(({ cooks }) => cooks.find('before'))).not.toBeNull()
  })

  test.skipIf(!mayMount)(
    'truly, on a disk of four megabytes: off with the room, back with the room',
    async () => {
      const disk = smallDisk()
      if (disk === null) throw new Error('could not mount a small disk')
      const { keeper, told } = await keeperAt(join(disk, 'data'))
      let count = 0
      for (; count < 50; count++) log(keeper, count)
      expect(keeper.flush()).toBe(true)
      const makeRoom = fill(disk)
      while (keeper.health.kind === 'ok') {
        for (let i = 0; i < 20; i++) log(keeper, count++)
        keeper.flush()
      }
      expect(told).toEqual([FULL])
      makeRoom()
      await keeper.recover()
      expect(told).toEqual([FULL, OK])
      expect(numbers(keeper)).toEqual(upTo(count))
      expect(await keeper.tables.log.verify(keeper.witness(), async () => {})).toEqual({
        rows: count,
        firstBroken: null,
      })
    },
  )

  test.skipIf(!mayMount)(
    'from the start, the kitchen opens, reads what there is, and comes back by itself',
    async () => {
      const disk = smallDisk()
      if (disk === null) throw new Error('could not mount a small disk')
      const directory = join(disk, 'data')
      const first = await opened(directory)
      await first.beginCook(cook('s1'))
      await first.nameZones(STOVE, ['left'])
      await first.close()
      const makeRoom = fill(disk)

      const store = await opened(directory)
      const recovered = new Promise<void>((settle) => {
        store.onHealth((health) => {
          if (health.kind === 'ok') settle()
          else expect(health).toEqual(FULL)
        })
      })
      expect(await store.zoneNames(STOVE)).toEqual(['left'])
      expect((await store.unfinishedCook(null))?.session).toBe('s1')
      await expect(store.beginCook(cook('s2'))).rejects.toMatchObject({ code: 'storage-unwritable' })
      store.appendLog(STOVE, [entry(NOON)])
      makeRoom()
      await recovered
      expect(await store.verifyLog()).toEqual({ rows: 1, firstBroken: null })
      await store.beginCook(cook('s2'))
    },
  )
})

/** Even root may not write what is immutable. */
const mayFreeze = ((): boolean => {
  if (process.platform !== 'linux') return false
  const path = `/tmp/smarttop-may-freeze-${process.pid}`
  writeFileSync(path, '')
  const may = system('chattr', '+i', path) && system('chattr', '-i', path)
  rmSync(path, { force: true })
  return may
})()

function freeze(path: string): () => void {
  expect(system('chattr', '+i', path)).toBe(true)
  const thaw = (): void => {
    system('chattr', '-i', path)
  }
  onTestFinished(thaw)
  return thaw
}

describe('when the data folder is read-only', () => {
  const READ_ONLY: StoreHealth = { kind: 'unwritable', code: 'read-only' }

  test('SQLite says so and the health tells it', async () => {
    const { keeper, told } = await keeperAt(folder())
    keeper.db.pragma('query_only = ON')
    log(keeper, 0)
    expect(keeper.flush()).toBe(false)
    expect(told).toEqual([READ_ONLY])
    keeper.db.pragma('query_only = OFF')
    await keeper.recover()
    expect(told).toEqual([READ_ONLY, OK])
    expect(numbers(keeper)).toEqual([0])
  })

  test.skipIf(!mayFreeze)('a new kitchen opens without keeping, and keeps when it may', async () => {
    const parent = folder()
    const thaw = freeze(parent)
    const { keeper, told } = await keeperAt(join(parent, 'data'))
    expect(keeper.health).toEqual(READ_ONLY)
    keeper.append({ type: 'stove', stove: description(), at: NOON, address: 'virtual:' })
    log(keeper, 0)
    expect(keeper.flush()).toBe(false)
    await keeper.recover()
    expect(keeper.health).toEqual(READ_ONLY)
    thaw()
    await keeper.recover()
    expect(told).toEqual([OK])
    expect(numbers(keeper)).toEqual([0])
  })

  test.skipIf(!mayFreeze).each(['smarttop.db', '.'])(
    'an old one is read from a copy while %s is frozen',
    async (frozen) => {
      const directory = folder()
      const first = await keeperAt(directory)
      first.keeper.write(({ stoves }) => stoves.nameZones(STOVE, ['left']))
      log(first.keeper, 0)
      first.keeper.close()
      const thaw = freeze(join(directory, frozen))
      const { keeper, told } = await keeperAt(directory)
      expect(keeper.health).toEqual(READ_ONLY)
      expect(keeper.read(({ stoves }) => stoves.zoneNames(STOVE))).toEqual(['left'])
      log(keeper, 1)
      expect(keeper.flush()).toBe(false)
      thaw()
      await keeper.recover()
      expect(told).toEqual([OK])
      expect(numbers(keeper)).toEqual([0, 1])
      expect(await keeper.tables.log.verify(keeper.witness(), async () => {})).toEqual({
        rows: 2,
        firstBroken: null,
      })
    },
  )
})

test('when the data folder cannot be a folder, the kitchen opens without keeping and says so', async () => {
  const file = join(folder(), 'a-file')
  writeFileSync(file, '')
  const store = await opened(join(file, 'data'))
  const told: StoreHealth[] = []
  store.onHealth((health) => told.push(health))
  expect(told).toEqual([{ kind: 'unwritable', code: 'failed' }])
  expect((await store.settings()).setUp).toBe(false)
})
