import type { Body } from '../food/conduction/body.ts'
import type { Composition } from '../food/composition.ts'
import { COEFFICIENTS, faceIn, type Face, type Medium } from '../food/face.ts'
import { foodStep } from '../food/food-step.ts'
import { coreOf, profileOf, startFood, surfaceOf, turnOver, type FoodState } from '../food/food-state.ts'
import { HIGHEST, LOWEST } from '../food/slab-tables.ts'
import { slabFood } from '../food/slab-food.ts'
import { ROOM } from '../parameters.ts'
import type { Figure } from './contents.ts'
import { correctMembers } from './food-probe.ts'
import { normalScores } from './scores.ts'
import { acrossOf, slabLike } from './slab-like.ts'

/** What the food touches: the pan below and air above, or the same thing all round. */
export type Contact = 'pan' | 'liquid' | 'steam' | 'oil' | 'air'

/** What the cook said of a piece of food. */
export interface DeclaredFood {
  readonly composition: Composition
  readonly muscle: boolean
  readonly body: Body
  /** °C. */
  readonly start: number
  readonly contact: Contact
  /** °C. */
  readonly boilsAt: number
}

/** One of the pieces that it may be. */
export interface FoodMember {
  readonly state: FoodState
  /** Logarithm of its h over the middling one. */
  readonly film: number
  /** Seconds until what surrounds it begins to tell: a body that is no slab starts late (see slab-like.ts). */
  readonly wait: number
}

/**
 * The food as a small ensemble of pieces that it may be, over thickness, properties and contact; a probe in it draws
 * them together (see food-probe.ts). Plain data, never changed in place.
 */
export interface FoodTwin {
  readonly members: readonly FoodMember[]
  readonly contact: Contact
  readonly boilsAt: number
  /** A probe has told of its middle. */
  readonly probed: boolean
  /** Seconds since the probe was last listened to. */
  readonly sinceProbe: number
}

export type FoodProblem = 'thickness' | 'temperature'

const MEMBERS = 16
const LAYERS = 16
/**
 * Cooks measure thickness within 15 %, tables give diffusivity within 15 %: taken as 1.5 deviations each. Both act as
 * one factor on the thickness, as the time goes with thickness² / diffusivity.
 */
const SIZE_WIDTH = Math.hypot(0.1, 0.1 / 2)
/** Of the temperature at the start, K. */
const START_WIDTH = 1.5
/** A probe is listened to this often, s: the ensemble has moved on by then. */
const PROBE_EVERY = 5

const MEDIUM: Readonly<Record<Contact, Medium>> = {
  pan: 'plate',
  liquid: 'pot',
  steam: 'steam',
  oil: 'oil',
  air: 'air',
}

export function startFoodTwin({
  composition,
  muscle,
  body,
  start,
  contact,
  boilsAt,
}: DeclaredFood):
  | { readonly kind: 'food'; readonly twin: FoodTwin }
  | { readonly kind: 'problem'; readonly problem: FoodProblem } {
  const across = acrossOf(body)
  if (!(across > 0.0005 && across < 0.5)) return { kind: 'problem', problem: 'thickness' }
  if (!(start >= LOWEST + 5 && start < HIGHEST / 3)) return { kind: 'problem', problem: 'temperature' }
  // In a pan heat comes from one side, whatever the shape.
  const like =
    contact === 'pan' ? { thickness: across, delay: 0 } : slabLike(body, COEFFICIENTS[MEDIUM[contact]].middle)
  const food = slabFood({ composition, muscle, thickness: like.thickness, boilsAt })
  const width = filmWidth(contact)
  const members = normalScores(MEMBERS, 3).map(([size = 0, film = 0, warmth = 0]): FoodMember => {
    const factor = Math.exp(SIZE_WIDTH * size)
    const own = start + (start < food.freezesAt ? 0 : START_WIDTH * warmth)
    return {
      state: startFood({ ...food, thickness: like.thickness * factor }, own, LAYERS),
      film: width * film,
      wait: like.delay * factor ** 2,
    }
  })
  return { kind: 'food', twin: { members, contact, boilsAt, probed: false, sinceProbe: 0 } }
}

/** Deviation of the logarithm of h over the range that kitchens offer, read as nine in ten. */
function filmWidth(contact: Contact): number {
  const { low, high } = COEFFICIENTS[MEDIUM[contact]]
  return Math.log(high / low) / (2 * 1.645)
}

/** What a member's two faces touch while what surrounds the food is at `celsius`. */
export function facesOf(
  contact: Contact,
  film: number,
  celsius: number,
): { readonly bottom: Face; readonly top: Face } {
  const face = faceIn(MEDIUM[contact], celsius)
  const touched = { ...face, h: face.h * Math.exp(film) }
  return contact === 'pan' ? { bottom: touched, top: faceIn('air', ROOM) } : { bottom: touched, top: touched }
}

/**
 * Lets `elapsed` seconds pass with pan or medium at `celsius`; `probe` is the reading of one in the food's middle. An
 * unknown temperature moves nothing: the caller shows how old the estimate is.
 */
export function foodTwinStep(
  twin: FoodTwin,
  elapsed: number,
  celsius: number | null,
  probe: number | null = null,
): FoodTwin {
  const moved =
    celsius === null
      ? twin.members
      : twin.members.map((member) => {
          const { state, film, wait } = member
          const acting = Math.max(0, elapsed - wait)
          const faces = facesOf(twin.contact, film, celsius)
          return {
            state: foodStep(state, { elapsed: acting, ...faces }),
            film,
            wait: Math.max(0, wait - elapsed),
          }
        })
  const sinceProbe = twin.sinceProbe + elapsed
  if (probe === null || sinceProbe < PROBE_EVERY) return { ...twin, members: moved, sinceProbe }
  const members = correctMembers(moved, probe, celsius ?? probe)
  return { ...twin, members, probed: true, sinceProbe: 0 }
}

/** The other side down. */
export const turnFood = (twin: FoodTwin): FoodTwin => ({
  ...twin,
  members: twin.members.map((member) => ({ ...member, state: turnOver(member.state) })),
})

/** It was moved: out of the pan to rest, from the pan into the oven. What is known of its contact starts anew. */
export function moveFood(twin: FoodTwin, contact: Contact): FoodTwin {
  const before = filmWidth(twin.contact)
  const width = filmWidth(contact)
  const members = twin.members.map((member) => ({ ...member, film: (member.film / before) * width, wait: 0 }))
  return { ...twin, contact, members }
}

export interface FoodEstimate {
  readonly core: Figure
  readonly bottom: Figure
  readonly top: Figure
  /** From the bottom to the top, faces included. */
  readonly profile: readonly Figure[]
}

const POINTS = 25

export function describeFood({ members }: FoodTwin): FoodEstimate {
  const states = members.map(({ state }) => state)
  const profiles = states.map((state) => profileOf(state, POINTS))
  return {
    core: spread(states.map(coreOf)),
    bottom: spread(states.map((state) => surfaceOf(state).bottom)),
    top: spread(states.map((state) => surfaceOf(state).top)),
    profile: Array.from({ length: POINTS }, (_, point) =>
      spread(profiles.map((profile) => profile[point] ?? 0)),
    ),
  }
}

/** Mean and standard deviation over the ensemble. */
function spread(values: readonly number[]): Figure {
  const value = values.reduce((sum, each) => sum + each, 0) / values.length
  const squares = values.reduce((sum, each) => sum + (each - value) ** 2, 0)
  return { value, deviation: Math.sqrt(squares / Math.max(1, values.length - 1)) }
}
