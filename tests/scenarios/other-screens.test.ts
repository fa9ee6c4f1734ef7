import Database from 'better-sqlite3'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Snapshot } from '#contract/snapshot.ts'
import { openTestKitchen, type OpenKitchen } from '../support/open-kitchen.ts'

const HALF = { kind: 'power', share: 0.5 } as const
const isOn = (snapshot: Snapshot, zone: number): boolean =>
  snapshot.safety.zones[zone]?.target.kind === 'power'

let kitchen: OpenKitchen
beforeEach(async () => {
  kitchen = await openTestKitchen()
})
afterEach(() => kitchen.close())

describe('a phone in the kitchen', () => {
  test('asks for heat; the question stands on the display and a hand there answers it', async () => {
    const phone = await kitchen.phone("Lila's phone")
    expect(await phone.client.heat({ zone: 1, target: HALF })).toMatchObject({ kind: 'asked' })
    const asked = await kitchen.display.until((snapshot) => snapshot.safety.questions.length === 1)
    const [question] = asked.safety.questions
    expect(question?.request).toMatchObject({ zone: 1, target: HALF, origin: 'remote', by: "Lila's phone" })
    expect(isOn(asked, 1)).toBe(false)
    await kitchen.display.client.answer({ question: question!.id, accept: true })
    await kitchen.display.until((snapshot) => isOn(snapshot, 1))
  })

  test('law 11: is in the log by its id; its name stands on the display only', async () => {
    const phone = await kitchen.phone("Lila's phone")
    await phone.client.heat({ zone: 1, target: HALF })
    const asked = await kitchen.display.until((snapshot) => snapshot.safety.questions.length === 1)
    const question = asked.safety.questions[0]!.id
    expect(asked.safety.questions[0]?.request.by).toBe("Lila's phone")
    await kitchen.display.client.answer({ question, accept: true })
    await phone.client.stop({ zone: null })
    const { id } = kitchen.kitchen.snapshot().screens.find((screen) => screen.role === 'remote')!
    await kitchen.kitchen.close()
    const db = new Database(join(kitchen.data, 'smarttop.db'), { readonly: true })
    const written = db.prepare<[], { kind: string; by: string }>('SELECT kind, by, details FROM log').all()
    db.close()
    expect(JSON.stringify(written)).not.toContain('Lila')
    expect(written.filter(({ by }) => by === id).map(({ kind }) => kind)).toEqual(['asked', 'off'])
  })

  test('is listed for the display until it is sent away, and then is out at once', async () => {
    const phone = await kitchen.phone("Lila's phone")
    const { paired } = await kitchen.display.until((snapshot) => snapshot.paired?.length === 1)
    const id = paired![0]!.id
    expect(paired).toEqual([{ id, name: "Lila's phone", role: 'remote' }])
    expect(phone.snapshot?.paired).toEqual([])
    expect(await phone.client.screen.remove({ id })).toEqual({ kind: 'refused', code: 'display-only' })
    expect(await kitchen.display.client.screen.remove({ id })).toEqual({ kind: 'done' })
    await kitchen.display.until(
      (snapshot) => snapshot.paired?.length === 0 && snapshot.screens.every((screen) => screen.id !== id),
    )
    await expect(phone.client.stop({ zone: null })).rejects.toThrow()
  })

  test('cannot answer its own question, acknowledge, unlock, change settings or restore a backup', async () => {
    const phone = await kitchen.phone('phone')
    await phone.client.heat({ zone: 1, target: HALF })
    const { safety } = await phone.until((snapshot) => snapshot.safety.questions.length === 1)
    const refused = { kind: 'refused', code: 'display-only' }
    const { client } = phone
    expect(await client.answer({ question: safety.questions[0]!.id, accept: true })).toEqual(refused)
    expect(await client.acknowledge({ fault: 1 })).toEqual(refused)
    expect(await client.lock({ locked: false })).toEqual(refused)
    expect(await client.settings.update({ circuitAmperes: 64 })).toEqual(refused)
    expect(await client.backup.restore({ file: '/etc/passwd' })).toEqual(refused)
    expect(await client.stove.connect({ address: 'virtual:' })).toEqual(refused)
    expect(await client.rehearsal.start({ recipe: 'x' })).toEqual(refused)
    expect(await client.backup.places()).toEqual([])
    expect(isOn(kitchen.kitchen.snapshot(), 1)).toBe(false)
  })

  test('may lower and stop without asking anybody', async () => {
    const phone = await kitchen.phone('phone')
    await kitchen.display.client.heat({ zone: 1, target: HALF })
    expect(await phone.client.heat({ zone: 1, target: { kind: 'power', share: 0.2 } })).toEqual({
      kind: 'done',
    })
    await phone.client.stop({ zone: null })
    await kitchen.display.until((snapshot) =>
      snapshot.safety.zones.every((zone) => zone.target.kind === 'off'),
    )
  })

  test('never sees the pairing code', async () => {
    kitchen.kitchen.share(['http://192.168.1.20:4510/'])
    const phone = await kitchen.phone('phone')
    await kitchen.display.until((snapshot) => snapshot.pairing !== null)
    expect((await phone.until(() => true)).pairing).toBeNull()
  })

  test('does not keep the stove alive: without the display everything goes off (law 13)', async () => {
    await kitchen.phone('phone')
    await kitchen.display.client.heat({ zone: 1, target: HALF })
    await kitchen.display.until((snapshot) => isOn(snapshot, 1))
    kitchen.display.leave()
    await expect
      .poll(() => kitchen.kitchen.snapshot().safety.faults.map((fault) => fault.code), { timeout: 15_000 })
      .toEqual(['display-lost'])
    expect(isOn(kitchen.kitchen.snapshot(), 1)).toBe(false)
  })
})

