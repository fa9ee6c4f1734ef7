import { randomStream, type Random } from '../random.ts'
import { Glass } from './glass.ts'
import { hobLayout, type HobLayout } from './layout.ts'
import { Ledger } from './ledger.ts'
import type { PanName } from './pans.ts'
import { drawGlass, drawRoom, type RoomParameters } from './parameters.ts'
import type { Vessel } from './vessel.ts'
import { Zone } from './zone.ts'

/**
 * Seconds of physics in one step. Explicit Euler throughout; the shortest time constant is that of boiling on thin
 * carbon steel, 0.08 s (see vessel.ts and plate.ts for each limit), conduction in a plate cuts its step by itself.
 */
export const STEP = 0.05

/** Glass is slow: it is stepped once in so many steps, and holds the heat that came meanwhile. */
const GLASS_EVERY = 4

export interface HobOptions {
  readonly seed: number
  /** 1 to 6 */
  readonly zones: number
  /** Height of the kitchen over the sea, m. */
  readonly altitude: number
}

/**
 * A hob and the kitchen round it, as nature has them. Deterministic: the same seed, steps and commands give the same
 * numbers to the last bit. It knows nothing of lines, leases or wall time.
 */
export class Hob {
  readonly seed: number
  readonly layout: HobLayout
  readonly room: RoomParameters
  readonly glass: Glass
  readonly zones: readonly Zone[]
  readonly ledger = new Ledger()
  readonly #weather: Random
  #draught: number
  #steps = 0

  constructor({ seed, zones, altitude }: HobOptions) {
    this.seed = seed
    this.layout = hobLayout(zones)
    this.room = drawRoom(seed, altitude)
    const { width, depth } = this.layout
    const glass = new Glass(width, depth, drawGlass(seed), this.room.ambient)
    this.glass = glass
    this.zones = this.layout.zones.map((place, index) => new Zone(seed, index, place, glass, this.room, STEP))
    this.#weather = randomStream(seed, 'draught')
    this.#draught = this.room.draught
    this.ledger.moved = this.stored()
  }

  /** Seconds of physics so far. */
  get time(): number {
    return this.#steps * STEP
  }

  /** Puts a pan on a zone in place of what stood there; at room temperature unless told. */
  put(zone: number, pan: PanName, temperature = this.room.ambient): Vessel {
    const vessel = this.#zone(zone).put(pan, temperature, this.room, this.glass, this.ledger)
    this.#coverGlass()
    return vessel
  }

  remove(zone: number): void {
    this.#zone(zone).remove(this.ledger)
    this.#coverGlass()
  }

  /** Takes a pan into the hand, or sets it down again; false where there is none. */
  lift(zone: number, lifted: boolean): boolean {
    const { vessel } = this.#zone(zone)
    if (vessel === null) return false
    vessel.lifted = lifted
    this.#coverGlass()
    return true
  }

  step(): void {
    const draught = this.#stir()
    for (const zone of this.zones) zone.step(STEP, this.room, draught, this.glass, this.ledger)
    this.#steps++
    if (this.#steps % GLASS_EVERY === 0) this.glass.step(GLASS_EVERY * STEP, this.room, draught, this.ledger)
  }

  run(seconds: number): void {
    for (let step = Math.round(seconds / STEP); step > 0; step--) this.step()
  }

  /** Enthalpy above 0 C of everything on and in the hob, J. */
  stored(): number {
    return this.glass.stored() + this.zones.reduce((sum, zone) => sum + zone.stored(), 0)
  }

  /** Air in a kitchen comes in gusts: a mean-reverting walk (20 s) round the drawn speed, never negative. */
  #stir(): number {
    const { draught } = this.room
    this.#draught +=
      ((draught - this.#draught) * STEP) / 20 + 0.35 * draught * Math.sqrt(STEP / 10) * this.#weather.normal()
    this.#draught = Math.max(0, this.#draught)
    return this.#draught
  }

  #coverGlass(): void {
    this.glass.covered.fill(0)
    for (const zone of this.zones) zone.cover(this.glass)
  }

  #zone(index: number): Zone {
    const zone = this.zones[index]
    if (zone === undefined) throw new RangeError(`this hob has no zone ${index}`)
    return zone
  }
}
