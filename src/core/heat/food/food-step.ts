import { conduct } from './conduct.ts'
import { draftOf, room } from './draft.ts'
import type { Face } from './face.ts'
import type { FoodState } from './food-state.ts'
import { settle } from './settle.ts'

/** One stretch of time with what the two faces touch meanwhile. */
export interface FoodStep {
  /** Seconds. */
  readonly elapsed: number
  readonly top: Face
  readonly bottom: Face
}

/** Nothing happens in a nanosecond. */
const SHORTEST = 1e-9
/** Longest step of the scheme: in seconds, and as a share of thickness² over a high diffusivity, m²/s. */
const LONGEST = 1
const LONGEST_FOURIER = 0.0025
const DIFFUSIVITY = 1.6e-7

/** Working memory; nothing in it outlives a call. */
let scratch = room(64)

/**
 * Lets `elapsed` seconds pass. Heat conduction in layers, implicit in time, with enthalpy carried exactly through
 * melting (Pham 1985, J. Food Sci. 50: solve with the apparent heat capacity, then correct the temperature to the
 * enthalpy that flowed in) and through boiling, where heat makes steam until the layer is dry. Muscle drips as it
 * shrinks, open faces evaporate. Pure and unconditionally stable.
 */
export function foodStep(state: FoodState, step: FoodStep): FoodState {
  const { elapsed, top, bottom } = step
  const sum = elapsed + top.celsius + top.h + bottom.celsius + bottom.h
  if (!Number.isFinite(sum) || top.h < 0 || bottom.h < 0) {
    throw new RangeError('a step of food needs finite temperatures and coefficients of 0 or more')
  }
  if (!(elapsed > SHORTEST)) return state
  if (state.celsius.length > scratch.ratio.length) scratch = room(state.celsius.length)
  const draft = draftOf(state)
  const longest = Math.min(LONGEST, (LONGEST_FOURIER * state.food.thickness ** 2) / DIFFUSIVITY)
  const steps = Math.ceil(elapsed / longest)
  const dt = elapsed / steps
  for (let count = 0; count < steps; count++) {
    if (conduct(draft, scratch, dt, step) === 'phase-change') settle(draft, scratch)
  }
  return draft
}
