import { afterEach, describe, expect, test } from 'vitest'
import { HeadlessDisplay } from '../support/headless-display.ts'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startEmulator, startKitchen, temporaryFolder, type Running } from '../support/processes.ts'

const opened: (HeadlessDisplay | Running)[] = []
afterEach(async () => {
  for (const each of opened.splice(0)) {
    if (each instanceof HeadlessDisplay) each.leave()
    else await each.stop('SIGKILL')
  }
})

async function kitchenAt(
  data?: string,
  stove = 'virtual:?seed=6',
): Promise<{ display: HeadlessDisplay; running: Running; data: string }> {
  const { running, url, data: folder } = await startKitchen(stove, data)
  const display = await HeadlessDisplay.enter(url)
  opened.push(display, running)
  await display.until((snapshot) => snapshot.connection.kind === 'connected')
  return { display, running, data: folder }
}

/** Cooks the first recipe for one zone as far as its second step, with zone 0 heating. */
async function cookTwoSteps(
  display: HeadlessDisplay,
): Promise<{ session: string; title: string | undefined }> {
  const { client } = display
  await client.settings.update({ setUp: true, sounds: false })
  const summary = (await client.recipe.list()).find((recipe) => recipe.zones === 1)!
  const recipe = (await client.recipe.get({ id: summary.id }))!
  await client.cook.start({ recipe: recipe.id, servings: 1, zones: { [recipe.zones[0]!.id]: 0 } })
  await client.cook.next()
  await client.heat({ zone: 0, target: { kind: 'power', share: 0.2 } })
  const snapshot = await display.until(
    (candidate) => candidate.cook?.stepIndex === 1 && candidate.safety.zones[0]?.target.kind === 'power',
  )
  const { session } = snapshot.cook!
  // At most the last second may be lost: the step is on disk once history tells of it.
  await expect
    .poll(async () =>
      (await client.history.graph({ session, points: 50 }))?.events.map((event) => event.kind),
    )
    .toEqual(expect.arrayContaining(['heat']))
  return { session, title: recipe.title.en }
}

describe('a kitchen that is killed in the middle of a cook', () => {
  test('law 7: comes back with the place of the cook, and heats nothing until a hand wants it', async () => {
    const before = await kitchenAt()
    const { session, title } = await cookTwoSteps(before.display)
    await before.running.stop('SIGKILL')

    const after = await kitchenAt(before.data)
    const back = await after.display.until((snapshot) => snapshot.interrupted !== null)
    expect(back.interrupted).toEqual({ session, title, stepIndex: 1 })
    expect(back.cook).toBeNull()
    expect(back.safety.zones.every((zone) => zone.target.kind === 'off')).toBe(true)

    await after.display.client.cook.recover({ session, take: true })
    const taken = await after.display.until((snapshot) => snapshot.cook !== null)
    expect(taken.cook).toMatchObject({
      session,
      stepIndex: 1,
      status: 'paused',
      pausedBy: { kind: 'recovered' },
    })
    expect(taken.safety.zones.every((zone) => zone.target.kind === 'off')).toBe(true)
  })

  test('lets the cook be let go instead, which history then calls interrupted', async () => {
    const before = await kitchenAt()
    const { session } = await cookTwoSteps(before.display)
    await before.running.stop('SIGKILL')

    const after = await kitchenAt(before.data)
    await after.display.until((snapshot) => snapshot.interrupted !== null)
    await after.display.client.cook.recover({ session, take: false })
    await after.display.until((snapshot) => snapshot.interrupted === null)
    const history = await after.display.client.history.list({ before: null, limit: 10 })
    expect(history.map(({ session: id, end }) => ({ id, end }))).toEqual([
      { id: session, end: 'interrupted' },
    ])
  })

  test.skipIf(process.platform !== 'linux')(
    'law 9: still knows after the restart what was hot, while the stove itself does not answer',
    async () => {
      const path = join(temporaryFolder(), 'stove')
      const emulator = await startEmulator(path, { speed: 20 })
      opened.push(emulator)
      const before = await kitchenAt(undefined, `serial:${path}`)
      await before.display.client.settings.update({ setUp: true, sounds: false })
      await before.display.client.heat({ zone: 0, target: { kind: 'power', share: 1 } })
      await before.display.until((snapshot) => (snapshot.safety.zones[0]?.surface ?? 0) > 90)
      // One answered question after it, and what was reported before is on disk.
      await before.display.client.settings.update({ language: 'de' })
      await before.running.stop('SIGKILL')
      await emulator.stop()

      const { running, url } = await startKitchen(`serial:${path}`, before.data)
      const display = await HeadlessDisplay.enter(url)
      opened.push(display, running)
      const seen = await display.until(
        ({ connection, safety }) => connection.kind === 'lost' && safety.zones.length > 0,
      )
      expect(seen.connection).toMatchObject({ kind: 'lost', code: 'no-such-port' })
      expect(seen.safety.zones[0]).toMatchObject({ residual: 'assume-hot', quality: 'estimated' })
      expect(seen.safety.zones[3]).toMatchObject({ residual: 'cool' })
      expect(await display.client.heat({ zone: 0, target: { kind: 'power', share: 1 } })).toEqual({
        kind: 'refused',
        code: 'not-connected',
      })
    },
  )
})

