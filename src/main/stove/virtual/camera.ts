import type { ThermalFrame } from '#core/stove/stove.ts'
import type { Hob } from './physics/hob.ts'
import { PANS } from './physics/pans.ts'
import type { Vessel } from './physics/vessel.ts'
import { randomStream, type Random } from './random.ts'

const COLUMNS = 32
const ROWS = 24
/** What the camera takes everything to emit. */
const ASSUMED_EMISSIVITY = 0.95
const GLASS = 0.9
const LIQUID = 0.96
const FOOD = 0.94
/** Noise of one pixel, K: MLX90640 at 2 to 4 Hz (Melexis, noise over refresh rate). */
const NOISE = 0.25

interface Spot {
  readonly celsius: number
  readonly emissivity: number
}

/**
 * A thermal camera over the hob, 32 x 24 pixels: it sees upper surfaces only (lid, liquid, food or bare metal), takes
 * all of them for equally black, so that bright steel looks colder than it is, hangs a little askew, blurs and is noisy.
 */
export class Camera {
  readonly #hob: Hob
  readonly #noise: Random
  /** Error of each pixel that does not change, K. */
  readonly #pattern: Float64Array
  readonly #shiftX: number
  readonly #shiftY: number
  readonly #turn: number
  readonly #bias: number

  constructor(hob: Hob) {
    const random = randomStream(hob.seed, 'camera')
    this.#hob = hob
    this.#noise = randomStream(hob.seed, 'camera noise')
    this.#bias = random.between(-1.5, 1.5)
    this.#shiftX = random.between(-6, 6)
    this.#shiftY = random.between(-6, 6)
    this.#turn = random.between(-0.015, 0.015)
    this.#pattern = Float64Array.from({ length: COLUMNS * ROWS }, () => 0.4 * random.normal())
  }

  take(): ThermalFrame {
    const sharp = new Float64Array(COLUMNS * ROWS)
    for (let row = 0; row < ROWS; row++) {
      for (let column = 0; column < COLUMNS; column++)
        sharp[row * COLUMNS + column] = this.#pixel(column, row)
    }
    const tenths = new Int16Array(COLUMNS * ROWS)
    for (let row = 0; row < ROWS; row++) {
      for (let column = 0; column < COLUMNS; column++) {
        const at = row * COLUMNS + column
        const seen = blurred(sharp, column, row) + (this.#pattern[at] ?? 0) + this.#bias
        tenths[at] = Math.round(10 * (seen + NOISE * this.#noise.normal()))
      }
    }
    return { columns: COLUMNS, rows: ROWS, tenths }
  }

  /** Temperature that the camera takes a pixel for, C. */
  #pixel(column: number, row: number): number {
    const { width, depth } = this.#hob.layout
    const plainX = ((column + 0.5) / COLUMNS - 0.5) * width
    // Row 0 is the back.
    const plainY = (0.5 - (row + 0.5) / ROWS) * depth
    const x = plainX - this.#turn * plainY + this.#shiftX
    const y = plainY + this.#turn * plainX + this.#shiftY
    const { celsius, emissivity } = this.#spot(x, y)
    const { ambient } = this.#hob.room
    const emitted = emissivity * (celsius + 273.15) ** 4 + (1 - emissivity) * (ambient + 273.15) ** 4
    const room = (1 - ASSUMED_EMISSIVITY) * (ambient + 273.15) ** 4
    return ((emitted - room) / ASSUMED_EMISSIVITY) ** 0.25 - 273.15
  }

  #spot(x: number, y: number): Spot {
    for (const { place, vessel } of this.#hob.zones) {
      if (vessel === null || vessel.lifted) continue
      const fromX = (x - place.x) / 1000 - vessel.parameters.offsetX
      const fromY = (y - place.y) / 1000 - vessel.parameters.offsetY
      if (Math.hypot(fromX, fromY) > PANS[vessel.name].rim / 2) continue
      return inPan(vessel, fromX, fromY, this.#hob.room.ambient)
    }
    const cell = this.#hob.glass.cellAt(x, y)
    return { celsius: this.#hob.glass.temperature[cell] ?? this.#hob.room.ambient, emissivity: GLASS }
  }
}

function inPan(vessel: Vessel, x: number, y: number, ambient: number): Spot {
  const metal = vessel.bareEmissivity
  const cell = vessel.plate.cellAt(x, y)
  if (vessel.lid) {
    // A lid hangs between what is under it and the room.
    const under = vessel.water.mass > 0 ? vessel.water.temperature : vessel.wall
    return { celsius: ambient + 0.75 * (under - ambient), emissivity: 0.6 }
  }
  const food = vessel.foodAt(cell)
  if (food !== null) return { celsius: food.top(), emissivity: FOOD }
  if (vessel.oil.mass > 0) return { celsius: vessel.oil.temperature, emissivity: LIQUID }
  if (vessel.water.mass > 0.02) return { celsius: vessel.water.temperature, emissivity: LIQUID }
  if (cell < 0) return { celsius: vessel.wall, emissivity: metal }
  return { celsius: vessel.plate.temperature[cell] ?? ambient, emissivity: metal }
}

/** A lens lets a quarter of each pixel's light go astray to its neighbours. */
function blurred(sharp: Float64Array, column: number, row: number): number {
  const at = (c: number, r: number): number =>
    sharp[Math.min(ROWS - 1, Math.max(0, r)) * COLUMNS + Math.min(COLUMNS - 1, Math.max(0, c))] ?? 0
  const around = at(column - 1, row) + at(column + 1, row) + at(column, row - 1) + at(column, row + 1)
  return 0.75 * at(column, row) + 0.0625 * around
}
