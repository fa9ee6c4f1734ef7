import {
  NO_TEMPERATURE,
  type DeviceFlag,
  type StoveDescription,
  type ThermalFrame,
  type ZoneReading,
} from '#core/stove/stove.ts'
import { celsius, milliseconds, watts, type Celsius, type Watts } from '#core/units/quantities.ts'
import type { Plant } from '../link/plant.ts'
import { Camera } from './camera.ts'
import type { FaultBoard } from './fault-board.ts'
import type { Hob } from './physics/hob.ts'
import { Probe } from './physics/probe.ts'
import type { Zone } from './physics/zone.ts'
import { randomStream } from './random.ts'

interface PlantOptions {
  readonly seed: number
  readonly speed: number
  readonly camera: boolean
  /** A probe hangs in what zone 0 cooks. */
  readonly probe?: boolean
}

/** Hottest surface that this stove declares as sane, C: over searing and wok heat, under bare oil's self-ignition. */
const MAX_SURFACE = 300
/** The firmware's own cut-off lies above it, and lets go this much lower, K. */
const CUT_OFF = MAX_SURFACE + 30
const CUT_OFF_SPAN = 20
/** What a platinum sensor with its amplifier can mean, C. */
const SENSOR_RANGE = { least: -20, most: 450 } as const
/** How far a jumping sensor jumps, K. */
const JUMP = 80

/** What firmware sees of the physics: sensors with their faults, meters, and a cut-off of its own. */
export class HobPlant implements Plant {
  readonly description: StoveDescription
  readonly #hob: Hob
  readonly #faults: FaultBoard
  readonly #camera: Camera | null
  readonly #probe: Probe | null
  readonly #cutOff: boolean[]
  readonly #held: (number | null)[]
  readonly #last: (number | null)[]
  #told: readonly Watts[]
  /** It started anew a moment ago. */
  brownOut = false

  constructor(hob: Hob, faults: FaultBoard, options: PlantOptions) {
    this.#hob = hob
    this.#faults = faults
    this.#camera = options.camera ? new Camera(hob) : null
    this.#probe =
      options.probe === true
        ? new Probe(randomStream(options.seed, 'probe'), hob.room.ambient, hob.time)
        : null
    this.#cutOff = hob.zones.map(() => false)
    this.#held = hob.zones.map(() => null)
    this.#last = hob.zones.map(() => null)
    this.#told = hob.zones.map(() => watts(0))
    this.description = describe(hob, options)
  }

  get seed(): number {
    return this.#hob.seed
  }

  /** Seconds of physics so far: the time that regulators work in. */
  get time(): number {
    return this.#hob.time
  }

  command(powers: readonly Watts[]): void {
    this.#told = powers
    this.#drive()
  }

  read(): readonly ZoneReading[] {
    const readings = this.#hob.zones.map((zone, index) => this.#readZone(zone, index))
    this.#drive()
    return readings
  }

  thermal(): ThermalFrame | null {
    return this.#camera?.take() ?? null
  }

  #drive(): void {
    for (const [index, zone] of this.#hob.zones.entries()) {
      zone.command(this.#cutOff[index] === true ? 0 : (this.#told[index] ?? 0))
    }
  }

  #readZone(zone: Zone, index: number): ZoneReading {
    const felt = this.#sense(zone, index)
    const inRange = felt !== null && felt > SENSOR_RANGE.least && felt < SENSOR_RANGE.most
    if (felt !== null)
      this.#cutOff[index] = felt > CUT_OFF - (this.#cutOff[index] === true ? CUT_OFF_SPAN : 0)
    const flags: DeviceFlag[] = []
    if (felt === null) flags.push('sensor-open')
    else if (!inRange) flags.push('sensor-range')
    if (this.#cutOff[index] === true) flags.push('over-temperature')
    if (this.brownOut) flags.push('brown-out')
    return {
      surface: felt === null ? null : celsius(Math.min(3200, Math.max(NO_TEMPERATURE / 10 + 1, felt))),
      probe: index === 0 ? this.#readProbe(zone) : null,
      power: watts(zone.readMeter()),
      commanded: this.#told[index] ?? watts(0),
      pan: zone.panSeen ? 'present' : 'absent',
      flags,
    }
  }

  /** Out of the pan it hangs in the air. */
  #readProbe({ vessel }: Zone): Celsius | null {
    if (this.#probe === null || this.#faults.has('probe-out', 0)) return null
    const liquid = vessel === null ? null : vessel.water.mass > 0 ? vessel.water : vessel.oil
    const around = liquid === null || liquid.mass <= 0 ? this.#hob.room.ambient : liquid.temperature
    return celsius(this.#probe.read(this.#hob.time, around))
  }

  #sense(zone: Zone, index: number): number | null {
    const truth = zone.readSensor()
    if (this.#faults.has('open-sensor', index)) return null
    if (this.#faults.has('frozen-sensor', index)) {
      this.#held[index] ??= this.#last[index] ?? truth
      return this.#held[index] ?? null
    }
    this.#held[index] = null
    const reading = this.#faults.has('sensor-jump', index) ? truth + JUMP : truth
    this.#last[index] = reading
    return reading
  }
}

function describe(hob: Hob, { seed, speed, camera }: PlantOptions): StoveDescription {
  const { layout } = hob
  return {
    id: `virtual-${seed}-${layout.zones.length}`,
    name: `Virtual stove (${layout.name})`,
    firmware: 'virtual 1',
    virtual: true,
    speed,
    leaseClass: 'A',
    lease: milliseconds(1000),
    reportPeriod: milliseconds(100),
    widthMm: layout.width,
    depthMm: layout.depth,
    zones: layout.zones.map(({ x, y, diameter, power }, id) => ({
      id,
      maxPower: watts(power),
      maxSurface: celsius(MAX_SURFACE),
      sets: 'power',
      diameterMm: diameter,
      xMm: x,
      yMm: y,
    })),
    thermalCamera: camera,
    panDetection: true,
    // Nobody can reach the knob of a stove that is not there (law 13).
    physicalOff: false,
  }
}
