import { randomStream } from '../stove/virtual/random.ts'
import { LIQUIDS, type Pot } from './pots.ts'

/** Rings of the base, from the middle out; layers of the liquid from the base up; of the food from its skin in. */
const RINGS = 6
const LAYERS = 3
const FOOD_LAYERS = 4
/** Lag and dead time of both sensors, s; see the bench's terms. */
const LAG = 4
const DEAD = 0.5
/** Step of the physics, s: a sixth of the shortest time constant, that of the food's skin. */
export const STEP = 0.05
const FOOD = { heat: 3500, density: 1050, conductivity: 0.45, thickness: 0.012 }
const SKY = 5.67e-8

/** What differs from one seed to the next, and that nobody is told. */
function draw(seed: number, pot: Pot) {
  const random = randomStream(seed, `bench ${pot.name}`)
  return {
    ambient: random.between(18, 24),
    efficiency: random.between(0.86, 0.93),
    thickness: random.between(0.93, 1.07),
    film: random.between(0.85, 1.15),
    air: random.between(0.85, 1.2),
    contact: random.between(280, 420),
    ring: random.between(0.55, 0.68),
  }
}

/**
 * A pan, its contents, the glass under it and what falls into it, in sixteen nodes and more. Effects that no controller
 * of the bench models: the ring in which a coil heats, conduction across the base, the wall, layers of the liquid,
 * films that thicken with the excess (Nusselt ~ Ra^1/3), subcooled boiling, evaporation by vapour pressure, radiation,
 * the glass, food that conducts.
 */
export class Plant {
  readonly pot: Pot
  time = 0
  lid = true
  /** Electrical energy so far, J. */
  energy = 0
  readonly #drawn: ReturnType<typeof draw>
  #base: Float64Array
  #wall: Float64Array
  #liquid: Float64Array
  #glass: number
  #food: Float64Array | null = null
  #foodMass = 0
  #surfaceFelt: number
  #probeFelt: number
  #past: (readonly [number, number])[]

  constructor(seed: number, pot: Pot) {
    this.pot = pot
    this.#drawn = draw(seed, pot)
    const { ambient } = this.#drawn
    this.#base = new Float64Array(RINGS).fill(ambient)
    this.#wall = new Float64Array(2).fill(ambient)
    this.#liquid = new Float64Array(pot.contents === 'dry' ? 0 : LAYERS).fill(ambient)
    this.#glass = ambient
    this.#surfaceFelt = ambient
    this.#probeFelt = ambient
    this.#past = Array.from({ length: Math.round(DEAD / STEP) }, () => [ambient, ambient] as const)
  }

