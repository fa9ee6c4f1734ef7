/**
 * What the controller assumes of any pan: two lumps and a few lags. The heated metal takes the power and hands it to
 * what is in the pan (or, dry, to its rim and the glass), the place of the sensor follows the metal, the sensors
 * follow what they touch:
 *
 *   Cb dTb/dt = P - G (Tb - Tc) - [loss where it acts on the metal]
 *   Cc dTc/dt = G (Tb - Tc) - [loss where it acts on the contents]
 *   dTm/dt = (Tb - Tm)/tau_d,  dTs/dt = (Tm - Ts)/tau_s,  dTp/dt = (Tc - Tp)/tau_p
 *   loss = U (T - Ta) + q
 *
 * Lumped capacities with a film between them: Incropera & DeWitt, Fundamentals of Heat and Mass Transfer, ch. 5.
 * P is electrical power: what the coil loses is hidden in larger capacities. Temperatures in °C, powers in W,
 * capacities in J/K, G and U in W/K, lags in s.
 */
export const STATES = 10
/** Places in the state vector. Capacities, coupling and diffusion are logarithms: they can never turn negative. */
export const METAL = 0
export const CONTENTS = 1
export const SPOT = 2
export const SENSOR = 3
export const PROBE = 4
export const LN_METAL = 5
export const LN_CONTENTS = 6
export const LN_COUPLING = 7
export const LN_DIFFUSION = 8
/** q: what is lost beyond U (T - Ta), W: steam, cold food, a draught. */
export const LOSS = 9

/** A probe in its sheath, s. */
const PROBE_LAG = 4
const AMBIENT = 22
/** Convection and radiation of 0.05 m² at 25 W/m²K on a 2 kW zone, as a share of its power for each kelvin. */
const LOSS_SHARE = 0.0006

/** No pan gains heat by itself: below U (T - Ta) by so small a share of the zone's power, for U is only assumed. */
const LEAST_LOSS = 0.05

/** How far physics lets a learned value go, as logarithms: 50 g of steel to 12 l of water; a bare film to a boil. */
export const BOUNDS: readonly (readonly [number, number, number])[] = [
  [LN_METAL, Math.log(80), Math.log(6000)],
  [LN_CONTENTS, Math.log(60), Math.log(60_000)],
  [LN_COUPLING, Math.log(0.5), Math.log(250)],
  [LN_DIFFUSION, Math.log(0.5), Math.log(40)],
]

/** Nothing in a kitchen is outside of this, °C. */
export const COLDEST = -60
export const HOTTEST = 700

/** What of the model is known beforehand. */
export interface Setting {
  /** Lag of the surface sensor, s. */
  readonly sensorLag: number
  /** The loss acts on the contents (a liquid is held) or on the metal (a surface is held). */
  readonly wet: boolean
  readonly maxPower: number
  /** Where bubbles may form, °C; infinite where what is held is no water. */
  readonly boiling: number
}

/** Losses for each kelvin above the room, W/K. */
export const lossRate = ({ maxPower }: Setting): number => LOSS_SHARE * maxPower

/** Power that keeps what is at `temperature` there, W. */
export const holdPower = (x: readonly number[], temperature: number, setting: Setting): number =>
  (x[LOSS] as number) + lossRate(setting) * (temperature - AMBIENT)

/** Coefficients of one step of `dt` seconds: shared by the state and its Jacobian. */
export interface Step {
  /** dt/Cb and dt/Cc, K/W */
  readonly metal: number
  readonly contents: number
  readonly coupling: number
  readonly diffusion: number
  readonly sensor: number
  readonly probe: number
}

/** Excess at which the coupling is what it is called, K; below a third of it conduction alone is left. */
const NAMED_AT = 10
const LEAST_EXCESS = 0.3
/** Where the sensor feels the boiling point the ring over the coil is hotter and bubbles; they double the coupling
 * within so many kelvin. */
const DOUBLES = 10

/**
 * Coupling at the present excess, W/K. Natural convection from a plate grows with the cube root of the excess
 * (Nu ~ Ra^1/3, Incropera & DeWitt, eq. 9.31); subcooled boiling adds to it (ibid., ch. 10.4).
 */
function couplingOf(x: readonly number[], { wet, boiling }: Setting): number {
  const named = Math.exp(x[LN_COUPLING] as number)
  if (!wet) return named
  const metal = x[METAL] as number
  const excess = Math.abs(metal - (x[CONTENTS] as number)) / NAMED_AT
  const bubbles = Math.max(0, metal - boiling) / DOUBLES
  return named * (Math.cbrt(Math.max(LEAST_EXCESS, excess)) + Math.min(8, bubbles * bubbles))
}

export function stepOf(x: readonly number[], setting: Setting, dt: number): Step {
  const coupling = couplingOf(x, setting)
  // Explicit Euler stays stable while the metal loses less than its whole excess in one step.
  const metal = Math.min(dt / Math.exp(x[LN_METAL] as number), 0.8 / coupling)
  return {
    metal,
    contents: Math.min(dt / Math.exp(x[LN_CONTENTS] as number), 0.8 / coupling),
    coupling,
    diffusion: 1 - Math.exp(-dt / Math.exp(x[LN_DIFFUSION] as number)),
    sensor: 1 - Math.exp(-dt / setting.sensorLag),
    probe: 1 - Math.exp(-dt / PROBE_LAG),
  }
}

/** Moves the five temperatures on in place. */
export function advance(x: number[], power: number, setting: Setting, step: Step): void {
  const metal = x[METAL] as number
  const contents = x[CONTENTS] as number
  const spot = x[SPOT] as number
  const flow = step.coupling * (metal - contents)
  const lost = holdPower(x, setting.wet ? contents : metal, setting)
  x[PROBE] = (x[PROBE] as number) + step.probe * (contents - (x[PROBE] as number))
  x[SENSOR] = (x[SENSOR] as number) + step.sensor * (spot - (x[SENSOR] as number))
  x[SPOT] = spot + step.diffusion * (metal - spot)
  x[CONTENTS] = contents + step.contents * (flow - (setting.wet ? lost : 0))
  x[METAL] = metal + step.metal * (power - flow - (setting.wet ? 0 : lost))
}

/** Keeps every learned value inside what physics allows. */
export function bound(x: number[], { maxPower }: Setting): void {
  for (const [index, low, high] of BOUNDS) x[index] = Math.min(high, Math.max(low, x[index] as number))
  x[LOSS] = Math.min(1.2 * maxPower, Math.max(-LEAST_LOSS * maxPower, x[LOSS] as number))
  for (const index of [METAL, CONTENTS, SPOT, SENSOR, PROBE]) {
    x[index] = Math.min(HOTTEST, Math.max(COLDEST, x[index] as number))
  }
}