describe('a fault that nobody has acknowledged', () => {
  test.skipIf(process.platform !== 'linux')(
    'is still latched after a restart, until a hand says so',
    async () => {
      const path = join(temporaryFolder(), 'stove')
      const emulator = await startEmulator(path)
      opened.push(emulator)
      const before = await kitchenAt(undefined, `serial:${path}`)
      const { client } = before.display
      await client.settings.update({ setUp: true, sounds: false })
      await client.heat({ zone: 0, target: { kind: 'power', share: 0.3 } })
      await before.display.until((snapshot) => snapshot.safety.zones[0]?.target.kind === 'power')
      emulator.tell({ command: 'unplug' })
      await before.display.until((snapshot) =>
        snapshot.safety.faults.some(({ code }) => code === 'link-lost'),
      )
      await before.running.stop()
      emulator.tell({ command: 'plug' })
      await emulator.line((line) => line['event'] === 'plugged')

      const after = await kitchenAt(before.data, `serial:${path}`)
      const latched = await after.display.until(({ safety }) => safety.faults.some(({ cleared }) => cleared))
      expect(latched.safety.faults.map(({ code }) => code)).toEqual(['link-lost'])
      expect(await after.display.client.heat({ zone: 0, target: { kind: 'power', share: 0.3 } })).toEqual({
        kind: 'refused',
        code: 'fault-latched',
      })
      await after.display.client.acknowledge({ fault: latched.safety.faults[0]!.id })
      await after.display.until(({ safety }) => safety.faults.length === 0)
      expect(await after.display.client.heat({ zone: 0, target: { kind: 'power', share: 0.3 } })).toEqual({
        kind: 'done',
      })
    },
  )
})

describe('a kitchen whose database was damaged', () => {
  test('sets the file aside, says where, and goes on', async () => {
    const before = await kitchenAt()
    await before.display.client.settings.update({ setUp: true })
    before.display.leave()
    await before.running.stop()
    const file = readdirSync(before.data).find((name) => name.endsWith('.db'))!
    const whole = readFileSync(join(before.data, file))
    writeFileSync(join(before.data, file), Buffer.concat([whole.subarray(0, 5000), Buffer.alloc(60_000, 7)]))

    const after = await kitchenAt(before.data)
    const snapshot = await after.display.until(() => true)
    expect(snapshot.storage.kind).toBe('replaced')
    if (snapshot.storage.kind === 'replaced') {
      expect(readFileSync(snapshot.storage.setAside).subarray(0, 16)).toEqual(whole.subarray(0, 16))
    }
  })
})
