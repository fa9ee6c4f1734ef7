import { randomStream, type Random } from '../random.ts'
import { couple, detects, type Coupling } from './coil.ts'
import type { Glass } from './glass.ts'
import type { ZonePlace } from './layout.ts'
import type { Ledger } from './ledger.ts'
import { induces, PANS, type PanName } from './pans.ts'
import { drawPan, drawZone, type RoomParameters, type ZoneParameters } from './parameters.ts'
import { Sensor } from './sensor.ts'
import { Vessel } from './vessel.ts'

/** What is wrong with a zone's switch: closed for good, or open for good. */
export type SwitchState = 'healthy' | 'shorted' | 'dead'

/** How far round the zone's centre the sensor feels, m. */
const SENSOR_REACH = 0.012

/** One zone: inverter, coil, sensor and the pan on it. */
export class Zone {
  readonly place: ZonePlace
  readonly parameters: ZoneParameters
  vessel: Vessel | null = null
  switch: SwitchState = 'healthy'
  /** Told by the firmware, W. */
  commanded = 0
  /** Really drawn from the mains, W. */
  drawn = 0
  /** C */
  coil: number
  readonly #seed: number
  readonly #index: number
  readonly #meterNoise: Random
  readonly #sensor: Sensor
  readonly #glassUnder: Int32Array
  readonly #glassAtSensor: Int32Array
  #coupling: Coupling | null = null
  #below = new Int32Array(0)
  #felt = new Int32Array(0)
  #seen = false
  #sinceChange = 0
  #ramp = 0
  #pansSoFar = 0

  constructor(seed: number, index: number, place: ZonePlace, glass: Glass, room: RoomParameters, dt: number) {
    this.#seed = seed
    this.#index = index
    this.place = place
    this.parameters = drawZone(seed, index)
    this.coil = room.ambient + room.belowRise
    this.#meterNoise = randomStream(seed, `meter ${index}`)
    this.#sensor = new Sensor(this.parameters, randomStream(seed, `sensor ${index}`), dt, room.ambient)
    this.#glassUnder = glass.cellsWithin(place.x, place.y, place.diameter / 2)
    this.#glassAtSensor = glass.cellsWithin(place.x, place.y, 16)
    if (this.#glassAtSensor.length === 0) {
      this.#glassAtSensor = Int32Array.of(glass.cellAt(place.x, place.y))
    }
  }

  /** Puts a new pan down, at a temperature in C. */
  put(name: PanName, temperature: number, room: RoomParameters, glass: Glass, ledger: Ledger): Vessel {
    this.remove(ledger)
    const parameters = drawPan(this.#seed, this.#index, this.#pansSoFar++)
    const vessel = new Vessel(name, parameters, temperature, room)
    this.vessel = vessel
    this.#coupling = induces(PANS[name]) ? couple(vessel, this.place.diameter / 1000, this.parameters) : null
    const { plate } = vessel
    this.#below = Int32Array.from(plate.x, (x, cell) =>
      glass.cellAt(
        this.place.x + 1000 * (x + parameters.offsetX),
        this.place.y + 1000 * ((plate.y[cell] ?? 0) + parameters.offsetY),
      ),
    )
    const centre = (cell: number): number =>
      Math.hypot((plate.x[cell] ?? 0) + parameters.offsetX, (plate.y[cell] ?? 0) + parameters.offsetY)
    const near = Array.from(plate.x.keys()).filter((cell) => centre(cell) < SENSOR_REACH)
    this.#felt = Int32Array.from(near.length > 0 ? near : [plate.cellAt(0, 0)])
    ledger.moved += vessel.stored()
    return vessel
  }

  remove(ledger: Ledger): void {
    if (this.vessel !== null) ledger.moved -= this.vessel.stored()
    this.vessel = null
    this.#coupling = null
  }

