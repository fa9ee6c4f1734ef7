import { ROOM, SENSOR_DEFICIT, SENSOR_LAG } from '../parameters.ts'
import { AIR_FILM, CRITICAL_FLUX, OIL_FILM, VAPORISATION, WATER_FILM, WATER_HEAT } from './assumptions.ts'

/**
 * Pan and contents as two lumps, with a sensor that lags behind the pan:
 *
 *   C_p dp/dt = eta P - q(p, l) - U/2 (p - room)
 *   C_l dl/dt = q(p, l) - U/2 (l - room) - L dv/dt
 *   ds/dt     = (p - deficit (p - room) - s) / lag
 *   q = A (F h(p, l) (p - l) + N max(0, p - T_b)³)        (natural convection, then nucleate boiling)
 *
 * Water evaporates from its surface by the analogy of Lewis and cannot pass its boiling point: what arrives beyond
 * it leaves as steam. The unknown factors are states of their own, as logarithms, so that power and response
 * identify them. Temperatures in °C, capacities in J/K, v in kg.
 */
export const PAN = 0
export const SENSOR = 1
export const LIQUID = 2
export const STEAM = 3
export const CAPACITY = 4
export const COUPLING = 5
export const ARRIVING = 6
export const PAN_HEAT = 7
export const LOSING = 8
export const OPEN = 9
export const NUCLEATING = 10
export const STATES = 11

export interface Surroundings {
  /** Area of the zone, m². */
  readonly area: number
  /** Boiling point here, °C. */
  readonly boilsAt: number
}

/** Longest step of the explicit scheme, s: under half of the shortest time constant of a thin pan on water. */
const LONGEST_STEP = 0.5
/** Contents never weigh less than this in the model, J/K: it keeps the explicit scheme stable. */
const LEAST_CAPACITY = 15
/** A plate colder than its contents chills a layer that stays below: 0.27 Ra^(1/4) for 0.15 Ra^(1/3) (Incropera, eq. 9.32). */
const SETTLED = 0.4
/** Stirring never stops: convection is counted as over this difference at least, K. */
const LEAST_ACROSS = 2
/** Vapour in a kitchen of 22 °C and half its saturation, Pa. */
const ROOM_VAPOUR = 1300
/** Lewis: kg/(m² s Pa) for each W/(m² K), 0.622 / (p c_p Le^(2/3)) with Le = 0.87 (Incropera, section 6.7). */
const LEWIS = 0.622 / (101_325 * 1007 * 0.87 ** (2 / 3))

/** Saturation pressure of water, Pa: Magnus' form, Alduchov and Eskridge 1996 (J. Appl. Meteorol. 35), 0 to 100 °C. */
const saturation = (celsius: number): number => 610.94 * Math.exp((17.625 * celsius) / (celsius + 243.04))

/** What is left of the contents' heat capacity after `steam` kg have gone, J/K. */
export const capacityLeft = (capacity: number, steam: number): number =>
  Math.max(LEAST_CAPACITY, capacity - WATER_HEAT * steam)

/** The state after `elapsed` seconds at `power` watts, written into `next`. */
export function flow(
  now: Float64Array,
  next: Float64Array,
  elapsed: number,
  power: number,
  boils: boolean,
  { area, boilsAt }: Surroundings,
  longest = LONGEST_STEP,
): void {
  next.set(now)
  const value = (index: number): number => now[index] as number
  const whole = Math.exp(value(CAPACITY))
  const coupling = area * Math.exp(value(COUPLING))
  const nucleate = area * Math.exp(value(NUCLEATING))
  const film = boils ? WATER_FILM : OIL_FILM
  const heating = Math.exp(value(ARRIVING)) * power
  const panHeat = Math.exp(value(PAN_HEAT))
  const loss = Math.exp(value(LOSING)) / 2
  const lewis = boils ? Math.exp(value(OPEN)) * AIR_FILM * area * LEWIS : 0
  const steps = Math.max(1, Math.ceil(elapsed / longest))
  const dt = elapsed / steps
  const follow = 1 - Math.exp(-dt / SENSOR_LAG.middle)
  let [pan, felt, liquid, steam] = [value(PAN), value(SENSOR), value(LIQUID), value(STEAM)]
  for (let step = 0; step < steps; step++) {
    const capacity = capacityLeft(whole, steam)
    // Neither lump may overshoot the other within a step.
    const most = (0.5 * Math.min(panHeat, capacity)) / dt
    const over = boils ? Math.max(0, pan - boilsAt) : 0
    const across = pan - liquid
    const middle = Math.max(0, (pan + liquid) / 2)
    const still =
      coupling * (film.at0 + film.perKelvin * middle) * Math.cbrt(Math.max(LEAST_ACROSS, Math.abs(across)))
    const wanted = still * across + Math.min(nucleate * over ** 3, area * CRITICAL_FLUX)
    const passed = across > 0 ? Math.min(wanted, most * across) : Math.min(SETTLED * still, most) * across
    const dried = lewis * Math.max(0, saturation(Math.min(liquid, 100)) - ROOM_VAPOUR)
    felt += follow * (pan - SENSOR_DEFICIT.middle * (pan - ROOM) - felt)
    pan += (dt * (heating - passed - loss * (pan - ROOM))) / panHeat
    liquid += (dt * (passed - loss * (liquid - ROOM) - dried * VAPORISATION)) / capacity
    steam += dried * dt
    if (boils && liquid > boilsAt) {
      steam += ((liquid - boilsAt) * capacity) / VAPORISATION
      liquid = boilsAt
    }
  }
  next[PAN] = pan
  next[SENSOR] = felt
  next[LIQUID] = liquid
  next[STEAM] = steam
}
