import type { ProgramSnapshot } from '#contract/program.ts'
import { bandsOf } from '#core/program/goal.ts'
import { celsius } from '#core/units/quantities.ts'
import type { PastSample } from '#renderer/state/past.ts'
import { technique } from './techniques.ts'

const MINUTE = 60_000

const program = (id: string, at: number, change: Partial<ProgramSnapshot>): ProgramSnapshot => ({
  zone: 0,
  technique: id,
  title: technique(id).title,
  choices: {},
  ofCook: false,
  status: 'running',
  pausedBy: null,
  phase: { id: 'poach', index: 1, startedAtCook: at - 6 * MINUTE, endsAtCook: null, done: false },
  target: { kind: 'off' },
  goal: null,
  food: null,
  core: null,
  section: null,
  ready: null,
  readyBy: null,
  assumes: [],
  next: { code: 'wait', atCook: null },
  notices: [],
  awaitingTouch: null,
  path: [],
  forecast: null,
  ...change,
})

/** Warm from both faces: a parabola over the middle, which is how a slab looks once its first minutes are over. */
const cut = (middle: number, edge: number): readonly number[] =>
  Array.from({ length: 17 }, (_, index) => middle + (edge - middle) * ((index - 8) / 8) ** 2)

/** A middle that comes to its bath as a slab does in the long run, with a spread that grows. */
function forecast(at: number, from: number, bath: number, minutes: number, pull: number) {
  const steps = Array.from({ length: 31 }, (_, index) => (index / 30) * minutes)
  return {
    atCook: steps.map((minute) => at + minute * MINUTE),
    surface: steps.map(() => bath + 6),
    liquid: steps.map(() => bath),
    core: steps.map((minute) => bath - (bath - from) * Math.exp(-minute / pull)),
    spread: steps.map((minute) => 0.8 + 0.12 * minute),
  }
}

const fillet = { kind: 'fatty-fish', shape: 'slab', thicknessMm: 30, startCelsius: 5 } as const

export const salmon = (at: number, change: Partial<ProgramSnapshot> = {}): ProgramSnapshot =>
  program('poach', at, {
    choices: { core: 46, celsius: 80, food: fillet },
    target: { kind: 'liquid', celsius: celsius(80) },
    goal: 46,
    food: fillet,
    core: { celsius: 31.2, deviation: 1.3, from: 'model' },
    section: { celsius: cut(31.2, 66), bands: bandsOf('fatty-fish'), pasteurised: false },
    ready: {
      atCook: at + 4.4 * MINUTE,
      earliestCook: at + 3.1 * MINUTE,
      latestCook: at + 6.2 * MINUTE,
    },
    assumes: ['thickness', 'properties', 'contact', 'medium-stays'],
    next: { code: 'wait', atCook: at + 4.4 * MINUTE },
    notices: [{ code: 'goal-below-safe', figures: { core: 46, safe: 63 } }],
    forecast: forecast(at, 31.2, 80, 9, 12),
    ...change,
  })

export const softEgg = (at: number): ProgramSnapshot =>
  program('soft-egg', at, {
    zone: 1,
    choices: { minutes: 6 },
    phase: { id: 'cook', index: 1, startedAtCook: at - 2 * MINUTE, endsAtCook: at + 4 * MINUTE, done: false },
    target: { kind: 'simmer', vigour: 0.3 },
    ready: { atCook: at + 4 * MINUTE, earliestCook: at + 4 * MINUTE, latestCook: at + 4 * MINUTE },
    next: { code: 'wait', atCook: at + 4 * MINUTE },
    forecast: { ...forecast(at, 98, 98.3, 4, 9), core: Array(31).fill(null), spread: Array(31).fill(null) },
  })

export const frying = (at: number): ProgramSnapshot =>
  program('deep-fry', at, {
    choices: { celsius: 175, minutes: 4 },
    phase: { id: 'fry', index: 1, startedAtCook: at - MINUTE, endsAtCook: at + 3 * MINUTE, done: false },
    target: { kind: 'liquid', celsius: celsius(175) },
    ready: { atCook: at + 3 * MINUTE, earliestCook: at + 3 * MINUTE, latestCook: at + 3 * MINUTE },
    next: { code: 'wait', atCook: at + 3 * MINUTE },
    notices: [{ code: 'oil-near-smoke', figures: { celsius: 198.4, smokePoint: 204 } }],
  })

export const awaiting = (at: number): ProgramSnapshot =>
  salmon(at, {
    phase: { id: 'heat', index: 0, startedAtCook: at - MINUTE, endsAtCook: null, done: false },
    core: null,
    section: null,
    ready: null,
    assumes: [],
    next: { code: 'touch', atCook: null },
    awaitingTouch: { kind: 'liquid', celsius: celsius(80) },
    forecast: null,
  })

/** What the page would have seen of the salmon's pan: twelve minutes. */
export const salmonPast = (at: number): readonly PastSample[] =>
  Array.from({ length: 73 }, (_, index) => {
    const minute = index / 6
    const warm = 80 - 60 * Math.exp(-minute / 1.6)
    return {
      atCook: at - (12 - minute) * MINUTE,
      surface: warm + 6 + (minute < 5 ? 14 - minute * 2 : 2 * Math.sin(minute * 3)),
      liquid: minute > 6 && minute < 8 ? warm - 3 * Math.sin(((minute - 6) / 2) * Math.PI) : warm,
      core: minute < 6 ? null : 5 + (minute - 6) ** 1.2 * 3.05,
    }
  })