  clone(): Plant {
    const copy = new Plant(0, this.pot)
    Object.assign(copy, { time: this.time, lid: this.lid, energy: this.energy })
    Object.assign(copy.#drawn, this.#drawn)
    copy.#base = this.#base.slice()
    copy.#wall = this.#wall.slice()
    copy.#liquid = this.#liquid.slice()
    copy.#glass = this.#glass
    copy.#food = this.#food?.slice() ?? null
    copy.#foodMass = this.#foodMass
    copy.#surfaceFelt = this.#surfaceFelt
    copy.#probeFelt = this.#probeFelt
    copy.#past = [...this.#past]
    return copy
  }

  /** The controlled temperature: of the liquid as a whole, or of the surface at the sensor. */
  get truth(): number {
    return this.#liquid.length > 0 ? mean(this.#liquid) : (this.#base[0] as number)
  }

  /** What the sensors say before noise, °C. */
  get surface(): number {
    return this.#past[0]?.[0] ?? this.#surfaceFelt
  }

  get probe(): number | null {
    return this.#liquid.length > 0 ? (this.#past[0]?.[1] ?? this.#probeFelt) : null
  }

  /** Heat of all that must become hot, J/K at 60 °C: what a maker of an MPC would enter, before the 30 %. */
  get capacity(): number {
    const { pot } = this
    const liquid = pot.contents === 'dry' ? 0 : pot.mass * LIQUIDS[pot.contents].heat(60)
    return (liquid + this.#area * pot.baseHeat * this.#drawn.thickness) / this.#drawn.efficiency
  }

  /** Food falls in, kg at °C. */
  drop(mass: number, temperature: number): void {
    this.#food = new Float64Array(FOOD_LAYERS).fill(temperature)
    this.#foodMass = mass
  }

  get #area(): number {
    return Math.PI * this.pot.radius ** 2
  }

  run(power: number, seconds: number): void {
    for (let count = Math.round(seconds / STEP); count > 0; count--) this.#step(power)
  }

  #step(power: number): void {
    const { pot } = this
    const drawn = this.#drawn
    const base = this.#base
    const width = pot.radius / RINGS
    const heat = new Float64Array(RINGS)
    const toLiquid = new Float64Array(LAYERS)
    let toWall = 0
    let weights = 0
    const weight = (ring: number): number => {
      const out = (ring + 0.5) / RINGS
      return (2 * ring + 1) * Math.exp(-(((out - drawn.ring) / 0.3) ** 2))
    }
    for (let ring = 0; ring < RINGS; ring++) weights += weight(ring)
    const glassContact = 70 * this.#area
    let toGlass = 0
    for (let ring = 0; ring < RINGS; ring++) {
      const here = base[ring] as number
      const area = Math.PI * width * width * (2 * ring + 1)
      let in_ = (power * drawn.efficiency * weight(ring)) / weights
      if (ring > 0) {
        const inward =
          2 * Math.PI * ring * pot.baseSpread * drawn.thickness * (here - (base[ring - 1] as number))
        in_ -= inward
        heat[ring - 1] = (heat[ring - 1] as number) + inward
      }
      const below = (glassContact / this.#area) * area * (here - this.#glass)
      in_ -= below
      toGlass += below
      const up = this.#upwards(here, area)
      in_ -= up
      if (this.#liquid.length > 0) toLiquid[0] = (toLiquid[0] as number) + up
      if (ring === RINGS - 1) {
        toWall =
          ((2 * Math.PI * pot.radius * pot.wallSpread) / (0.25 * pot.height)) *
          (here - (this.#wall[0] as number))
        in_ -= toWall
      }
      heat[ring] = (heat[ring] as number) + in_
    }
    this.#eat(heat, toLiquid)
    for (let ring = 0; ring < RINGS; ring++) {
      const area = Math.PI * width * width * (2 * ring + 1)
      base[ring] =
        (base[ring] as number) + (STEP * (heat[ring] as number)) / (area * pot.baseHeat * drawn.thickness)
    }
    this.#glass +=
      (STEP * (toGlass - 9 * this.#area * (this.#glass - drawn.ambient))) / (this.#area * 0.004 * 2530 * 800)
    this.#walls(toWall, toLiquid)
    this.#stir(toLiquid)
    this.#feel()
    this.energy += power * STEP
    this.time += STEP
  }

  /** From the base upwards: into the liquid, or into the air, W. */
  #upwards(here: number, area: number): number {
    const { pot } = this
    if (pot.contents === 'dry') return area * this.#toAir(here, pot.emissivity)
    const liquid = LIQUIDS[pot.contents]
    const low = this.#liquid[0] as number
    const excess = Math.abs(here - low)
    const film = liquid.film * this.#drawn.film * Math.max(0.3, Math.cbrt(excess / 10))
    const boils = Math.max(0, here - liquid.boiling - 4)
    return area * (film + Math.min(8000, 5.56 * boils * boils)) * (here - low)
  }

  /** W/m² to the room: natural convection by ΔT^1/4 and radiation. */
  #toAir(here: number, emissivity: number): number {
    const { ambient, air } = this.#drawn
    const difference = here - ambient
    const convection =
      (this.lid ? 2 : 4) * air * Math.max(0.5, Math.abs(difference / 10)) ** 0.25 * difference
    return (
      convection + (this.lid ? 0.5 : 1) * emissivity * SKY * ((here + 273.15) ** 4 - (ambient + 273.15) ** 4)
    )
  }

  #walls(fromBase: number, toLiquid: Float64Array): void {
    const { pot } = this
    const area = Math.PI * 2 * pot.radius * pot.height * 0.5
    const [low, high] = this.#wall as unknown as [number, number]
    const between = ((2 * Math.PI * pot.radius * pot.wallSpread) / (0.5 * pot.height)) * (low - high)
    const depth = pot.mass / (1000 * this.#area) / pot.height
    let wet = 0
    if (this.#liquid.length > 0) {
      wet = 400 * area * Math.min(1, 2 * depth) * (low - (this.#liquid[1] as number))
      const upper = 400 * area * Math.max(0, 2 * depth - 1) * (high - (this.#liquid[2] as number))
      toLiquid[1] = (toLiquid[1] as number) + wet
      toLiquid[2] = (toLiquid[2] as number) + upper
      this.#wall[1] = high - (STEP * upper) / (area * pot.wallHeat)
    }
    this.#wall[0] =
      low + (STEP * (fromBase - between - wet - area * this.#toAir(low, 0.4))) / (area * pot.wallHeat)
    this.#wall[1] =
      (this.#wall[1] as number) + (STEP * (between - area * this.#toAir(high, 0.4))) / (area * pot.wallHeat)
  }

  /** The liquid's layers mix the better the more is stirred up from below; the uppermost loses to the air. */
  #stir(toLiquid: Float64Array): void {
    const { pot } = this
    if (pot.contents === 'dry') return
    const liquid = LIQUIDS[pot.contents]
    const each = (pot.mass * liquid.heat(mean(this.#liquid))) / LAYERS
    for (let layer = 0; layer + 1 < LAYERS; layer++) {
      const difference = (this.#liquid[layer] as number) - (this.#liquid[layer + 1] as number)
      const mixing = each * (difference > 0 ? 0.6 : 0.05) * difference
      toLiquid[layer] = (toLiquid[layer] as number) - mixing
      toLiquid[layer + 1] = (toLiquid[layer + 1] as number) + mixing
    }
    const top = this.#liquid[LAYERS - 1] as number
    let lost = this.#area * this.#toAir(top, this.lid ? 0.3 : 0.95)
    if (pot.contents !== 'oil') lost += this.#area * this.#steam(top)
    toLiquid[LAYERS - 1] = (toLiquid[LAYERS - 1] as number) - lost
    for (let layer = 0; layer < LAYERS; layer++) {
      const next = (this.#liquid[layer] as number) + (STEP * (toLiquid[layer] as number)) / each
      this.#liquid[layer] = Math.min(next, liquid.boiling)
    }
  }

  /** W/m² by evaporation: vapour pressure (Magnus), a Lewis number of one, half-moist air; a lid leaks a tenth. */
  #steam(top: number): number {
    const pressure = (celsius: number): number => 611 * Math.exp((17.6 * celsius) / (celsius + 243))
    const driving = Math.max(0, pressure(top) - 0.5 * pressure(this.#drawn.ambient))
    return (this.lid ? 0.1 : 1) * 0.055 * this.#drawn.air * driving
  }

  #eat(heat: Float64Array, toLiquid: Float64Array): void {
    const food = this.#food
    if (food === null) return
    const area = this.#foodMass / (FOOD.density * FOOD.thickness)
    const wet = this.#liquid.length > 0
    // Lying on the base it meets it with one face, swimming with both: then a layer is half as thick.
    const faces = wet ? 2 : 1
    const thickness = FOOD.thickness / faces / FOOD_LAYERS
    const conductance = (FOOD.conductivity * area * faces) / thickness
    const each = (this.#foodMass * FOOD.heat) / FOOD_LAYERS
    const flows = new Float64Array(FOOD_LAYERS)
    const skin = food[0] as number
    if (wet) {
      const taken = 350 * area * faces * ((this.#liquid[1] as number) - skin)
      toLiquid[1] = (toLiquid[1] as number) - taken
      flows[0] = taken
    } else {
      for (let ring = 0; ring < RINGS; ring++) {
        const share = (2 * ring + 1) / RINGS ** 2
        const taken =
          this.#drawn.contact * Math.min(area, this.#area) * share * ((this.#base[ring] as number) - skin)
        heat[ring] = (heat[ring] as number) - taken
        flows[0] = (flows[0] as number) + taken
      }
    }
    for (let layer = 0; layer + 1 < FOOD_LAYERS; layer++) {
      const inward = conductance * ((food[layer] as number) - (food[layer + 1] as number))
      flows[layer] = (flows[layer] as number) - inward
      flows[layer + 1] = (flows[layer + 1] as number) + inward
    }
    for (let layer = 0; layer < FOOD_LAYERS; layer++) {
      // What is wet gets no hotter than its water boils: the rest leaves as steam.
      food[layer] = Math.min(100, (food[layer] as number) + (STEP * (flows[layer] as number)) / each)
    }
  }

  #feel(): void {
    const share = 1 - Math.exp(-STEP / LAG)
    this.#surfaceFelt += share * ((this.#base[0] as number) - this.#surfaceFelt)
    if (this.#liquid.length > 0) this.#probeFelt += share * ((this.#liquid[1] as number) - this.#probeFelt)
    this.#past.push([this.#surfaceFelt, this.#probeFelt])
    this.#past.shift()
  }
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length
