import { randomStream } from '../random.ts'
import { boilingPoint, standardPressure } from './water.ts'

/** The room, and what all zones share. */
export interface RoomParameters {
  /** C */
  readonly ambient: number
  /** Relative humidity, 0 to 1. */
  readonly humidity: number
  /** Pa */
  readonly pressure: number
  /** Boiling point of water at this pressure, C. */
  readonly boiling: number
  /** Mean speed of a draught over the hob, m/s, and how much stronger it is on its windward side. */
  readonly draught: number
  readonly draughtAngle: number
  readonly draughtSlope: number
  /** The space under the hob, kelvin above the room. */
  readonly belowRise: number
}

/** The glass plate. */
export interface GlassParameters {
  /** m */
  readonly thickness: number
  readonly emissivity: number
  /** From its underside to the space below, W/(m2 K). */
  readonly below: number
}

/** One zone: coil, electronics and sensor. */
export interface ZoneParameters {
  /** Share of the electrical power that becomes heat in a pan that covers the coil. */
  readonly efficiency: number
  /** Share of the rest that warms the coil; what remains is the inverter's. */
  readonly coilShare: number
  readonly coilHeat: number
  readonly coilToGlass: number
  readonly coilToBelow: number
  /** Power given per power commanded, and power reported per power given. */
  readonly powerGain: number
  readonly meterGain: number
  /** Radius and width of the ring on which the heat enters, as shares of the coil's radius. */
  readonly ringRadius: number
  readonly ringWidth: number
  /** Uneven coupling round the ring: share and angle of the first and second harmonic. */
  readonly unevenOnce: number
  readonly unevenOnceAngle: number
  readonly unevenTwice: number
  readonly unevenTwiceAngle: number
  readonly sensorBias: number
  readonly sensorGain: number
  /** First-order lag and dead time, s; noise of one reading, K. */
  readonly sensorLag: number
  readonly sensorDead: number
  readonly sensorNoise: number
  /** How much of what it feels is the pan; the rest is the glass around it. */
  readonly sensorPanShare: number
  /** Time for which a pan must be seen, or missed, before the zone believes it, s. */
  readonly panSeenAfter: number
  readonly panMissedAfter: number
  /** Time from nothing to full power, s: an inverter starts softly. */
  readonly softStart: number
}

/** One pan as it was put down: no two come alike. */
export interface PanParameters {
  /** Factor on all thicknesses. */
  readonly thickness: number
  /** Height of the centre over the edge of the base, m: positive = domed, negative = dished. */
  readonly warp: number
  /** Mean gap between base and glass, m. */
  readonly gap: number
  /** Where its centre came to stand, m from the zone's. */
  readonly offsetX: number
  readonly offsetY: number
  readonly emissivityFactor: number
  /** Natural convection from base to water, W/(m2 K): 500 to 1500. */
  readonly waterConvection: number
  /** Base to pooled oil: 300 to 600 W/(m2 K) when frying, less in still oil. */
  readonly oilConvection: number
  /** Base to food: hamburgers 250 to 650 W/(m2 K) (contact-grill measurements). */
  readonly foodContact: number
  /** How sheltered the liquid's surface is by the pan's wall, share of the open transfer. */
  readonly shelter: number
}

export function drawRoom(seed: number, altitude: number): RoomParameters {
  const random = randomStream(seed, 'room')
  // Weather moves the pressure by some 1 % around the mean of the place.
  const pressure = standardPressure(altitude) * random.between(0.988, 1.012)
  return {
    ambient: random.between(18, 27),
    humidity: random.between(0.35, 0.65),
    pressure,
    boiling: boilingPoint(pressure),
    draught: random.between(0, 0.3),
    draughtAngle: random.between(0, 2 * Math.PI),
    draughtSlope: random.between(0, 0.4),
    belowRise: random.between(2, 8),
  }
}

export function drawGlass(seed: number): GlassParameters {
  const random = randomStream(seed, 'glass')
  return {
    thickness: random.between(0.0038, 0.0042),
    emissivity: random.between(0.84, 0.93),
    below: random.between(5, 9),
  }
}

export function drawZone(seed: number, zone: number): ZoneParameters {
  const random = randomStream(seed, `zone ${zone}`)
  return {
    efficiency: random.between(0.87, 0.925),
    coilShare: random.between(0.4, 0.6),
    coilHeat: random.between(300, 500),
    coilToGlass: random.between(0.8, 1.6),
    coilToBelow: random.between(5, 9),
    powerGain: random.between(0.97, 1.03),
    meterGain: random.between(0.98, 1.02),
    ringRadius: random.between(0.56, 0.7),
    ringWidth: random.between(0.24, 0.36),
    unevenOnce: random.between(0, 0.1),
    unevenOnceAngle: random.between(0, 2 * Math.PI),
    unevenTwice: random.between(0, 0.06),
    unevenTwiceAngle: random.between(0, Math.PI),
    sensorBias: random.between(-1.5, 1.5),
    sensorGain: random.between(0.992, 1.008),
    sensorLag: random.between(1.2, 3.2),
    sensorDead: random.between(0.2, 0.8),
    sensorNoise: random.between(0.05, 0.2),
    sensorPanShare: random.between(0.9, 0.97),
    panSeenAfter: random.between(0.4, 1.1),
    panMissedAfter: random.between(0.15, 0.4),
    softStart: random.between(0.4, 1),
  }
}

/** The pan that is put down as the `nth` on a zone. */
export function drawPan(seed: number, zone: number, nth: number): PanParameters {
  const random = randomStream(seed, `pan ${zone}.${nth}`)
  const offset = random.between(0, 0.01)
  const angle = random.between(0, 2 * Math.PI)
  return {
    thickness: random.between(0.93, 1.07),
    warp: random.between(-0.0006, 0.0004),
    gap: random.between(0.0001, 0.00025),
    offsetX: offset * Math.cos(angle),
    offsetY: offset * Math.sin(angle),
    emissivityFactor: random.between(0.85, 1.15),
    waterConvection: random.between(700, 1300),
    oilConvection: random.between(180, 400),
    foodContact: random.between(280, 600),
    shelter: random.between(0.5, 0.9),
  }
}
