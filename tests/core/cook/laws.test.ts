import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PROGRESS_PERIOD } from '#core/cook/end.ts'
import { progressOf } from '#core/cook/progress.ts'
import { recover } from '#core/cook/recover.ts'
import { cookStep } from '#core/cook/session.ts'
import type { CookPlan } from '#core/cook/state.ts'
import { envelopeIn } from '#core/program/of-step.ts'
import { envelope } from '#core/recipe/heat.ts'
import { SHIPPED } from '../technique/library.ts'
import { arbitraryHappenings, arbitraryPlan, type Happening } from './arbitrary.ts'
import { Cook, wishesOf } from './drive.ts'

const RUNS = { numRuns: 400 }

function play(plan: CookPlan, happenings: readonly Happening[]): Cook {
  const cook = new Cook(plan)
  cook.do({ type: 'start' })
  for (const happening of happenings) {
    if (happening.kind === 'wait') cook.wait(happening.ms)
    else if (happening.kind === 'answer-last') cook.answerLast(happening.answer)
    else cook.do(happening.event as Parameters<Cook['do']>[0])
  }
  return cook
}

test('law 6: no program ever wishes for more than the cook accepted', () => {
  fc.assert(
    fc.property(arbitraryPlan, arbitraryHappenings, (plan, happenings) => {
      const limits = envelope(plan.recipe, plan.zones, envelopeIn(SHIPPED))
      for (const { zone, target } of wishesOf(play(plan, happenings).effects)) {
        const limit = limits.find((candidate) => candidate.zone === zone)
        expect(limit).toBeDefined()
        if (target.kind === 'power') expect(target.share).toBeLessThanOrEqual(limit?.maxShare ?? -1)
        if (target.kind === 'temperature') expect(target.celsius).toBeLessThanOrEqual(limit?.maxCelsius ?? -1)
      }
    }),
    RUNS,
  )
})

test('a cook that is not running drives nothing and wishes for nothing but off', () => {
  fc.assert(
    fc.property(arbitraryPlan, arbitraryHappenings, (plan, happenings) => {
      for (const { after, effects } of play(plan, happenings).moments) {
        if (after.status === 'running') continue
        expect(after.driven).toEqual([])
        for (const { target } of wishesOf(effects)) expect(target.kind).toBe('off')
      }
    }),
    RUNS,
  )
})

test('whatever the program has driven is turned off when it lets go of it', () => {
  fc.assert(
    fc.property(arbitraryPlan, arbitraryHappenings, (plan, happenings) => {
      for (const { before, after, effects } of play(plan, happenings).moments) {
        for (const { zone } of before.driven) {
          if (after.driven.some((driven) => driven.zone === zone)) continue
          expect(wishesOf(effects)).toContainEqual({ zone, target: { kind: 'off' } })
        }
      }
    }),
    RUNS,
  )
})

test('the place is always a step of the recipe, and its time never runs back', () => {
  fc.assert(
    fc.property(arbitraryPlan, arbitraryHappenings, (plan, happenings) => {
      for (const { before, after } of play(plan, happenings).moments) {
        expect(plan.recipe.steps[after.stepIndex]).toBeDefined()
        expect(Math.abs(after.stepIndex - before.stepIndex)).toBeLessThanOrEqual(1)
        if (after.stepIndex === before.stepIndex) expect(after.elapsed).toBeGreaterThanOrEqual(before.elapsed)
        const { stepEndsAtCook, stepRemaining } = progressOf(after)
        expect(stepEndsAtCook === null || stepRemaining === null).toBe(true)
      }
    }),
    RUNS,
  )
})

test('only an automatic step that has met its end goes on by itself', () => {
  fc.assert(
    fc.property(arbitraryPlan, arbitraryHappenings, (plan, happenings) => {
      for (const { before, event, after } of play(plan, happenings).moments) {
        if (event.type !== 'tick' && event.type !== 'reading') continue
        const moved = after.stepIndex !== before.stepIndex || after.status === 'finished'
        if (moved && before.status === 'running') {
          expect(plan.recipe.steps[before.stepIndex]?.mode).toBe('automatic')
        }
      }
    }),
    RUNS,
  )
})

test('law 7: what was recorded gives the place back, paused, with nothing heating', () => {
  fc.assert(
    fc.property(arbitraryPlan, arbitraryHappenings, (plan, happenings) => {
      const cook = play(plan, happenings)
      const found = recover(plan, cook.records, 5000)
      const { state } = cook
      expect(found.stepIndex).toBe(state.stepIndex)
      expect(found.stepDone).toBe(state.stepDone)
      expect(found.driven).toEqual([])
      if (state.status === 'finished' || state.status === 'abandoned') expect(found.status).toBe(state.status)
      else expect(found).toMatchObject({ status: 'paused', pausedBy: { kind: 'recovered' } })
      if (plan.recipe.steps[state.stepIndex]?.until.kind === 'time') {
        expect(found.elapsed).toBeLessThanOrEqual(state.elapsed)
        expect(state.elapsed - found.elapsed).toBeLessThan(PROGRESS_PERIOD)
      }
    }),
    RUNS,
  )
})

test('law 7: a recovered cook wishes for no heat before it is resumed', () => {
  fc.assert(
    fc.property(arbitraryPlan, arbitraryHappenings, arbitraryHappenings, (plan, happenings, later) => {
      let state = recover(plan, play(plan, happenings).records, 0)
      let at = 0
      for (const happening of later) {
        if (happening.kind === 'answer-last') continue
        if (happening.kind === 'wait') at += happening.ms
        const event = happening.kind === 'wait' ? ({ type: 'tick' } as const) : happening.event
        if (event.type === 'resume') return
        const { state: after, effects } = cookStep(state, { ...event, at } as Parameters<typeof cookStep>[1])
        expect(wishesOf(effects).filter(({ target }) => target.kind !== 'off')).toEqual([])
        state = after
      }
    }),
    RUNS,
  )
})

test('a record that lies about the place is not believed beyond the recipe', () => {
  fc.assert(
    fc.property(arbitraryPlan, fc.double(), fc.double(), (plan, index, elapsed) => {
      const found = recover(
        plan,
        [
          { kind: 'step', data: { at: 1, index } },
          { kind: 'progress', data: { at: 2, elapsed } },
          { kind: 'never-heard-of', data: { index: 'x' } },
        ],
        0,
      )
      expect(plan.recipe.steps[found.stepIndex]).toBeDefined()
      expect(found.elapsed).toBeGreaterThanOrEqual(0)
    }),
  )
})
