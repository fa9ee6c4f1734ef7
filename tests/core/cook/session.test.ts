import { beforeEach, describe, expect, test } from 'vitest'
import { progressOf } from '#core/cook/progress.ts'
import { OFF } from '#core/stove/stove.ts'
import { celsius } from '#core/units/quantities.ts'
import { libraryRecipe } from '../recipe/library.ts'
import { plainEggs } from '../recipe/plain-eggs.ts'
import { Cook, ringsOf, wishesOf } from './drive.ts'

const PAN = 1
const warm = { kind: 'temperature', celsius: celsius(112) } as const
const low = { kind: 'temperature', celsius: celsius(108) } as const
let cook: Cook

/** Eggs: beat (hand), warm (automatic, to 106), melt (30 s), stir (150 s), rest (automatic, 20 s), serve (hand). */
beforeEach(() => {
  cook = new Cook({ recipe: plainEggs, zones: { pan: PAN } })
})

function untilStirring(): void {
  cook.do({ type: 'start' })
  cook.do({ type: 'next' })
  cook.touchAll()
  cook.do({ type: 'reading', zone: PAN, celsius: celsius(107) })
  cook.wait(30_000)
  cook.do({ type: 'next' })
  cook.answerLast({ kind: 'done' })
}

describe('a cook from start to plate', () => {
  test('goes through every step and turns the heat off at the end', () => {
    expect(wishesOf(cook.do({ type: 'start' }))).toEqual([])
    expect(wishesOf(cook.do({ type: 'next' }))).toEqual([{ zone: PAN, target: warm }])
    expect(ringsOf(cook.answer(PAN, warm, { kind: 'asked', question: 7 }))).toEqual(['touch-needed'])
    expect(progressOf(cook.state).awaitingTouch).toEqual([{ zone: PAN, target: warm }])
    cook.do({ type: 'zone-set', zone: PAN, target: warm })
    expect(progressOf(cook.state).awaitingTouch).toEqual([])

    cook.do({ type: 'reading', zone: PAN, celsius: celsius(104.9) })
    expect(cook.state.stepIndex).toBe(1)
    expect(ringsOf(cook.do({ type: 'reading', zone: PAN, celsius: celsius(106) }))).toEqual(['moved-on'])
    expect(cook.state.stepIndex).toBe(2)

    expect(ringsOf(cook.wait(29_999))).toEqual([])
    expect(ringsOf(cook.wait(1))).toEqual(['step-done'])
    expect(ringsOf(cook.wait(60_000))).toEqual([])
    expect(cook.state).toMatchObject({ stepIndex: 2, stepDone: true })

    expect(wishesOf(cook.do({ type: 'next' }))).toEqual([{ zone: PAN, target: low }])
    cook.answer(PAN, low, { kind: 'done' })
    cook.wait(150_000)
    expect(wishesOf(cook.do({ type: 'next' }))).toEqual([{ zone: PAN, target: OFF }])
    cook.wait(20_000)
    expect(cook.state.stepIndex).toBe(5)
    expect(ringsOf(cook.do({ type: 'next' }))).toEqual(['finished'])
    expect(cook.state.status).toBe('finished')
    expect(cook.records.at(-1)?.kind).toBe('finish')
  })

  test('after its end nothing moves it any more', () => {
    cook.do({ type: 'start' })
    cook.do({ type: 'finish' })
    const { state } = cook
    for (const type of ['start', 'next', 'back', 'pause', 'resume', 'tick', 'abandon'] as const) {
      expect(cook.do({ type })).toEqual([])
    }
    expect(cook.state).toBe(state)
  })

  test('finishing or abandoning in the middle turns the program’s zones off', () => {
    untilStirring()
    expect(wishesOf(cook.do({ type: 'abandon' }))).toEqual([{ zone: PAN, target: OFF }])
    expect(cook.state.status).toBe('abandoned')
  })
})

