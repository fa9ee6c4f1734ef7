import { convection, radiation, wallConvection } from './air.ts'
import { FoodPortion } from './food-portion.ts'
import type { FoodName } from './foods.ts'
import type { Glass } from './glass.ts'
import type { Ledger } from './ledger.ts'
import { FILM, OIL_DENSITY, OIL_HEAT, OIL_POOL, OilPool, Water, waterTransfer } from './liquid.ts'
import { arealHeat, lateralConductance, PANS, type PanName } from './pans.ts'
import type { PanParameters, RoomParameters } from './parameters.ts'
import { Plate } from './plate.ts'

/** Conductivity of air at 100 C, W/(m K), and radiation over a narrow gap at kitchen heat, W/(m2 K). */
const AIR_CONDUCTIVITY = 0.031
const GAP_RADIATION = 8
/** From the wall to the water inside it, W/(m2 K). */
const WALL_TO_WATER = 500
/** Between water and oil that floats on it, W/(m2 K). */
const OIL_TO_WATER = 300
/** Emissivity of a film of oil or of a pan's outside. */
const OILY = 0.85
const OUTSIDE = 0.4

/** A pan with what is in it. It exchanges heat with glass, air and coil, and keeps no clock of its own. */
export class Vessel {
  readonly name: PanName
  readonly parameters: PanParameters
  readonly plate: Plate
  readonly water = new Water()
  readonly oil = new OilPool()
  readonly foods: FoodPortion[] = []
  wall: number
  lid = false
  /** Held in the hand: neither coil nor glass reach it. */
  lifted = false
  /** kg of oil that clings to the base as a film. */
  oilFilm = 0

  /** Height of each cell over the lowest part of the base, m: it is not flat. */
  readonly bump: Float64Array
  readonly #wallHeat: number
  readonly #wallArea: number
  readonly #rimConductance: number
  readonly #height: number
  readonly #emissivity: number
  readonly #base: number
  readonly #bottomHeat: number
  /** How much more of the draught each cell gets, as a factor. */
  readonly #windward: Float64Array
  /** Share of each cell that food covers, and which portions lie on which cells. */
  readonly #foodCover: Float64Array
  readonly #foodCells = new Map<FoodPortion, Int32Array>()

