import { ROOM } from '../heat/parameters.ts'
import { readyIn, type ReadyIn } from '../heat/twin/food-ready.ts'
import { startFoodTwin, turnFood, type FoodTwin } from '../heat/twin/food-twin.ts'
import type { Technique } from '../technique/technique.ts'
import { declaredFood } from './food.ts'
import type { PanFood } from './pan-food.ts'
import type { PlannedPhase } from './plan.ts'
import { phaseOf, type ProgramState } from './state.ts'

/** Seconds that a phase still takes, with the bounds of nine in ten. */
export interface Span {
  readonly seconds: number
  readonly earliest: number
  readonly latest: number
  readonly assumes: readonly string[]
}

/** What the kitchen knows of a zone at a moment; null = nothing. Rates in K/s. */
export interface ZoneNow {
  readonly surface: number | null
  readonly liquid: number | null
  readonly surfaceRate: number | null
  readonly liquidRate: number | null
  /** Where water boils here, °C. */
  readonly boilsAt: number
}

const exactly = (seconds: number): Span => ({ seconds, earliest: seconds, latest: seconds, assumes: [] })

/** A pan warms ever slower and a lid may come off: so far may the time to a temperature lie off, as a share. */
const WARMING_SPREAD = { early: 0.7, late: 1.6 }
/** Slower than this nothing can be told of when it gets there, K/s. */
const SLOWEST = 0.01

/** What is left of the phase that runs; null where nothing can be said, as of the cook's word. */
export function spanNow(state: ProgramState, now: ZoneNow, food: PanFood | null): Span | null {
  if (state.phaseDone) return exactly(0)
  const phase = phaseOf(state)
  const { until } = phase
  switch (until.kind) {
    case 'time':
      return exactly(Math.max(0, until.seconds - state.elapsed / 1000))
    case 'temperature':
      return until.of === 'surface'
        ? warming(now.surface, now.surfaceRate, until.celsius)
        : warming(now.liquid, now.liquidRate, until.celsius)
    case 'boil':
      return warming(now.liquid, now.liquidRate, now.boilsAt)
    case 'core':
      return food?.twin ? coreSpan(food.twin, until.celsius, phase, now) : null
    case 'cook':
      return turnedNext(state, food) ? { ...exactly(0), assumes: ['turned-now'] } : null
    case 'weight':
      return null
  }
}

function warming(celsius: number | null, rate: number | null, goal: number): Span | null {
  if (celsius === null || rate === null) return null
  const missing = goal - celsius
  if (Math.abs(missing) < 1) return exactly(0)
  if (Math.abs(rate) < SLOWEST || Math.sign(rate) !== Math.sign(missing)) return null
  const seconds = missing / rate
  return {
    seconds,
    earliest: seconds * WARMING_SPREAD.early,
    latest: seconds * WARMING_SPREAD.late,
    assumes: ['rate-stays'],
  }
}

/** The cook decides when a side is done; what comes after can be told as if it were now. */
const turnedNext = (state: ProgramState, food: PanFood | null): boolean =>
  food?.twin !== null && food !== null && state.plan.technique.phases[state.phaseIndex + 1]?.turned === true

/** How long a phase to come will take; null where nothing can be said. */
export function spanLater(
  phase: PlannedPhase,
  inTechnique: Technique['phases'][number] | undefined,
  now: ZoneNow,
  food: PanFood | null,
): Span | null {
  const { until } = phase
  if (until.kind === 'time') return exactly(until.seconds)
  if (until.kind !== 'core' || food === null || inTechnique?.contact == null) return null
  const twin = food.twin ?? freshTwin(food, inTechnique.contact)
  if (twin === null) return null
  return coreSpan(inTechnique.turned && food.twin ? turnFood(twin) : twin, until.celsius, phase, now)
}

function freshTwin(
  food: PanFood,
  contact: NonNullable<Technique['phases'][number]['contact']>,
): FoodTwin | null {
  const declared = declaredFood(food.choice, contact, food.boilsAt)
  const started = declared === null ? null : startFoodTwin(declared)
  return started?.kind === 'food' ? started.twin : null
}

function coreSpan(twin: FoodTwin, goal: number, phase: PlannedPhase, now: ZoneNow): Span | null {
  const celsius = mediumOf(phase, now)
  if (celsius === null) return null
  const answer: ReadyIn = readyIn(twin, goal, celsius, false)
  if (answer.kind === 'ready') return exactly(0)
  if (answer.kind === 'never' || answer.latest === null) return null
  const { seconds, earliest, latest, assumes } = answer
  return { seconds, earliest, latest, assumes }
}

/** What the food is surrounded by when the phase holds its target, °C; off the heat it lies in the room. */
export function mediumOf({ target }: PlannedPhase, now: ZoneNow): number | null {
  switch (target.kind) {
    case 'temperature':
    case 'liquid':
      return target.celsius
    case 'simmer':
      return now.boilsAt
    case 'power':
      return now.surface
    case 'off':
      return ROOM
  }
}
