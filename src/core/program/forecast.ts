import type { FoodContact } from '../technique/technique.ts'
import { ROOM } from '../heat/parameters.ts'
import { describeFood, foodTwinStep } from '../heat/twin/food-twin.ts'
import type { PanFood } from './pan-food.ts'
import { mediumOf, type ZoneNow } from './span.ts'
import { phaseOf, type ProgramState } from './state.ts'

/** What is expected of a zone; parallel lists, null = nothing known. */
export interface Forecast {
  readonly atCook: readonly number[]
  readonly surface: readonly (number | null)[]
  readonly liquid: readonly (number | null)[]
  readonly core: readonly (number | null)[]
  /** Deviation of the core, K. */
  readonly spread: readonly (number | null)[]
}

const POINTS = 30

/** What the running phase brings over the next `span` seconds: pan and liquid go to their target and stay, the middle follows. */
export function forecastOf(state: ProgramState, now: ZoneNow, food: PanFood | null, span: number): Forecast {
  const phase = phaseOf(state)
  const { target } = phase
  const step = span / POINTS
  const medium = mediumOf(phase, now)
  const contact = food?.twin?.contact
  const atCook: number[] = []
  const surface: (number | null)[] = []
  const liquid: (number | null)[] = []
  const core: (number | null)[] = []
  const spread: (number | null)[] = []
  let twin = food?.twin ?? null
  for (let point = 0; point <= POINTS; point++) {
    const seconds = point * step
    const pan = approach(
      now.surface,
      now.surfaceRate,
      target.kind === 'temperature' ? target.celsius : null,
      seconds,
    )
    const goal = target.kind === 'liquid' ? target.celsius : target.kind === 'simmer' ? now.boilsAt : null
    const pot = approach(now.liquid, now.liquidRate, goal, seconds)
    if (twin !== null && point > 0) twin = foodTwinStep(twin, step, around(contact, pan, pot) ?? medium)
    const middle = twin === null ? null : describeFood(twin).core
    atCook.push(state.countedAt + seconds * 1000)
    surface.push(pan)
    liquid.push(pot)
    core.push(middle?.value ?? null)
    spread.push(middle?.deviation ?? null)
  }
  return { atCook, surface, liquid, core, spread }
}

function around(contact: FoodContact | undefined, pan: number | null, pot: number | null): number | null {
  if (contact === 'air') return ROOM
  return contact === 'pan' ? pan : pot
}

/** On a straight line at the present rate until the goal, then there; unknown without a rate or a goal. */
function approach(
  from: number | null,
  rate: number | null,
  goal: number | null,
  seconds: number,
): number | null {
  if (from === null) return null
  if (seconds === 0) return from
  if (goal === null || rate === null) return null
  const moved = from + rate * seconds
  return goal >= from ? Math.min(goal, Math.max(from, moved)) : Math.max(goal, Math.min(from, moved))
}