describe('the time of a step', () => {
  test('does not run while its heat waits for a hand', () => {
    const soup = new Cook({ recipe: libraryRecipe('onion-soup.json'), zones: { pot: 0 } })
    soup.do({ type: 'start' })
    for (let index = 0; index < 5; index++) soup.do({ type: 'next' })
    const target = { kind: 'simmer', vigour: 0.3 } as const
    soup.do({ type: 'program', zone: 0, news: { kind: 'awaiting', target } })
    soup.wait(60_000)
    expect(progressOf(soup.state)).toMatchObject({ stepEndsAtCook: null, stepRemaining: 1_500_000 })
    soup.do({ type: 'program', zone: 0, news: { kind: 'set' } })
    soup.wait(60_000)
    expect(progressOf(soup.state)).toMatchObject({ stepEndsAtCook: 1_560_000, stepRemaining: null })
  })

  test('stands still while paused and goes on from there', () => {
    untilStirring()
    cook.wait(50_000)
    cook.do({ type: 'pause' })
    cook.wait(600_000)
    expect(progressOf(cook.state).stepRemaining).toBe(100_000)
    cook.do({ type: 'resume' })
    cook.touchAll()
    cook.wait(99_999)
    expect(cook.state.stepDone).toBe(false)
    cook.wait(1)
    expect(cook.state.stepDone).toBe(true)
  })

  test('is never run backwards by a clock that is', () => {
    untilStirring()
    cook.wait(50_000)
    cook.wait(-40_000)
    expect(cook.state.elapsed).toBe(50_000)
    cook.wait(30_000)
    expect(cook.state.elapsed).toBe(50_000)
  })
})

describe('pausing', () => {
  beforeEach(untilStirring)

  test('turns the program’s zones off, since nobody may be at the stove', () => {
    expect(wishesOf(cook.do({ type: 'pause' }))).toEqual([{ zone: PAN, target: OFF }])
    expect(cook.state).toMatchObject({ status: 'paused', stepIndex: 3, driven: [] })
  })

  test('also a zone that the cook has corrected by hand', () => {
    cook.do({ type: 'zone-set', zone: PAN, target: { kind: 'power', share: 0.2 } })
    expect(wishesOf(cook.do({ type: 'pause' }))).toEqual([{ zone: PAN, target: OFF }])
  })

  test('resuming asks for the same heat again, which then waits for a touch', () => {
    cook.do({ type: 'pause' })
    expect(wishesOf(cook.do({ type: 'resume' }))).toEqual([{ zone: PAN, target: low }])
    cook.answerLast({ kind: 'asked', question: 2 })
    expect(progressOf(cook.state).awaitingTouch).toHaveLength(1)
  })

  test('leafing through the steps meanwhile heats nothing', () => {
    cook.do({ type: 'pause' })
    for (const type of ['back', 'back', 'next'] as const) expect(wishesOf(cook.do({ type }))).toEqual([])
    expect(cook.state).toMatchObject({ status: 'paused', stepIndex: 2 })
    // the place where it is resumed has the heat of "warm the pan", which "melt" leaves as it is
    expect(wishesOf(cook.do({ type: 'resume' }))).toEqual([{ zone: PAN, target: warm }])
  })
})

describe('a zone that goes off in the middle of a step', () => {
  beforeEach(untilStirring)

  test('pauses the cook and says why', () => {
    const effects = cook.do({ type: 'zone-off', zone: PAN, cause: 'runaway' })
    expect(ringsOf(effects)).toEqual(['paused'])
    expect(cook.state).toMatchObject({
      status: 'paused',
      pausedBy: { kind: 'zone-off', zone: PAN, cause: 'runaway' },
    })
    expect(cook.records.at(-1)).toMatchObject({
      kind: 'pause',
      data: { reason: 'zone-off', cause: 'runaway' },
    })
  })

  test('is nothing to a cook that does not use it', () => {
    expect(cook.do({ type: 'zone-off', zone: 3, cause: 'stop' })).toEqual([])
    expect(cook.state.status).toBe('running')
  })

  test('is expected where the step has turned it off itself', () => {
    cook.do({ type: 'next' })
    cook.do({ type: 'zone-off', zone: PAN, cause: 'stop' })
    expect(cook.state).toMatchObject({ status: 'running', stepIndex: 4 })
  })
})

describe('heat that is not given', () => {
  test('pauses the cook where the reason is not a missing touch', () => {
    cook.do({ type: 'start' })
    cook.do({ type: 'next' })
    cook.answerLast({ kind: 'refused', code: 'fault-latched' })
    expect(cook.state.pausedBy).toEqual({ kind: 'heat-refused', zone: PAN, code: 'fault-latched' })
    expect(wishesOf(cook.do({ type: 'resume' }))).toEqual([{ zone: PAN, target: warm }])
  })

  test('answers to wishes that were replaced say nothing', () => {
    cook.do({ type: 'start' })
    cook.do({ type: 'next' })
    cook.answer(PAN, { kind: 'power', share: 1 }, { kind: 'refused', code: 'locked' })
    expect(cook.state.status).toBe('running')
    cook.do({ type: 'zone-set', zone: PAN, target: { kind: 'power', share: 1 } })
    expect(cook.state.driven).toEqual([{ zone: PAN, wish: warm, standing: 'sent' }])
  })
})

