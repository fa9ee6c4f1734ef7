import type { Face } from './face.ts'
import { shrinkOf, type FoodState } from './food-state.ts'
import { entryAt, PER_KELVIN, temperatureAt, enthalpyAt } from './slab-tables.ts'
import { evaporation, EXPULSION_TIME, VAPORISATION } from './water.ts'

/** One stretch of time with what the two faces touch meanwhile. */
export interface FoodStep {
  /** Seconds. */
  readonly elapsed: number
  readonly top: Face
  readonly bottom: Face
}

/** Longest step of the scheme: in seconds, and as a share of thickness² over a high diffusivity, m²/s. */
const LONGEST = 1
const LONGEST_FOURIER = 0.0025
const DIFFUSIVITY = 1.6e-7
/** Specific heat of the water that a layer has lost, and a floor for what is left of it, J/(kg K). */
const WATER_HEAT = 4190
const LEAST_HEAT = 300
/** A layer at its boiling point takes in so much more heat for each kelvin: that holds it there while it has water. */
const BOILING_WEIGHT = 1e5
/** Under this share of its raw water a layer has pores, since it no longer shrinks with what it loses. */
const POROUS = 0.4

/** Room for one step; nothing in it outlives a call. */
let before = new Float64Array(64)
let capacity = new Float64Array(64)
let conductivity = new Float64Array(64)
let ratio = new Float64Array(64)

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

/**
 * Lets `elapsed` seconds pass. Heat conduction in layers, implicit in time, with enthalpy carried exactly through
 * melting (Pham 1985, J. Food Sci. 50: solve with the apparent heat capacity, then correct the temperature to the
 * enthalpy that flowed in) and through boiling, where heat makes steam until the layer is dry. Muscle drips as it
 * shrinks, open faces evaporate. Pure and unconditionally stable.
 */
export function foodStep(state: FoodState, step: FoodStep): FoodState {
  const { elapsed } = step
  if (!(elapsed > 0)) return state
  const layers = state.celsius.length
  if (layers > ratio.length) {
    before = new Float64Array(layers)
    capacity = new Float64Array(layers)
    conductivity = new Float64Array(layers)
    ratio = new Float64Array(layers)
  }
  const next: Mutable<FoodState> = { ...state, celsius: state.celsius.slice(), water: state.water.slice() }
  const longest = Math.min(LONGEST, (LONGEST_FOURIER * state.food.thickness ** 2) / DIFFUSIVITY)
  const steps = Math.ceil(elapsed / longest)
  for (let count = 0; count < steps; count++) advance(next, elapsed / steps, step)
  return next
}

function advance(state: Mutable<FoodState>, dt: number, { top, bottom }: FoodStep): void {
  const { food, celsius, water } = state
  const last = celsius.length - 1
  const shrink = shrinkOf(state)
  const layer = (food.thickness * shrink) / celsius.length
  /** Raw food in a layer, kg under each m² of the face as it is now. */
  const mass = (food.density * food.thickness) / celsius.length / (shrink * shrink)
  readProperties(state)

  // Neighbours meet through two half layers in series, the faces through half a layer and the film. Elimination
  // upwards, then substitution downwards (Thomas); the new temperatures take the old ones' place.
  const below = inSeries(bottom.h, (2 * at(conductivity, 0)) / layer)
  const above = inSeries(top.h, (2 * at(conductivity, last)) / layer)
  const steamBelow = evaporation(bottom, at(celsius, 0), wetness(at(water, 0)))
  const steamAbove = evaporation(top, at(celsius, last), wetness(at(water, last)))
  let lower = 0
  for (let index = 0; index <= last; index++) {
    const inertia = (mass * at(capacity, index)) / dt
    const upper =
      index < last ? inSeries(at(conductivity, index), at(conductivity, index + 1)) * (2 / layer) : 0
    let diagonal = inertia + lower + upper
    let load = inertia * at(before, index)
    if (index === 0) {
      diagonal += below + steamBelow.slope
      load += below * bottom.celsius + steamBelow.slope * at(before, 0) - steamBelow.flux
    } else {
      diagonal -= lower * at(ratio, index - 1)
      load += lower * at(celsius, index - 1)
    }
    if (index === last) {
      diagonal += above + steamAbove.slope
      load += above * top.celsius + steamAbove.slope * at(before, last) - steamAbove.flux
    }
    ratio[index] = upper / diagonal
    celsius[index] = load / diagonal
    lower = upper
  }
  for (let index = last - 1; index >= 0; index--) {
    celsius[index] = at(celsius, index) + at(ratio, index) * at(celsius, index + 1)
  }

  const dried = dt / (VAPORISATION * mass * food.composition.water)
  const gone = (steam: typeof steamBelow, index: number): number =>
    Math.max(0, steam.flux + steam.slope * (at(celsius, index) - at(before, index))) * dried
  dry(state, 0, gone(steamBelow, 0))
  dry(state, last, gone(steamAbove, last))
  settle(state)
  drip(state, dt)
  state.bottomFace = faceOf(bottom, at(conductivity, 0) / layer, at(celsius, 0))
  state.topFace = faceOf(top, at(conductivity, last) / layer, at(celsius, last))
}

