import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ProgramSnapshot } from '#contract/program.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { openTestKitchen, type OpenKitchen } from '../support/open-kitchen.ts'

/** The cook's clock runs twenty times as fast as the wall; the laws do not. */
const FAST = 'virtual:?seed=5&speed=20'
const SALMON = { kind: 'fatty-fish', shape: 'slab', thicknessMm: 25, startCelsius: 8 } as const

let kitchen: OpenKitchen
beforeEach(async () => {
  kitchen = await openTestKitchen({ stove: FAST })
})
afterEach(() => kitchen.close())

const on = (zone: number, fits: (program: ProgramSnapshot) => boolean) => (snapshot: Snapshot) =>
  snapshot.programs.some((program) => program.zone === zone && fits(program))

const programOn = (snapshot: Snapshot, zone: number): ProgramSnapshot | undefined =>
  snapshot.programs.find((program) => program.zone === zone)

describe('a piece of salmon seared by its middle', () => {
  test('from a cold pan to the plate, with a change of mind on the way', async () => {
    const { client } = kitchen.display
    const choices = { celsius: 185, core: 46, food: SALMON }
    expect(await client.program.start({ zone: 0, technique: 'sear', choices })).toEqual({ kind: 'done' })

    const hot = await kitchen.display.until(on(0, ({ phase }) => phase.done))
    expect(hot.safety.zones[0]?.surface).toBeGreaterThan(180)
    expect(programOn(hot, 0)?.core).toBeNull()

    await client.program.word({ zone: 0, word: 'next' })
    await kitchen.display.until(on(0, ({ core }) => core !== null && core.celsius > 14))
    await client.program.word({ zone: 0, word: 'next' })
    const turned = await kitchen.display.until(
      on(0, ({ phase, ready }) => phase.id === 'second' && ready !== null),
    )
    const first = programOn(turned, 0)
    expect(first?.assumes).toContain('thickness')
    expect(first?.ready?.earliestCook).toBeLessThan(first?.ready?.atCook ?? 0)
    expect(first?.ready?.latestCook).toBeGreaterThan(first?.ready?.atCook ?? 0)

    await client.program.change({ zone: 0, choices: { doneness: 'medium-rare' } })
    const later = await kitchen.display.until(
      on(0, ({ goal, ready }) => goal === 50 && (ready?.atCook ?? 0) > (first?.ready?.atCook ?? 0)),
    )
    expect(programOn(later, 0)?.choices.doneness).toBe('medium-rare')

    const done = await kitchen.display.until(on(0, ({ phase }) => phase.id === 'second' && phase.done))
    expect(programOn(done, 0)?.core?.celsius).toBeGreaterThan(49.5)
    expect(programOn(done, 0)?.section?.pasteurised).toBe(false)
    await client.program.word({ zone: 0, word: 'next' })
    const ended = await kitchen.display.until(on(0, ({ status }) => status === 'ended'))
    expect(ended.safety.zones[0]?.target).toEqual({ kind: 'off' })
    expect(ended.safety.faults).toEqual([])
  }, 90_000)
})

describe('law 6', () => {
  test('another screen only asks, and an answer accepts no more than was asked', async () => {
    const phone = await kitchen.phone('phone')
    await phone.client.program.start({ zone: 1, technique: 'sweat', choices: {} })
    const asked = await kitchen.display.until((snapshot) => snapshot.safety.questions.length > 0)
    expect(programOn(asked, 1)?.awaitingTouch).toEqual({ kind: 'temperature', celsius: 115 })
    expect(asked.safety.zones[1]?.target).toEqual({ kind: 'off' })

    await kitchen.display.client.answer({ question: asked.safety.questions[0]?.id ?? 0, accept: true })
    await kitchen.display.until(
      on(1, ({ awaitingTouch, status }) => awaitingTouch === null && status === 'running'),
    )

    await phone.client.program.change({ zone: 1, choices: { celsius: 120 } })
    const raise = await kitchen.display.until((snapshot) => snapshot.safety.questions.length > 0)
    expect(raise.safety.zones[1]?.target).toEqual({ kind: 'temperature', celsius: 115 })
    await phone.client.program.change({ zone: 1, choices: { celsius: 105 } })
    await kitchen.display.until(({ safety }) => {
      const target = safety.zones[1]?.target
      return target?.kind === 'temperature' && target.celsius === 105
    })
  })

  test('after STOP a technique stands still until it is touched', async () => {
    const { client } = kitchen.display
    await client.program.start({ zone: 2, technique: 'saute', choices: {} })
    await kitchen.display.until(({ safety }) => safety.zones[2]?.target.kind === 'temperature')
    await client.stop({ zone: null })
    const stopped = await kitchen.display.until(on(2, ({ status }) => status === 'paused'))
    expect(programOn(stopped, 2)?.pausedBy).toEqual({ kind: 'stopped' })
    expect(stopped.safety.zones[2]?.target).toEqual({ kind: 'off' })
    await client.program.word({ zone: 2, word: 'resume' })
    await kitchen.display.until(({ safety }) => safety.zones[2]?.target.kind === 'temperature')
  })
})