describe('going back', () => {
  test('restores the heat of that step', () => {
    untilStirring()
    expect(wishesOf(cook.do({ type: 'back' }))).toEqual([{ zone: PAN, target: warm }])
    cook.answerLast({ kind: 'done' })
    expect(wishesOf(cook.do({ type: 'back' }))).toEqual([])
    // before it nothing had been set
    expect(wishesOf(cook.do({ type: 'back' }))).toEqual([{ zone: PAN, target: OFF }])
    expect(cook.do({ type: 'back' })).toEqual([])
    expect(cook.state.stepIndex).toBe(0)
  })

  test('begins the step anew', () => {
    untilStirring()
    cook.wait(150_000)
    cook.do({ type: 'back' })
    cook.answerLast({ kind: 'done' })
    expect(cook.state).toMatchObject({ elapsed: 0, stepDone: false })
  })
})

describe('what the cook sets by hand', () => {
  test('stays until a step names the zone', () => {
    untilStirring()
    cook.do({ type: 'zone-set', zone: PAN, target: { kind: 'power', share: 0.3 } })
    expect(cook.state.driven[0]).toMatchObject({ standing: 'overridden' })
    expect(wishesOf(cook.wait(10_000))).toEqual([])
    expect(wishesOf(cook.do({ type: 'next' }))).toEqual([{ zone: PAN, target: OFF }])
  })

  test('a step by hand sets nothing, even in a recipe full of heat', () => {
    const soup = new Cook({ recipe: libraryRecipe('onion-soup.json'), zones: { pot: 0 } })
    soup.do({ type: 'start' })
    for (let index = 0; index < 4; index++) soup.do({ type: 'next' })
    expect(wishesOf(soup.effects)).toEqual([])
  })

  test('a reading of nothing ends no step', () => {
    cook.do({ type: 'start' })
    cook.do({ type: 'next' })
    cook.touchAll()
    cook.do({ type: 'reading', zone: PAN, celsius: null })
    cook.do({ type: 'reading', zone: 0, celsius: celsius(200) })
    expect(cook.state.stepIndex).toBe(1)
  })
})

describe('a step that names a technique', () => {
  const FISH = { kind: 'technique', technique: 'sear', phase: 'heat' } as const
  const salmon = (): Cook => {
    const fish = new Cook({
      recipe: libraryRecipe('crisp-salmon-fennel-orange.json'),
      zones: { pan: PAN, pot: 0 },
    })
    fish.do({ type: 'start' })
    while (fish.state.plan.recipe.steps[fish.state.stepIndex]?.id !== 'heat-pan') fish.do({ type: 'next' })
    return fish
  }
  const programsOf = (fish: Cook) =>
    fish.effects.flatMap((effect) => (effect.type === 'program' && effect.zone === PAN ? [effect.heat] : []))

  test('begins it on its zone and asks for no heat itself', () => {
    const fish = salmon()
    expect(programsOf(fish)).toMatchObject([FISH])
    expect(wishesOf(fish.effects).filter(({ zone }) => zone === PAN)).toEqual([])
  })

  test('waits for the touch that the technique waits for', () => {
    const fish = salmon()
    const target = { kind: 'temperature', celsius: celsius(185) } as const
    const rings = ringsOf(fish.do({ type: 'program', zone: PAN, news: { kind: 'awaiting', target } }))
    expect(rings).toEqual(['touch-needed'])
    expect(progressOf(fish.state).awaitingTouch).toContainEqual({ zone: PAN, target })
  })

  test('is over when the technique is, and the next one takes the zone over', () => {
    const fish = salmon()
    for (const { zone } of fish.state.driven) fish.do({ type: 'program', zone, news: { kind: 'set' } })
    fish.touchAll()
    fish.do({ type: 'program', zone: PAN, news: { kind: 'ended' } })
    expect(fish.state.plan.recipe.steps[fish.state.stepIndex]?.id).toBe('skin')
    expect(programsOf(fish)).toMatchObject([FISH, null, { technique: 'sear', phase: 'first' }])
  })

  test('pauses with it when the zone was stopped, and lets go of it', () => {
    const fish = salmon()
    fish.do({ type: 'program', zone: PAN, news: { kind: 'off', cause: 'stop' } })
    expect(fish.state.pausedBy).toEqual({ kind: 'zone-off', zone: PAN, cause: 'stop' })
    expect(programsOf(fish).at(-1)).toBeNull()
    expect(wishesOf(fish.effects)).toContainEqual({ zone: PAN, target: OFF })
  })
})
