import { conduct } from '../food/conduct.ts'
import { draftOf, room, type Draft } from '../food/draft.ts'
import { coreOf, meanOf, type FoodState } from '../food/food-state.ts'
import { settle } from '../food/settle.ts'
import { ROOM } from '../parameters.ts'
import { facesOf, type Contact, type FoodMember, type FoodTwin } from './food-twin.ts'

/** What an answer rests on; each is said to the cook. */
export type Assumption = 'thickness' | 'properties' | 'contact' | 'medium-stays'

export type ReadyIn =
  /** Seconds, and the bounds of nine in ten; `latest` null where some of what it may be never gets there. */
  | {
      readonly kind: 'ready-in'
      readonly seconds: number
      readonly earliest: number
      readonly latest: number | null
      readonly assumes: readonly Assumption[]
    }
  | { readonly kind: 'ready' }
  /** What surrounds it is not warm enough: the middle will not get there. */
  | { readonly kind: 'never' }

/** Steps are a share of the time in which the middle follows, thickness² / (pi² diffusivity), and never shorter than this, s. */
const STEP_SHARE = 1 / 80
const SHORTEST = 0.5
const DIFFUSIVITY = 1.4e-7
/** Nobody plans further, s. */
const HORIZON = 24 * 3600
/** Bounds of nine in ten of a normal distribution. */
const NINE_IN_TEN = 1.645
/** Physics that no member has: juices that move, shapes that are not slabs, as a share of the time. */
const UNMODELLED = 0.03
const REST_STEPS = 60
/** After so many steps a middle over 1 °C whose rise is under this share of what is missing has stalled. */
const PATIENCE = 200
const THAWED = 1
const STALLED = 1 / 5000
const HALVINGS = 7

/**
 * When the middle reaches `target` °C with pan or medium staying at `celsius`; with `rest` it is taken out early, so
 * that it just gets there while resting in still air.
 */
export function readyIn(twin: FoodTwin, target: number, celsius: number, rest: boolean): ReadyIn {
  if (celsius <= target && describedCore(twin) < target) return { kind: 'never' }
  const times = twin.members.map((member) => timeTo(member, twin.contact, target, celsius, rest))
  const finite = times.filter((time) => time !== null)
  if (finite.length <= times.length / 2) return { kind: 'never' }
  const logs = finite.map((time) => Math.log(Math.max(1, time)))
  const middle = logs.reduce((sum, log) => sum + log, 0) / logs.length
  const variance = logs.reduce((sum, log) => sum + (log - middle) ** 2, 0) / Math.max(1, logs.length - 1)
  const seconds = Math.exp(middle)
  if (seconds <= 1) return { kind: 'ready' }
  const reach = Math.exp(NINE_IN_TEN * Math.hypot(Math.sqrt(variance), UNMODELLED))
  return {
    kind: 'ready-in',
    seconds,
    earliest: seconds / reach,
    latest: finite.length < times.length ? null : seconds * reach,
    assumes: twin.probed ? ['medium-stays'] : ['thickness', 'properties', 'contact', 'medium-stays'],
  }
}

const describedCore = ({ members }: FoodTwin): number =>
  Math.max(...members.map(({ state }) => coreOf(state)))

function timeTo(
  { state: from, film, wait }: FoodMember,
  contact: Contact,
  target: number,
  celsius: number,
  rest: boolean,
): number | null {
  const faces = facesOf(contact, film, celsius)
  const dt = stepOf(from)
  const scratch = room(from.celsius.length)
  const draft = draftOf(from)
  const walk = (step: number): void => {
    if (conduct(draft, scratch, step, faces) === 'phase-change') settle(draft, scratch)
  }
  let early: { readonly at: number; readonly state: FoodState } | null = null
  if (rest && meanOf(draft) >= target && peakAtRest(draft, film) >= target) return 0
  let before = coreOf(draft)
  for (let at = 0; at < HORIZON; at += dt) {
    const now = at === 0 ? before : coreOf(draft)
    if (now >= target) {
      const reached = at === 0 ? 0 : at - (dt * (now - target)) / Math.max(1e-9, now - before)
      return wait + (early === null ? reached : restedTime(early, reached, film, target, faces))
    }
    // The middle ends up between where it is and the mean: resting can help only from here on.
    if (rest && early === null && meanOf(draft) >= target) early = { at, state: draftOf(draft) }
    if (at > PATIENCE * dt && now > THAWED && now - before < (target - now) * STALLED) return null
    before = now
    walk(dt)
  }
  return null
}

/** Halves the time between where resting might suffice and where none is needed. */
function restedTime(
  early: { readonly at: number; readonly state: FoodState },
  reached: number,
  film: number,
  target: number,
  faces: ReturnType<typeof facesOf>,
): number {
  let soon = early.at
  let late = reached
  for (let halving = 0; halving < HALVINGS && late - soon > 1; halving++) {
    const middle = (soon + late) / 2
    const draft = draftOf(early.state)
    const scratch = room(draft.celsius.length)
    const steps = Math.max(1, Math.ceil((middle - early.at) / stepOf(draft)))
    for (let step = 0; step < steps; step++) {
      if (conduct(draft, scratch, (middle - early.at) / steps, faces) === 'phase-change')
        settle(draft, scratch)
    }
    if (peakAtRest(draft, film) >= target) late = middle
    else soon = middle
  }
  return late
}

/** The warmest that the middle becomes while resting in still air, °C. */
export function peakAtRest(from: FoodState, film: number): number {
  const draft: Draft = draftOf(from)
  const scratch = room(draft.celsius.length)
  const faces = facesOf('air', Math.max(-0.3, Math.min(0.3, film)), ROOM)
  const dt = stepOf(from)
  let peak = coreOf(draft)
  for (let step = 0; step < REST_STEPS; step++) {
    if (conduct(draft, scratch, dt, faces) === 'phase-change') settle(draft, scratch)
    const core = coreOf(draft)
    if (core < peak) break
    peak = core
  }
  return peak
}

const stepOf = ({ food }: FoodState): number =>
  Math.max(SHORTEST, (STEP_SHARE * food.thickness ** 2) / (Math.PI ** 2 * DIFFUSIVITY))