test('law 7: a technique that a restart interrupts is offered at its place and heats nothing', async () => {
  const { client } = kitchen.display
  await client.program.start({ zone: 0, technique: 'sweat', choices: { celsius: 110 } })
  await kitchen.display.until(on(0, ({ phase }) => phase.done))
  await client.program.word({ zone: 0, word: 'next' })
  await kitchen.display.until(on(0, ({ phase }) => phase.id === 'sweat'))
  await kitchen.close()

  kitchen = await openTestKitchen({ stove: FAST, data: kitchen.data })
  const back = await kitchen.display.until(on(0, ({ status }) => status === 'offered'))
  expect(programOn(back, 0)).toMatchObject({
    technique: 'sweat',
    phase: { id: 'sweat' },
    choices: { celsius: 110 },
  })
  expect(back.safety.zones[0]?.target).toEqual({ kind: 'off' })
  await kitchen.display.client.program.word({ zone: 0, word: 'resume' })
  await kitchen.display.until(({ safety }) => safety.zones[0]?.target.kind === 'temperature')
})

test('a step of a recipe runs its technique, and the cook goes on when it has ended', async () => {
  const { client } = kitchen.display
  await client.cook.start({ recipe: 'red-lentil-dal', servings: 2, zones: { pot: 0 } })
  await client.cook.next()
  const waiting = await kitchen.display.until(({ cook }) => (cook?.awaitingTouch.length ?? 0) > 0)
  expect(waiting.cook?.awaitingTouch).toEqual([{ zone: 0, target: { kind: 'temperature', celsius: 160 } }])
  await client.heat({ zone: 0, target: { kind: 'temperature', celsius: 160 } })
  const heating = await kitchen.display.until(
    on(0, ({ status, awaitingTouch }) => status === 'running' && awaitingTouch === null),
  )
  expect(programOn(heating, 0)).toMatchObject({ technique: 'bloom', ofCook: true })
  await kitchen.display.until(({ cook }) => cook?.stepIndex === 2)

  await client.cook.next()
  const softened = await kitchen.display.until(on(0, ({ technique }) => technique === 'sweat'))
  expect(softened.safety.zones[0]?.target.kind).toBe('temperature')
  await client.stop({ zone: 0 })
  const stopped = await kitchen.display.until(({ cook }) => cook?.status === 'paused')
  expect(stopped.cook?.pausedBy).toEqual({ kind: 'zone-off', zone: 0, cause: 'stop' })
  expect(stopped.programs).toEqual([])
})

describe('what cannot be is refused with its figures', () => {
  const REFUSED = [
    ['a thickness of nothing', 'sear', { food: { ...SALMON, thicknessMm: 0 } }, 'thickness'],
    [
      'a bath colder than the food',
      'sous-vide',
      { celsius: 50, core: 45, food: { ...SALMON, startCelsius: 60 } },
      'bath-too-cold',
    ],
    ['a bath colder than its goal', 'sous-vide', { celsius: 50, core: 60, food: SALMON }, 'bath-too-cold'],
    ['a target beyond the technique', 'custard', { celsius: 95 }, 'out-of-range'],
    ['a choice that is not offered', 'boil', { minutes: 5 }, 'not-offered'],
    ['a technique that nobody knows', 'flambe', {}, 'technique-unknown'],
    ['food that is needed and not said', 'sous-vide', {}, 'food-needed'],
    [
      'poultry called rare',
      'sear',
      { doneness: 'rare', food: { ...SALMON, kind: 'poultry' } },
      'doneness-unknown',
    ],
    ['an hour that is over', 'sweat', { readyAt: 1 }, 'ready-in-past'],
  ] as const

  test.each(REFUSED)('%s', async (_name, technique, choices, code) => {
    const answer = await kitchen.display.client.program.start({ zone: 0, technique, choices })
    expect(answer).toMatchObject({ kind: 'refused', code })
    expect(kitchen.display.snapshot?.programs).toEqual([])
  })

  test('a circuit that nobody has described', async () => {
    await kitchen.close()
    kitchen = await openTestKitchen({ stove: FAST, setUp: false })
    const answer = await kitchen.display.client.program.start({ zone: 0, technique: 'sweat', choices: {} })
    expect(answer).toMatchObject({ kind: 'refused', code: 'no-circuit' })
  })
})

test('eggs that are wanted later begin later, and ask for a touch then', async () => {
  const { client } = kitchen.display
  const readyAt = (kitchen.display.snapshot?.wallNow ?? 0) + 50_000
  await client.program.start({ zone: 3, technique: 'soft-egg', choices: { readyAt } })
  const waiting = await kitchen.display.until(on(3, ({ status }) => status === 'waiting'))
  expect(programOn(waiting, 3)).toMatchObject({ readyBy: { kind: 'late' }, next: { code: 'begin' } })
  expect(waiting.safety.zones[3]?.target).toEqual({ kind: 'off' })
  const begun = await kitchen.display.until((snapshot) => snapshot.safety.questions.length > 0)
  expect(programOn(begun, 3)?.awaitingTouch).toEqual({ kind: 'simmer', vigour: 1 })
  expect(begun.safety.zones[3]?.target).toEqual({ kind: 'off' })
}, 90_000)
