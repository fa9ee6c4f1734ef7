import fc from 'fast-check'
import { expect, test } from 'vitest'
import { within } from '#core/program/envelope.ts'
import { planProgram, type ProgramPlan } from '#core/program/plan.ts'
import type { ZoneTarget } from '#core/stove/stove.ts'
import { celsius } from '#core/units/quantities.ts'
import { TECHNIQUES } from '../technique/library.ts'
import { type Happening, NOTHING_KNOWN, Run, STEAK } from './run.ts'

const plans: readonly ProgramPlan[] = TECHNIQUES.flatMap((technique) => {
  const planning = planProgram(technique, technique.choices.food === 'none' ? {} : { food: STEAK })
  return planning.kind === 'plan' ? [planning.plan] : []
})

const degrees = fc.option(fc.double({ min: 0, max: 260, noNaN: true }))
const target: fc.Arbitrary<ZoneTarget> = fc.oneof(
  fc.record({ kind: fc.constant('power' as const), share: fc.double({ min: 0.01, max: 1, noNaN: true }) }),
  fc.record({
    kind: fc.constant('temperature' as const),
    celsius: fc.integer({ min: 30, max: 285 }).map(celsius),
  }),
  fc.record({
    kind: fc.constant('liquid' as const),
    celsius: fc.integer({ min: 30, max: 245 }).map(celsius),
  }),
  fc.record({ kind: fc.constant('simmer' as const), vigour: fc.double({ min: 0.05, max: 1, noNaN: true }) }),
)
const answers = fc.constantFrom(
  { kind: 'done' } as const,
  { kind: 'asked', question: 1 } as const,
  { kind: 'refused', code: 'touch-expired' } as const,
  { kind: 'refused', code: 'fault-latched' } as const,
)

type Move =
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'do'; readonly event: Happening }
  | { readonly kind: 'answer'; readonly answer: typeof answers extends fc.Arbitrary<infer A> ? A : never }
  | { readonly kind: 'touch' }

/** What may happen; `remote` = no hand ever comes to the display. */
const moves = (remote: boolean): fc.Arbitrary<readonly Move[]> => {
  const hand = remote ? fc.constant(false) : fc.boolean()
  const happenings: fc.Arbitrary<Happening> = fc.oneof(
    hand.map((by): Happening => ({ type: 'start', hand: by })),
    hand.map((by): Happening => ({ type: 'resume', hand: by })),
    fc.constantFrom<Happening>({ type: 'next' }, { type: 'next' }, { type: 'stop' }),
    fc
      .record({ surface: degrees, liquid: degrees, core: degrees, boiling: fc.option(fc.boolean()) })
      .map((belief): Happening => ({ type: 'belief', belief: { ...NOTHING_KNOWN, ...belief } })),
    fc
      .tuple(fc.constantFrom(...plans), hand)
      .map(([plan, by]): Happening => ({ type: 'change', plan, startsAt: null, hand: by })),
    fc.constantFrom('stop', 'sensor-frozen').map((cause): Happening => ({ type: 'zone-off', cause })),
    ...(remote ? [] : [target.map((set): Happening => ({ type: 'zone-set', target: set }))]),
  )
  const move: fc.Arbitrary<Move> = fc.oneof(
    fc.integer({ min: 0, max: 3000 }).map((seconds): Move => ({ kind: 'wait', seconds })),
    happenings.map((event): Move => ({ kind: 'do', event })),
    answers.map((answer): Move => ({ kind: 'answer', answer })),
    ...(remote ? [] : [fc.constant<Move>({ kind: 'touch' })]),
  )
  return fc.array(move, { maxLength: 40 })
}

function play(plan: ProgramPlan, happened: readonly Move[], check: (run: Run, from: number) => void): void {
  const run = new Run(plan)
  run.do({ type: 'start', hand: true })
  for (const move of happened) {
    const from = run.moments.length
    if (move.kind === 'wait') run.wait(move.seconds)
    else if (move.kind === 'do') run.do(move.event)
    else if (move.kind === 'touch') run.do({ type: 'zone-set', target: run.state.target })
    else run.do({ type: 'heat-answer', target: run.state.target, answer: move.answer })
    check(run, from)
  }
}

const RUNS = { numRuns: 500 }

test('law 6: what no hand has accepted is never wished for as if it were', () => {
  fc.assert(
    fc.property(fc.constantFrom(...plans), moves(false), (plan, happened) => {
      play(plan, happened, (run, from) => {
        for (const { effects } of run.moments.slice(from)) {
          for (const effect of effects) {
            if (effect.type === 'wish' && !effect.beyond)
              expect(within(run.state.accepted, effect.target)).toBe(true)
          }
        }
      })
    }),
    RUNS,
  )
})

test('law 6: what is accepted grows by a hand only', () => {
  fc.assert(
    fc.property(fc.constantFrom(...plans), moves(true), (plan, happened) => {
      const run = new Run(plan)
      run.do({ type: 'start', hand: true })
      const accepted = run.state.accepted
      for (const move of happened) {
        if (move.kind === 'wait') run.wait(move.seconds)
        else if (move.kind === 'do') run.do(move.event)
        else if (move.kind === 'answer') {
          run.do({ type: 'heat-answer', target: run.state.target, answer: move.answer })
        }
        expect(run.state.accepted.maxCelsius).toBeLessThanOrEqual(accepted.maxCelsius)
        expect(run.state.accepted.maxLiquid).toBeLessThanOrEqual(accepted.maxLiquid)
        expect(run.state.accepted.maxVigour).toBeLessThanOrEqual(accepted.maxVigour)
        expect(run.state.accepted.maxShare).toBeLessThanOrEqual(accepted.maxShare)
      }
    }),
    RUNS,
  )
})

test('laws 6 and 7: after a stop or a fault nothing is heated until a hand has come', () => {
  fc.assert(
    fc.property(fc.constantFrom(...plans), moves(true), moves(true), (plan, before, after) => {
      const run = new Run(plan)
      run.do({ type: 'start', hand: true })
      const feed = (happened: readonly Move[]): void => {
        for (const move of happened) {
          if (move.kind === 'wait') run.wait(move.seconds)
          else if (move.kind === 'do') run.do(move.event)
          // A hand would have to answer what is asked now: none comes.
          else if (move.kind === 'answer' && move.answer.kind !== 'done') {
            run.do({ type: 'heat-answer', target: run.state.target, answer: move.answer })
          }
        }
      }
      feed(before)
      const paused = run.state.status === 'running' && run.state.target.kind !== 'off'
      run.do({ type: 'zone-off', cause: 'stop' })
      fc.pre(paused)
      const from = run.moments.length
      feed(after)
      for (const { effects } of run.moments.slice(from)) {
        for (const effect of effects) {
          if (effect.type === 'wish' && effect.target.kind !== 'off') expect(effect.beyond).toBe(true)
        }
      }
    }),
    RUNS,
  )
})

test('a program that is over or stands still wishes for nothing but off', () => {
  fc.assert(
    fc.property(fc.constantFrom(...plans), moves(false), (plan, happened) => {
      play(plan, happened, (run, from) => {
        if (run.state.status === 'running') return
        for (const { effects } of run.moments.slice(from)) {
          for (const effect of effects) if (effect.type === 'wish') expect(effect.target.kind).toBe('off')
        }
      })
    }),
    RUNS,
  )
})
