import { convection, radiation } from './air.ts'
import { airOf } from './food-portion.ts'
import type { Ledger } from './ledger.ts'
import type { RoomParameters } from './parameters.ts'
import { evaporation, latentHeat, WATER_DENSITY, WATER_HEAT } from './water.ts'

/** Specific heat of cooking oil, J/(kg K), at 20-200 C, and its density, kg/m3. */
export const OIL_HEAT = 2100
export const OIL_DENSITY = 900
/** A film of liquid thinner than this no longer covers the whole base, m. */
export const FILM = 0.0005
/** Thinner oil than this has the pan's own temperature, cell by cell; thicker oil mixes, m. */
export const OIL_POOL = 0.003
/** A lid lets this share of the open evaporation out, and loses heat by itself, W/(m2 K). */
const LID_LEAK = 0.06
const LID_LOSS = 9

/** From base to water, W/(m2 K), by the base's excess over boiling. */
export function waterTransfer(excess: number, natural: number): number {
  if (excess <= 0) return natural
  // Nucleate boiling `5.56 dT^3` (Holman, table 9-3, 16-240 kW/m2), capped below the critical flux of 1.1 MW/m2;
  // past it the vapour parts water and metal, down to film boiling at some 300 W/(m2 K) (Leidenfrost).
  const nucleate = Math.max(natural, Math.min(5.56 * excess * excess * excess, 20_000))
  if (excess < 50) return nucleate
  const towardsFilm = Math.min(1, (excess - 50) / 70)
  return nucleate ** (1 - towardsFilm) * 300 ** towardsFilm
}

/** Water in a pan, mixed by its own convection: one temperature. Boils at the room's boiling point, then only loses mass. */
export class Water {
  /** kg */
  mass = 0
  /** C */
  temperature = 20
  /** J that arrived since the last step. */
  heat = 0

  add(mass: number, temperature: number): void {
    const total = this.mass + mass
    if (total <= 0) return
    this.temperature = (this.mass * this.temperature + mass * temperature) / total
    this.mass = total
  }

  /** Depth over an area in m2, m. */
  depth(area: number): number {
    return this.mass / (WATER_DENSITY * area)
  }

  stored(): number {
    return this.mass * WATER_HEAT * this.temperature
  }

  /** `surface` = the area that meets the air, m2; `shelter` = how freely it does. */
  step(
    dt: number,
    room: RoomParameters,
    draught: number,
    surface: number,
    shelter: number,
    lid: boolean,
    ledger: Ledger,
  ): void {
    if (this.mass <= 0) return
    const wet = Math.min(1, this.depth(surface) / FILM)
    const area = surface * wet
    const transfer = shelter * convection(this.temperature - room.ambient, lid ? 0 : draught)
    const difference = this.temperature - room.ambient
    const toAir = lid
      ? LID_LOSS * difference
      : transfer * difference + radiation(0.95, this.temperature, room.ambient)
    const lost = area * dt * toAir
    ledger.air += lost
    const open = area * dt * Math.max(0, evaporation(this.temperature, airOf(room), transfer))
    const gone = Math.min(this.mass * 0.5, lid ? open * LID_LEAK : open)
    const latent = latentHeat(this.temperature)
    ledger.steam += gone * (WATER_HEAT * this.temperature + latent)
    this.mass -= gone
    this.temperature += (this.heat - lost - gone * latent) / (WATER_HEAT * this.mass)
    this.heat = 0
    if (this.temperature > room.boiling) this.#boil(room.boiling, ledger)
    if (this.mass < 2e-4) {
      // The last droplets spit out.
      ledger.steam += this.stored()
      this.mass = 0
    }
  }

  #boil(boiling: number, ledger: Ledger): void {
    const excess = this.mass * WATER_HEAT * (this.temperature - boiling)
    const latent = latentHeat(boiling)
    // All of it can only go when nearly nothing is left; the rest of its heat then leaves with it.
    const gone = Math.min(this.mass, excess / latent)
    const before = this.stored()
    this.mass -= gone
    this.temperature = boiling
    ledger.steam += before - this.stored()
  }
}

/** Oil that is deep enough to mix. Thinner oil belongs to the plate's cells. */
export class OilPool {
  mass = 0
  temperature = 20
  heat = 0

  stored(): number {
    return this.mass * OIL_HEAT * this.temperature
  }

  step(
    dt: number,
    room: RoomParameters,
    draught: number,
    surface: number,
    shelter: number,
    lid: boolean,
    ledger: Ledger,
  ): void {
    if (this.mass <= 0) return
    const difference = this.temperature - room.ambient
    const toAir = lid
      ? LID_LOSS * difference
      : shelter * convection(difference, draught) * difference +
        radiation(0.9, this.temperature, room.ambient)
    const lost = surface * dt * toAir
    ledger.air += lost
    this.temperature += (this.heat - lost) / (OIL_HEAT * this.mass)
    this.heat = 0
  }
}
