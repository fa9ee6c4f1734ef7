import { heatAt, wishOf, zoneOf, type ZoneWish } from '../recipe/heat.ts'
import { OFF, type ZoneId } from '../stove/stove.ts'
import type { CookEffect, CookOutcome } from './event.ts'
import { outcome } from './outcome.ts'
import { sameWish, stepOf, type CookState, type DrivenZone } from './state.ts'

/** The state with one zone taken over. */
export function take(state: CookState, driven: DrivenZone): CookState {
  return { ...state, driven: [...state.driven.filter(({ zone }) => zone !== driven.zone), driven] }
}

/** Asks for what the step itself names; every other zone stays as it is. A step by hand asks for nothing. */
export function wishForStep(state: CookState): CookOutcome {
  const step = stepOf(state)
  if (step.mode === 'hand') return outcome(state)
  const wanted = new Map<ZoneId, ZoneWish>()
  for (const heat of step.heat) {
    const zone = zoneOf(state.plan.zones, heat.role)
    if (zone !== null) wanted.set(zone, wishOf(heat))
  }
  return wish(state, wanted)
}

/** Asks for the whole heat of the place: what all steps up to it have set; zones that none has set go off. */
export function wishForPlace(state: CookState): CookOutcome {
  const wanted = new Map(heatAt(state.plan.recipe, state.plan.zones, state.stepIndex))
  for (const { zone } of state.driven) if (!wanted.has(zone)) wanted.set(zone, OFF)
  return wish(state, wanted)
}

function wish(before: CookState, wanted: ReadonlyMap<ZoneId, ZoneWish>): CookOutcome {
  let state = before
  const effects: CookEffect[] = []
  for (const [zone, wanting] of wanted) {
    const driven = state.driven.find((candidate) => candidate.zone === zone)
    const stands = driven !== undefined && driven.standing !== 'overridden' && sameWish(driven.wish, wanting)
    // A zone that the program has never set is off or the cook's own: there is nothing to turn off.
    if (stands || (driven === undefined && wanting.kind === 'off')) continue
    effects.push(...leave(driven))
    if (wanting.kind === 'technique') effects.push({ type: 'program', zone, heat: wanting })
    else effects.push({ type: 'wish', zone, target: wanting })
    // Off needs no answer: it always works (law 1).
    state =
      wanting.kind === 'off' ? release(state, zone) : take(state, { zone, wish: wanting, standing: 'sent' })
  }
  return { state, effects }
}

/** A technique lets go of its zone before anything else is wanted of it. */
const leave = (driven: DrivenZone | undefined): readonly CookEffect[] =>
  driven?.wish.kind === 'technique' ? [{ type: 'program', zone: driven.zone, heat: null }] : []

const release = (state: CookState, zone: ZoneId): CookState => ({
  ...state,
  driven: state.driven.filter((driven) => driven.zone !== zone),
})

/** Turns off everything that the program drives; what waits for a hand is withdrawn the same way. */
export function drop(state: CookState): CookOutcome {
  return {
    state: { ...state, driven: [] },
    effects: state.driven.flatMap((driven): readonly CookEffect[] => [
      ...leave(driven),
      { type: 'wish', zone: driven.zone, target: OFF },
    ]),
  }
}
