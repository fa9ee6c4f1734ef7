import type { Face } from './face.ts'
import { shrinkOf, type FoodState } from './food-state.ts'
import { enthalpyAt, entryAt, temperatureAt, type SlabTables } from './slab-tables.ts'
import { evaporation, EXPULSION_TIME, VAPORISATION } from './water.ts'

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
/** Specific heat of the water that a layer has lost, and a floor for what is left of it, J/(kg K). */
const WATER_HEAT = 4190
const LEAST_HEAT = 300
/** A layer at its boiling point takes in so much more heat for each kelvin: that holds it there while it has water. */
const BOILING_WEIGHT = 1e5
/** Under this share of its raw water a layer has pores, since it no longer shrinks with what it loses. */
const POROUS = 0.4

/** Room for one step; nothing in it outlives a call. */
interface Scratch {
  /** Temperature, °C, and apparent heat capacity, J/(kg K), before the step. */
  readonly before: Float64Array
  readonly capacity: Float64Array
  readonly ratio: Float64Array
}
const room = (layers: number): Scratch => ({
  before: new Float64Array(layers),
  capacity: new Float64Array(layers),
  ratio: new Float64Array(layers),
})
let scratch = room(64)

/** A state under work. */
interface Draft extends FoodState {
  readonly celsius: number[]
  readonly water: number[]
  dripped: number
  evaporated: number
  bottomFace: number
  topFace: number
}

/**
 * Lets `elapsed` seconds pass. Heat conduction in layers, implicit in time, with enthalpy carried exactly through
 * melting (Pham 1985, J. Food Sci. 50: solve with the apparent heat capacity, then correct the temperature to the
 * enthalpy that flowed in) and through boiling, where heat makes steam until the layer is dry. Muscle drips as it
 * shrinks, open faces evaporate. Pure and unconditionally stable.
 */
export function foodStep(state: FoodState, step: FoodStep): FoodState {
  const { elapsed } = step
  if (!(elapsed > SHORTEST)) return state
  if (state.celsius.length > scratch.ratio.length) scratch = room(state.celsius.length)
  const draft: Draft = { ...state, celsius: state.celsius.slice(), water: state.water.slice() }
  const longest = Math.min(LONGEST, (LONGEST_FOURIER * state.food.thickness ** 2) / DIFFUSIVITY)
  const steps = Math.ceil(elapsed / longest)
  for (let count = 0; count < steps; count++) {
    conduct(draft, elapsed / steps, step)
    settle(draft, elapsed / steps)
  }
  return draft
}

/**
 * Temperatures after the step, as if heat did nothing but warm. Neighbours meet through two half layers in series,
 * faces through the film and half a layer. Elimination from the bottom up, then substitution downwards (Thomas);
 * the new temperatures take the place of the old ones.
 */
function conduct(draft: Draft, dt: number, { top, bottom }: FoodStep): void {
  const { food, celsius, water } = draft
  const { before, capacity, ratio } = scratch
  const { tables, boilsAt } = food
  const last = celsius.length - 1
  const layer = layerOf(draft)
  const inverse = layerMass(draft) / dt
  const lost = food.composition.water * WATER_HEAT
  const steamBelow = evaporation(bottom, at(celsius, 0), wetness(at(water, 0)))
  const steamAbove = evaporation(top, at(celsius, last), wetness(at(water, last)))

  let k = conductivityOf(tables, at(celsius, 0), at(water, 0))
  const film = inSeries(bottom.h, (2 * k) / layer)
  let load = film * bottom.celsius + steamBelow.slope * at(celsius, 0) - steamBelow.flux
  let diagonal = film + steamBelow.slope
  let upper = 0
  for (let index = 0; index <= last; index++) {
    const t = at(celsius, index)
    const left = at(water, index)
    let own = Math.max(LEAST_HEAT, at(tables.heat, entryAt(t)) - (1 - left) * lost)
    if (t >= boilsAt && left > 0) own *= BOILING_WEIGHT
    before[index] = t
    capacity[index] = own
    diagonal += inverse * own
    load += inverse * own * t
    if (index < last) {
      const next = conductivityOf(tables, at(celsius, index + 1), at(water, index + 1))
      upper = (2 * k * next) / ((k + next) * layer)
      k = next
      diagonal += upper
    } else {
      upper = 0
      const lid = inSeries(top.h, (2 * k) / layer)
      diagonal += lid + steamAbove.slope
      load += lid * top.celsius + steamAbove.slope * t - steamAbove.flux
    }
    const share = 1 / diagonal
    const warm = load * share
    celsius[index] = warm
    ratio[index] = upper * share
    // What the next layer sees of this one.
    diagonal = upper * (1 - upper * share)
    load = upper * warm
  }
  for (let index = last - 1; index >= 0; index--) {
    celsius[index] = at(celsius, index) + at(ratio, index) * at(celsius, index + 1)
  }

  const dried = dt / (VAPORISATION * layerMass(draft) * food.composition.water)
  const rise = (index: number): number => at(celsius, index) - at(before, index)
  dry(draft, 0, Math.max(0, steamBelow.flux + steamBelow.slope * rise(0)) * dried)
  dry(draft, last, Math.max(0, steamAbove.flux + steamAbove.slope * rise(last)) * dried)
  draft.bottomFace = faceOf(
    bottom,
    conductivityOf(tables, at(before, 0), at(water, 0)) / layer,
    at(celsius, 0),
  )
  draft.topFace = faceOf(top, k / layer, at(celsius, last))
}