  constructor(name: PanName, parameters: PanParameters, temperature: number, room: RoomParameters) {
    const kind = PANS[name]
    const factor = parameters.thickness
    this.name = name
    this.parameters = parameters
    this.#bottomHeat = arealHeat(kind.bottom) * factor
    this.plate = new Plate(kind.base, this.#bottomHeat, lateralConductance(kind.bottom) * factor, temperature)
    this.wall = temperature
    this.#height = kind.height
    this.#base = Math.PI * (kind.base / 2) ** 2
    // A cone from base to rim.
    const slant = Math.hypot(kind.height, (kind.rim - kind.base) / 2)
    this.#wallArea = (Math.PI * (kind.rim + kind.base) * slant) / 2
    this.#wallHeat = this.#wallArea * arealHeat(kind.wall) * factor
    this.#rimConductance = (lateralConductance(kind.wall) * factor * Math.PI * kind.base) / (0.4 * slant)
    this.#emissivity = Math.min(0.97, kind.emissivity * parameters.emissivityFactor)
    const { plate } = this
    const edge = plate.radius ** 2
    this.bump = Float64Array.from(plate.x, (x, cell) => {
      const outward = (x * x + (plate.y[cell] ?? 0) ** 2) / edge
      return parameters.warp >= 0 ? parameters.warp * (1 - outward) : -parameters.warp * outward
    })
    this.#windward = Float64Array.from(plate.x, (x, cell) => {
      const across = x * Math.cos(room.draughtAngle) + (plate.y[cell] ?? 0) * Math.sin(room.draughtAngle)
      return 1 + (room.draughtSlope * across) / plate.radius
    })
    this.#foodCover = new Float64Array(plate.count)
  }

  /** Conductance from cell to the middle of the glass under it, W/K. */
  glassConductance(cell: number, halfResistance: number): number {
    const gap = this.parameters.gap + (this.bump[cell] ?? 0)
    return this.plate.cellArea / (1 / (AIR_CONDUCTIVITY / gap + GAP_RADIATION) + halfResistance)
  }

  addWater(mass: number, temperature: number, ledger: Ledger): void {
    this.#moving(ledger, () => this.water.add(mass, temperature))
  }

  /** Oil spreads as a film until it is deep enough to pool. */
  addOil(mass: number, temperature: number, ledger: Ledger): void {
    this.#moving(ledger, () => {
      const all = this.oil.mass + this.oilFilm + mass
      const heat =
        this.oil.stored() + this.oilFilm * OIL_HEAT * this.plate.mean() + mass * OIL_HEAT * temperature
      const pools = all / OIL_DENSITY / this.#base > OIL_POOL
      if (pools) {
        this.plate.cellCapacity = this.#bottomHeat * this.plate.cellArea
        this.oil.temperature = heat / (all * OIL_HEAT)
        this.oil.mass = all
        this.oilFilm = 0
        return
      }
      const before = this.plate.cellCapacity
      const added = (mass * OIL_HEAT) / this.plate.count
      for (let cell = 0; cell < this.plate.count; cell++) {
        const now = this.plate.temperature[cell] ?? 0
        this.plate.temperature[cell] = (before * now + added * temperature) / (before + added)
      }
      this.plate.cellCapacity = before + added
      this.oilFilm = all
    })
  }

  addFood(name: FoodName, mass: number, temperature: number, ledger: Ledger): void {
    this.#moving(ledger, () => {
      const portion = new FoodPortion(name, mass, temperature, 0.85 * this.#base)
      const radius = Math.sqrt(portion.area / Math.PI)
      // Portions are laid round the middle, each a golden angle on from the last.
      const turn = this.foods.length * 2.4
      const out = Math.min(this.plate.radius - radius, this.foods.length === 0 ? 0.2 * radius : radius)
      const x = Math.max(0, out) * Math.cos(turn)
      const y = Math.max(0, out) * Math.sin(turn)
      const cells = Array.from(this.plate.x.keys()).filter(
        (cell) => Math.hypot((this.plate.x[cell] ?? 0) - x, (this.plate.y[cell] ?? 0) - y) <= radius,
      )
      this.foods.push(portion)
      this.#foodCells.set(portion, Int32Array.from(cells.length > 0 ? cells : [this.plate.cellAt(0, 0)]))
      this.#coverWithFood()
    })
  }

  empty(ledger: Ledger): void {
    this.#moving(ledger, () => {
      this.water.mass = 0
      this.oil.mass = 0
      this.oilFilm = 0
      this.plate.cellCapacity = this.#bottomHeat * this.plate.cellArea
      this.foods.length = 0
      this.#foodCells.clear()
      this.#coverWithFood()
    })
  }

  /** Emissivity of the inside where neither water nor food covers it. */
  get bareEmissivity(): number {
    return this.oilFilm > 0.002 ? OILY : this.#emissivity
  }

  /** The portion that lies over a cell, if any. */
  foodAt(cell: number): FoodPortion | null {
    for (const [portion, cells] of this.#foodCells) if (cells.includes(cell)) return portion
    return null
  }

  /** Heat has been put into `plate.heat` by the coil; now everything else, for `dt` seconds. */
  step(
    dt: number,
    room: RoomParameters,
    draught: number,
    glass: Glass,
    cellsBelow: Int32Array,
    ledger: Ledger,
  ): void {
    if (this.lifted) this.#underside(dt, room, draught, ledger)
    else this.#toGlass(dt, glass, cellsBelow)
    this.#upwards(dt, room, draught, ledger)
    this.#toWall(dt, room, draught, ledger)
    this.plate.settle()
    this.plate.conduct(dt)
    this.#foodsStep(dt, room, draught, ledger)
    const { shelter } = this.parameters
    const floats = this.oil.mass > 0 && this.water.mass > 0
    if (floats) {
      const joules = OIL_TO_WATER * this.#base * dt * (this.water.temperature - this.oil.temperature)
      const most = 0.2 * Math.min(this.water.mass, this.oil.mass) * OIL_HEAT
      const passed = Math.max(-most, Math.min(most, joules))
      this.oil.heat += passed
      this.water.heat -= passed
    }
    // Floating oil keeps most of the water's vapour down, and meets the air in its stead.
    this.water.step(dt, room, draught, this.#base, floats ? 0.25 * shelter : shelter, this.lid, ledger)
    this.oil.step(dt, room, draught, this.#base, shelter, this.lid, ledger)
  }

  /** Enthalpy above 0 C, J. */
  stored(): number {
    let sum = this.plate.mean() * this.plate.count * this.plate.cellCapacity
    sum += this.wall * this.#wallHeat + this.water.stored() + this.oil.stored()
    for (const portion of this.foods) sum += portion.stored()
    return sum
  }

  #toGlass(dt: number, glass: Glass, cellsBelow: Int32Array): void {
    const { plate } = this
    for (let cell = 0; cell < plate.count; cell++) {
      const below = cellsBelow[cell] as number
      if (below < 0) continue
      const joules =
        this.glassConductance(cell, glass.halfResistance) *
        dt *
        ((plate.temperature[cell] as number) - (glass.temperature[below] as number))
      plate.heat[cell] = (plate.heat[cell] as number) - joules
      glass.heat[below] = (glass.heat[below] as number) + joules
    }
  }

  /** A pan in the hand loses heat below as well. */
  #underside(dt: number, room: RoomParameters, draught: number, ledger: Ledger): void {
    const { plate } = this
    const transfer = 0.6 * convection(plate.mean() - room.ambient, draught)
    for (let cell = 0; cell < plate.count; cell++) {
      const here = plate.temperature[cell] as number
      const joules =
        plate.cellArea * dt * (transfer * (here - room.ambient) + radiation(OUTSIDE, here, room.ambient))
      ledger.air += joules
      plate.heat[cell] = (plate.heat[cell] as number) - joules
    }
  }

  #upwards(dt: number, room: RoomParameters, draught: number, ledger: Ledger): void {
    const { plate, water, oil, parameters } = this
    const emissivity = this.bareEmissivity
    const sheltered = this.lid ? 0.4 : Math.sqrt(parameters.shelter)
    const transfer = sheltered * convection(plate.mean() - room.ambient, this.lid ? 0 : draught)
    const depth = water.depth(this.#base)
    const oiled = oil.mass > 0 ? 1 : 0
    const unit = plate.cellArea * dt
    for (let cell = 0; cell < plate.count; cell++) {
      const here = plate.temperature[cell] as number
      const open = (1 - (this.#foodCover[cell] as number)) * unit
      let out = 0
      // Water gathers where the base is lowest.
      const wet =
        depth > 0 ? Math.min(1, (depth * depth) / (FILM * (depth + (this.bump[cell] as number)))) : 0
      if (wet > 0) {
        const excess = here - Math.max(room.boiling, water.temperature)
        const joules =
          open * wet * waterTransfer(excess, parameters.waterConvection) * (here - water.temperature)
        water.heat += joules
        out += joules
      }
      if (wet < 1 && oiled > 0) {
        const joules = open * (1 - wet) * parameters.oilConvection * (here - oil.temperature)
        oil.heat += joules
        out += joules
      } else if (wet < 1) {
        const joules =
          open *
          (1 - wet) *
          (transfer * (this.#windward[cell] as number) * (here - room.ambient) +
            sheltered * radiation(emissivity, here, room.ambient))
        ledger.air += joules
        out += joules
      }
      plate.heat[cell] = (plate.heat[cell] as number) - out
    }
  }

  #toWall(dt: number, room: RoomParameters, draught: number, ledger: Ledger): void {
    const { plate, water } = this
    const share = (this.#rimConductance / plate.rim.length) * dt
    let gained = 0
    for (const cell of plate.rim) {
      const joules = share * ((plate.temperature[cell] as number) - this.wall)
      plate.heat[cell] = (plate.heat[cell] as number) - joules
      gained += joules
    }
    const difference = this.wall - room.ambient
    const outside =
      wallConvection(difference, this.#height, draught) * difference +
      radiation(OUTSIDE, this.wall, room.ambient)
    const wetted = Math.min(1, water.depth(this.#base) / this.#height)
    // Walls see one another inside, and their air is theirs: half of the outside's loss.
    const lost = this.#wallArea * dt * outside * (1 + 0.5 * (1 - wetted))
    ledger.air += lost
    let toWater = 0
    if (water.mass > 0.02) {
      toWater = WALL_TO_WATER * this.#wallArea * wetted * dt * (this.wall - water.temperature)
      water.heat += toWater
    }
    this.wall += (gained - lost - toWater) / this.#wallHeat
  }

  #foodsStep(dt: number, room: RoomParameters, draught: number, ledger: Ledger): void {
    const { plate, water } = this
    for (const portion of this.foods) {
      const cells = this.#foodCells.get(portion)
      if (cells === undefined) continue
      const conductance = (this.parameters.foodContact * portion.contact() * portion.area * dt) / cells.length
      const lower = portion.temperature[0] as number
      for (const cell of cells) {
        const joules = conductance * ((plate.temperature[cell] as number) - lower)
        portion.take(joules)
        plate.temperature[cell] = (plate.temperature[cell] as number) - joules / plate.cellCapacity
      }
      const drowned = water.depth(this.#base) > 0.5 * portion.thickness
      if (drowned) water.heat -= portion.soak(water.temperature, dt)
      portion.step(dt, room, draught, !drowned && !this.lid, ledger)
    }
  }

  #coverWithFood(): void {
    this.#foodCover.fill(0)
    for (const [portion, cells] of this.#foodCells) {
      const share = portion.area / (cells.length * this.plate.cellArea)
      for (const cell of cells) {
        this.#foodCover[cell] = Math.min(1, (this.#foodCover[cell] ?? 0) + share)
      }
    }
  }

  /** Does what a hand does, and books what it brings or takes. */
  #moving(ledger: Ledger, deed: () => void): void {
    const before = this.stored()
    deed()
    ledger.moved += this.stored() - before
  }
}