  /** Marks the glass that this zone's pan stands on. */
  cover(glass: Glass): void {
    if (this.vessel === null || this.vessel.lifted) return
    for (const cell of this.#below) if (cell >= 0) glass.cover(cell, this.vessel.plate.cellArea)
  }

  /** The zone sees a pan: after it has been there for a moment. */
  get panSeen(): boolean {
    return this.#seen
  }

  /** Obeys at once where that means less: a gate signal needs no time. */
  command(power: number): void {
    this.commanded = power
    if (this.switch !== 'shorted' && power === 0) {
      this.drawn = 0
      this.#ramp = 0
    }
  }

  step(dt: number, room: RoomParameters, draught: number, glass: Glass, ledger: Ledger): void {
    const coupling = this.vessel === null || this.vessel.lifted ? null : this.#coupling
    this.#lookForPan(dt, coupling !== null && detects(coupling))
    this.drawn = this.#draw(dt, coupling)
    const electric = this.drawn * dt
    let toPan = 0
    if (coupling !== null && electric > 0 && this.vessel !== null) {
      // A pan that covers less of the field leaves more of it to the coil's own resistance.
      toPan = electric * this.parameters.efficiency * (0.85 + 0.15 * coupling.coverage)
      const { heat } = this.vessel.plate
      for (let cell = 0; cell < heat.length; cell++) {
        heat[cell] = (heat[cell] as number) + toPan * (coupling.weights[cell] as number)
      }
    }
    ledger.electric += electric
    this.#warmCoil(dt, electric - toPan, room, glass, ledger)
    this.vessel?.step(dt, room, draught, glass, this.#below, ledger)
    const onGlass = this.vessel !== null && !this.vessel.lifted ? this.vessel : null
    this.#sensor.step(
      dt,
      glass.meanOf(this.#glassAtSensor),
      this.#panAtSensor(onGlass),
      this.#bumpAtSensor(onGlass),
    )
  }

  /** One measurement of the sensor, C. */
  readSensor(): number {
    return this.#sensor.read()
  }

  /**
   * What the zone's own meter says, W. It sits at the gate: a shorted switch passes it by, and with a dead one it
   * reports what the gate was told.
   */
  readMeter(): number {
    const passed = this.switch === 'healthy' ? this.drawn : this.#seen ? this.commanded : 0
    if (passed <= 0) return 0
    return Math.max(0, passed * this.parameters.meterGain * (1 + 0.004 * this.#meterNoise.normal()))
  }

  stored(): number {
    return this.coil * this.parameters.coilHeat + (this.vessel?.stored() ?? 0)
  }

  #lookForPan(dt: number, there: boolean): void {
    if (there === this.#seen) {
      this.#sinceChange = 0
      return
    }
    this.#sinceChange += dt
    const patience = there ? this.parameters.panSeenAfter : this.parameters.panMissedAfter
    if (this.#sinceChange < patience) return
    this.#seen = there
    this.#sinceChange = 0
  }

  #draw(dt: number, coupling: Coupling | null): number {
    // Without iron over it a coil takes no power, whatever its switch does.
    if (coupling === null) {
      this.#ramp = 0
      return 0
    }
    // A pan smaller than the coil cannot take all of its power.
    const most = this.place.power * Math.min(1, coupling.coverage / 0.8)
    if (this.switch === 'shorted') return most
    if (this.switch === 'dead' || this.commanded <= 0 || !this.#seen) {
      this.#ramp = 0
      return 0
    }
    this.#ramp = Math.min(1, this.#ramp + dt / this.parameters.softStart)
    return Math.min(most, this.commanded * this.parameters.powerGain) * this.#ramp
  }

  #warmCoil(dt: number, lost: number, room: RoomParameters, glass: Glass, ledger: Ledger): void {
    const { coilShare, coilHeat, coilToGlass, coilToBelow } = this.parameters
    ledger.electronics += lost * (1 - coilShare)
    const down = coilToBelow * dt * (this.coil - room.ambient - room.belowRise)
    ledger.below += down
    const share = (coilToGlass * dt) / this.#glassUnder.length
    let up = 0
    for (const cell of this.#glassUnder) {
      const joules = share * (this.coil - (glass.temperature[cell] as number))
      glass.heat[cell] = (glass.heat[cell] as number) + joules
      up += joules
    }
    this.coil += (lost * coilShare - down - up) / coilHeat
  }

  #panAtSensor(vessel: Vessel | null): number | null {
    if (vessel === null) return null
    let sum = 0
    for (const cell of this.#felt) sum += vessel.plate.temperature[cell] as number
    return sum / this.#felt.length
  }

  #bumpAtSensor(vessel: Vessel | null): number {
    return vessel === null ? 0 : (vessel.bump[this.#felt[0] as number] ?? 0)
  }
}