/** Turns the heat that each layer took in into its true temperature, its ice, its steam and its juice. */
function settle(draft: Draft, dt: number): void {
  const { food, celsius, water } = draft
  const { before, capacity } = scratch
  const { freezesAt, boilsAt, tables, composition, muscle } = food
  const steamHeat = VAPORISATION * composition.water
  const share = 1 - Math.exp(-dt / EXPULSION_TIME)
  let dripped = 0
  for (let index = 0; index < celsius.length; index++) {
    const was = at(before, index)
    const is = at(celsius, index)
    const left = at(water, index)
    if (was < freezesAt || is < freezesAt) {
      celsius[index] = temperatureAt(tables, enthalpyAt(tables, was) + at(capacity, index) * (is - was))
    } else if (left > 0 && (is > boilsAt || was >= boilsAt)) {
      // A layer that boiled before the step was given a capacity that held it there.
      const own = was >= boilsAt ? at(capacity, index) / BOILING_WEIGHT : at(capacity, index)
      const heat = at(capacity, index) * (is - was) + own * (was - boilsAt)
      const steam = Math.min(left, Math.max(0, heat / steamHeat))
      dry(draft, index, steam)
      celsius[index] = boilsAt + (heat - steam * steamHeat) / own
    }
    if (muscle) {
      const over = left - at(tables.held, entryAt(at(celsius, index)))
      if (over > 0) {
        const juice = Math.min(over * share, at(water, index))
        water[index] = at(water, index) - juice
        dripped += juice
      }
    }
  }
  draft.dripped += (dripped * composition.water) / celsius.length
}

/** A layer loses a share of its raw water as steam. */
function dry(draft: Draft, index: number, share: number): void {
  if (share <= 0) return
  const taken = Math.min(at(draft.water, index), share)
  draft.water[index] = at(draft.water, index) - taken
  draft.evaporated += (taken * draft.food.composition.water) / draft.water.length
}

/** Metres of one layer as it is now. */
const layerOf = (draft: Draft): number => (draft.food.thickness * shrinkOf(draft)) / draft.celsius.length

/** Raw food in a layer, kg under each m² of the face as it is now. */
const layerMass = (draft: Draft): number =>
  (draft.food.density * draft.food.thickness) / draft.celsius.length / shrinkOf(draft) ** 2

function conductivityOf(tables: SlabTables, celsius: number, left: number): number {
  const moist = at(tables.conductivity, entryAt(celsius))
  return left < POROUS ? tables.dry + (moist - tables.dry) * wetness(left) : moist
}

const wetness = (left: number): number => (left < POROUS ? left / POROUS : 1)
const inSeries = (a: number, b: number): number => (a + b === 0 ? 0 : (a * b) / (a + b))
const at = (list: Readonly<ArrayLike<number>>, index: number): number => list[index] ?? 0

/** The face itself, between the film and half a layer. */
function faceOf({ celsius, h }: Face, conductance: number, layer: number): number {
  return (h * celsius + 2 * conductance * layer) / (h + 2 * conductance)
}