describe('a touch that a line held back', () => {
  test('law 6: is spent by a STOP that came after it, wherever that was pressed', async () => {
    const phone = await kitchen.phone('phone')
    const touchedAt = Date.now()
    await kitchen.display.until((snapshot) => snapshot.wallNow > touchedAt + 500)
    await phone.client.stop({ zone: null })
    const spent = { kind: 'refused', code: 'touch-expired' }
    expect(await kitchen.display.client.heat({ zone: 1, target: HALF, touchedAt })).toEqual(spent)
    expect(await kitchen.display.client.heat({ zone: 1, target: HALF, touchedAt: Date.now() + 60 })).toEqual({
      kind: 'done',
    })
  })

  test('law 6: is spent after half a minute', async () => {
    const touchedAt = Date.now() - 31_000
    expect(await kitchen.display.client.heat({ zone: 1, target: HALF, touchedAt })).toEqual({
      kind: 'refused',
      code: 'touch-expired',
    })
  })
})

describe('a screen that sends nonsense', () => {
  test.each([
    ['a zone that no stove has', { zone: 17, target: HALF }],
    ['a share over the whole', { zone: 0, target: { kind: 'power', share: 2 } }],
    ['a temperature that is no number', { zone: 0, target: { kind: 'temperature', celsius: 'hot' } }],
    ['nothing at all', undefined],
  ])('is refused at the door: %s', async (_what, input) => {
    await expect(kitchen.display.client.heat(input as never)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(isOn(kitchen.kitchen.snapshot(), 0)).toBe(false)
  })

  test('gets a word for a recipe file that is not one, and the library stays whole', async () => {
    const before = await kitchen.display.client.recipe.list()
    for (const text of ['', '<html>', '{"title": {"en": "x"}}', '[]']) {
      expect(await kitchen.display.client.recipe.add({ text })).toMatchObject({
        kind: 'refused',
        code: 'recipe-invalid',
      })
    }
    expect(await kitchen.display.client.recipe.list()).toEqual(before)
  })
})

describe('before the first run is done', () => {
  test('nothing heats: the circuit is not known (law 10)', async () => {
    const fresh = await openTestKitchen({ setUp: false })
    expect(await fresh.display.client.heat({ zone: 0, target: HALF })).toEqual({
      kind: 'refused',
      code: 'not-set-up',
    })
    await fresh.close()
  })
})

describe('a rehearsal', () => {
  test('runs on a stove of its own; the real one stays off and STOP means both', async () => {
    const { client } = kitchen.display
    const [recipe] = await client.recipe.list()
    expect(await client.rehearsal.start({ recipe: recipe!.id })).toEqual({ kind: 'done' })
    const begun = await kitchen.display.until((snapshot) => snapshot.rehearsal && snapshot.cook !== null)
    expect(begun.speed).toBe(20)
    expect(begun.connection).toMatchObject({ kind: 'connected', stove: { virtual: true } })
    await client.stop({ zone: null })
    await client.rehearsal.end()
    const after = await kitchen.display.until((snapshot) => !snapshot.rehearsal)
    expect(after.cook).toBeNull()
    expect(after.speed).toBe(1)
    expect(await client.history.list({ before: null, limit: 10 })).toEqual([])
  })

  test('law 6: a tap that was meant for it never reaches the real stove, nor does a question from before', async () => {
    const { client } = kitchen.display
    const phone = await kitchen.phone('phone')
    const [recipe] = await client.recipe.list()
    await phone.client.heat({ zone: 1, target: HALF })
    await kitchen.display.until((snapshot) => snapshot.safety.questions.length === 1)
    await client.rehearsal.start({ recipe: recipe!.id })
    const { wallNow } = await kitchen.display.until((snapshot) => snapshot.rehearsal)
    await kitchen.display.until((snapshot) => snapshot.wallNow > wallNow + 500)
    const touchedAt = Date.now() - 200
    await client.rehearsal.end()
    expect(await client.heat({ zone: 1, target: HALF, touchedAt })).toEqual({
      kind: 'refused',
      code: 'touch-expired',
    })
    expect(kitchen.kitchen.snapshot().safety.questions).toEqual([])
  })

  test('begins once, and not when a hand was faster at the real stove', async () => {
    const { client } = kitchen.display
    const [recipe] = await client.recipe.list()
    const start = () => client.rehearsal.start({ recipe: recipe!.id })
    const twice = await Promise.all([start(), start()])
    expect(twice).toEqual([{ kind: 'done' }, { kind: 'refused', code: 'rehearsal-running' }])
    await client.rehearsal.end()

    const [begun] = await Promise.all([start(), client.heat({ zone: 1, target: HALF })])
    const after = await kitchen.display.until((snapshot) => snapshot.wallNow > Date.now() - 100)
    // Either the hand won, or the rehearsal did and the real stove is off under it.
    if (begun.kind === 'done') await client.rehearsal.end()
    expect(after.rehearsal).toBe(begun.kind === 'done')
    const real = kitchen.kitchen.snapshot()
    expect(isOn(real, 1)).toBe(begun.kind === 'refused')
  })

  test('does not begin while the real stove is on', async () => {
    const { client } = kitchen.display
    // A stove that has only just answered is not believed yet, and heat is refused.
    await kitchen.display.until(({ safety }) => safety.zones[1]?.quality === 'measured')
    expect(await client.heat({ zone: 1, target: HALF })).toEqual({ kind: 'done' })
    await kitchen.display.until((snapshot) => isOn(snapshot, 1))
    const [recipe] = await client.recipe.list()
    expect(await client.rehearsal.start({ recipe: recipe!.id })).toEqual({
      kind: 'refused',
      code: 'stove-in-use',
    })
  })
})
