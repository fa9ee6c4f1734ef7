import fc from 'fast-check'
import { suggestZones } from '#core/recipe/assign.ts'
import type { CookEvent } from '#core/cook/event.ts'
import type { CookPlan } from '#core/cook/state.ts'
import type { HeatAnswer } from '#core/safety/request.ts'
import { OFF, type ZoneDescription, type ZoneTarget } from '#core/stove/stove.ts'
import { celsius, watts } from '#core/units/quantities.ts'
import { arbitraryRecipe } from '../recipe/arbitrary.ts'

const HOB: readonly ZoneDescription[] = [0, 1, 2, 3].map((id) => ({
  id,
  maxPower: watts(2000),
  maxSurface: celsius(300),
  sets: 'power',
  diameterMm: 200,
  xMm: 0,
  yMm: 0,
}))

export const arbitraryPlan: fc.Arbitrary<CookPlan> = arbitraryRecipe.map((recipe) => ({
  recipe,
  zones: suggestZones(recipe, HOB) ?? {},
}))

const target: fc.Arbitrary<ZoneTarget> = fc.oneof(
  fc.constant(OFF),
  fc.integer({ min: 0, max: 20 }).map((value) => ({ kind: 'power', share: value / 20 }) as const),
  fc
    .integer({ min: 60, max: 250 })
    .map((value) => ({ kind: 'temperature', celsius: celsius(value) }) as const),
)

const answer: fc.Arbitrary<HeatAnswer> = fc.oneof(
  fc.constant({ kind: 'done' } as const),
  fc.constant({ kind: 'asked', question: 1 } as const),
  fc
    .constantFrom('needs-touch', 'touch-expired', 'fault-latched', 'locked')
    .map((code) => ({ kind: 'refused', code }) as const),
)

/**
 * What may happen to a cook, in any order. `answer-last` answers the newest wish as a supervisor would; `wait`
 * lets time pass, now and then backwards, as a clock that is set does.
 */
export type Happening =
  | { readonly kind: 'event'; readonly event: CookEvent extends infer E ? Omit<E & CookEvent, 'at'> : never }
  | { readonly kind: 'answer-last'; readonly answer: HeatAnswer }
  | { readonly kind: 'wait'; readonly ms: number }

const zone = fc.integer({ min: 0, max: 3 })
const button = fc.constantFrom(
  'start',
  'next',
  'next',
  'back',
  'pause',
  'resume',
  'resume',
  'finish',
  'abandon',
)

/** Ends are rare, so that long cooks are seen too. */
export const arbitraryHappenings = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: button.map((type) => ({ kind: 'event', event: { type } }) as Happening) },
    {
      weight: 3,
      arbitrary: fc
        .record({ zone, celsius: fc.option(fc.integer({ min: 10, max: 250 }).map(celsius)) })
        .map((reading) => ({ kind: 'event', event: { type: 'reading', ...reading } }) as Happening),
    },
    { weight: 5, arbitrary: answer.map((given) => ({ kind: 'answer-last', answer: given }) as Happening) },
    {
      weight: 1,
      arbitrary: fc
        .record({ zone, target, answer })
        .map((given) => ({ kind: 'event', event: { type: 'heat-answer', ...given } }) as Happening),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({ zone, target })
        .map((given) => ({ kind: 'event', event: { type: 'zone-set', ...given } }) as Happening),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({ zone, cause: fc.constantFrom('stop', 'runaway') })
        .map((given) => ({ kind: 'event', event: { type: 'zone-off', ...given } }) as Happening),
    },
    {
      weight: 6,
      arbitrary: fc.integer({ min: -2000, max: 400_000 }).map((ms) => ({ kind: 'wait', ms }) as Happening),
    },
  ),
  { maxLength: 80 },
)
