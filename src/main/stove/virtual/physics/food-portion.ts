import { convection, radiation } from './air.ts'
import { FOODS, type FoodName } from './foods.ts'
import type { Ledger } from './ledger.ts'
import type { RoomParameters } from './parameters.ts'
import { evaporation, latentHeat, WATER_HEAT } from './water.ts'

/** Layers from the pan's side (0) to the upper side. */
const LAYERS = 6
/** Between food and boiling or stirred water, W/(m2 K). */
const WATER_TO_FOOD = 400

/**
 * A slab of food, cut into layers: conduction upwards, water that boils off layer by layer (so that the lower side
 * stays at boiling while it is wet, then crusts and browns), evaporation above. Explicit; stable while
 * `dt < dz^2 / (2 a)`, which is 0.8 s for the thinnest food here.
 */
export class FoodPortion {
  readonly name: FoodName
  readonly area: number
  readonly thickness: number
  /** C, from the pan's side upwards. */
  readonly temperature: Float64Array
  /** kg in each layer. */
  readonly water: Float64Array
  /** J, arrived since the last step. */
  readonly #heat = new Float64Array(LAYERS)
  readonly #initialWater: number
  readonly #solidCapacity: number
  readonly #conductance: number

  /** Mass in kg, temperature in C; `room` in m2 is how much of the pan's base it may cover. */
  constructor(name: FoodName, mass: number, temperature: number, room: number) {
    const kind = FOODS[name]
    this.name = name
    this.area = Math.min(mass / (kind.density * kind.thickness), room)
    this.thickness = mass / (kind.density * this.area)
    this.temperature = new Float64Array(LAYERS).fill(temperature)
    this.#initialWater = (mass * kind.water) / LAYERS
    this.water = new Float64Array(LAYERS).fill(this.#initialWater)
    this.#solidCapacity = (mass * (1 - kind.water) * kind.solidHeat) / LAYERS
    this.#conductance = (kind.conductivity * this.area) / (this.thickness / LAYERS)
  }

  /** How well its lower side still touches: steam gone, a crust holds off (contact falls to a floor as it dries). */
  contact(): number {
    return 0.55 + 0.45 * ((this.water[0] as number) / this.#initialWater)
  }

  take(joules: number): void {
    this.#heat[0] = (this.#heat[0] as number) + joules
  }

  /** Heat that water around it gives in `dt`, J; the caller takes as much from the water. */
  soak(waterTemperature: number, dt: number): number {
    let sum = 0
    for (const layer of [0, LAYERS - 1]) {
      const joules = WATER_TO_FOOD * this.area * dt * (waterTemperature - (this.temperature[layer] as number))
      this.#heat[layer] = (this.#heat[layer] as number) + joules
      sum += joules
    }
    return sum
  }

  step(dt: number, room: RoomParameters, draught: number, open: boolean, ledger: Ledger): void {
    const { temperature, water } = this
    const heat = this.#heat
    if (open) this.#loseToAir(dt, room, draught, ledger)
    for (let layer = 0; layer + 1 < LAYERS; layer++) {
      const flux =
        this.#conductance * dt * ((temperature[layer + 1] as number) - (temperature[layer] as number))
      heat[layer] = (heat[layer] as number) + flux
      heat[layer + 1] = (heat[layer + 1] as number) - flux
    }
    for (let layer = 0; layer < LAYERS; layer++) {
      const wet = water[layer] as number
      const capacity = this.#solidCapacity + WATER_HEAT * wet
      let now = (temperature[layer] as number) + (heat[layer] as number) / capacity
      heat[layer] = 0
      if (now > room.boiling && wet > 0) {
        const gone = Math.min(wet, (capacity * (now - room.boiling)) / latentHeat(room.boiling))
        // The vapour leaves at boiling with its latent heat; what stays keeps the rest.
        const enthalpy = capacity * now - gone * (WATER_HEAT * room.boiling + latentHeat(room.boiling))
        water[layer] = wet - gone
        now = enthalpy / (capacity - WATER_HEAT * gone)
        ledger.steam += gone * (WATER_HEAT * room.boiling + latentHeat(room.boiling))
      }
      temperature[layer] = now
    }
  }

  /** Turns it over: a cook's hand. */
  flip(): void {
    this.temperature.reverse()
    this.water.reverse()
  }

  /** Enthalpy above 0 C, J. */
  stored(): number {
    let sum = 0
    for (let layer = 0; layer < LAYERS; layer++) {
      sum +=
        (this.#solidCapacity + WATER_HEAT * (this.water[layer] as number)) *
        (this.temperature[layer] as number)
    }
    return sum
  }

  core(): number {
    return ((this.temperature[LAYERS / 2 - 1] as number) + (this.temperature[LAYERS / 2] as number)) / 2
  }

  top(): number {
    return this.temperature[LAYERS - 1] as number
  }

  #loseToAir(dt: number, room: RoomParameters, draught: number, ledger: Ledger): void {
    const upper = LAYERS - 1
    const surface = this.temperature[upper] as number
    const transfer = convection(surface - room.ambient, draught)
    const dry =
      this.area * dt * (transfer * (surface - room.ambient) + radiation(0.92, surface, room.ambient))
    ledger.air += dry
    // Moist tissue gives its water less freely than a pool does; drier still less.
    const moist = 0.6 * ((this.water[upper] as number) / this.#initialWater)
    const flow = evaporation(Math.min(surface, room.boiling), airOf(room), transfer)
    const gone = Math.min(Math.max(0, flow) * moist * this.area * dt, this.water[upper] as number)
    const latent = gone * latentHeat(surface)
    this.water[upper] = (this.water[upper] as number) - gone
    ledger.steam += gone * WATER_HEAT * surface + latent
    this.#heat[upper] = (this.#heat[upper] as number) - dry - latent
  }
}

export function airOf(room: RoomParameters): { celsius: number; humidity: number; pressure: number } {
  return { celsius: room.ambient, humidity: room.humidity, pressure: room.pressure }
}