/** Capacity in J/(kg K) and conductivity of each layer as it is before the step. */
function readProperties({ food, celsius, water }: FoodState): void {
  const { tables, boilsAt, composition } = food
  for (let index = 0; index < celsius.length; index++) {
    const t = at(celsius, index)
    const left = at(water, index)
    const entry = entryAt(t)
    const slope = (at(tables.enthalpy, entry + 1) - at(tables.enthalpy, entry)) * PER_KELVIN
    const own = Math.max(LEAST_HEAT, slope - (1 - left) * composition.water * WATER_HEAT)
    before[index] = t
    capacity[index] = t >= boilsAt && left > 0 ? own * BOILING_WEIGHT : own
    conductivity[index] = tables.dry + (at(tables.conductivity, entry) - tables.dry) * wetness(left)
  }
}

/** Turns the heat that each layer took in into its true temperature, its ice and its steam. */
function settle(state: Mutable<FoodState>): void {
  const { food, celsius, water } = state
  const { freezesAt, boilsAt, tables, composition } = food
  for (let index = 0; index < celsius.length; index++) {
    const was = at(before, index)
    const is = at(celsius, index)
    if (was < freezesAt || is < freezesAt) {
      celsius[index] = temperatureAt(tables, enthalpyAt(tables, was) + at(capacity, index) * (is - was))
      continue
    }
    if (is <= boilsAt && was < boilsAt) continue
    const left = at(water, index)
    if (left <= 0) continue
    const pinned = was >= boilsAt
    const own = pinned ? at(capacity, index) / BOILING_WEIGHT : at(capacity, index)
    const heat = pinned ? at(capacity, index) * (is - was) + own * (was - boilsAt) : own * (is - boilsAt)
    const steam = Math.min(left, Math.max(0, heat / (VAPORISATION * composition.water)))
    dry(state, index, steam)
    celsius[index] = boilsAt + (heat - steam * VAPORISATION * composition.water) / own
  }
}

/** Water that muscle can no longer hold leaves as juice. */
function drip(state: Mutable<FoodState>, dt: number): void {
  const { food, celsius, water } = state
  const share = 1 - Math.exp(-dt / EXPULSION_TIME)
  let lost = 0
  for (let index = 0; index < celsius.length; index++) {
    const over = at(water, index) - at(food.tables.held, entryAt(at(celsius, index)))
    if (over <= 0) continue
    water[index] = at(water, index) - over * share
    lost += over * share
  }
  state.dripped += (lost * food.composition.water) / celsius.length
}

function dry(state: Mutable<FoodState>, index: number, share: number): void {
  const taken = Math.min(at(state.water, index), share)
  state.water[index] = at(state.water, index) - taken
  state.evaporated += (taken * state.food.composition.water) / state.water.length
}

const wetness = (left: number): number => (left < POROUS ? left / POROUS : 1)
const inSeries = (a: number, b: number): number => (a + b === 0 ? 0 : (a * b) / (a + b))
const at = (list: Float64Array, index: number): number => list[index] ?? 0

function faceOf({ celsius, h }: Face, conductance: number, layer: number): number {
  return (h * celsius + 2 * conductance * layer) / (h + 2 * conductance)
}
