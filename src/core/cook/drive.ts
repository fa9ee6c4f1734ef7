import { heatAt, targetOf, zoneOf } from '../recipe/heat.ts'
import { OFF, type ZoneId, type ZoneTarget } from '../stove/stove.ts'
import type { CookEffect, CookOutcome } from './event.ts'
import { outcome } from './outcome.ts'
import { sameTarget, stepOf, type CookState, type DrivenZone } from './state.ts'

/** The state with one zone taken over at a target. */
export function take(
  state: CookState,
  zone: ZoneId,
  target: ZoneTarget,
  standing: DrivenZone['standing'],
): CookState {
  const others = state.driven.filter((driven) => driven.zone !== zone)
  return { ...state, driven: [...others, { zone, target, standing }] }
}

/** Asks for what the step itself names; every other zone stays as it is. A step by hand asks for nothing. */
export function wishForStep(state: CookState): CookOutcome {
  const step = stepOf(state)
  if (step.mode === 'hand') return outcome(state)
  const wanted = new Map<ZoneId, ZoneTarget>()
  for (const heat of step.heat) {
    const zone = zoneOf(state.plan.zones, heat.role)
    if (zone !== null) wanted.set(zone, targetOf(heat))
  }
  return wish(state, wanted)
}

/** Asks for the whole heat of the place: what all steps up to it have set; zones that none has set go off. */
export function wishForPlace(state: CookState): CookOutcome {
  const wanted = new Map(heatAt(state.plan.recipe, state.plan.zones, state.stepIndex))
  for (const { zone } of state.driven) if (!wanted.has(zone)) wanted.set(zone, OFF)
  return wish(state, wanted)
}

function wish(before: CookState, wanted: ReadonlyMap<ZoneId, ZoneTarget>): CookOutcome {
  let state = before
  const effects: CookEffect[] = []
  for (const [zone, target] of wanted) {
    const driven = state.driven.find((candidate) => candidate.zone === zone)
    const stands =
      driven !== undefined && driven.standing !== 'overridden' && sameTarget(driven.target, target)
    // A zone that the program has never set is off or the cook's own: there is nothing to turn off.
    if (stands || (driven === undefined && target.kind === 'off')) continue
    effects.push({ type: 'wish', zone, target })
    // Off needs no answer: it always works (law 1).
    state = target.kind === 'off' ? release(state, zone) : take(state, zone, target, 'sent')
  }
  return { state, effects }
}

const release = (state: CookState, zone: ZoneId): CookState => ({
  ...state,
  driven: state.driven.filter((driven) => driven.zone !== zone),
})

/** Turns off everything that the program drives; what waits for a hand is withdrawn the same way. */
export function drop(state: CookState): CookOutcome {
  return {
    state: { ...state, driven: [] },
    effects: state.driven.map(({ zone }) => ({ type: 'wish', zone, target: OFF })),
  }
}
