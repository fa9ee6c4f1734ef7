import { known, unknown, type Claim } from './claim.ts'

/** A change of first order with an Arrhenius rate: dX/dt = A exp(-Ea / R T) (1 - X). */
export interface Kinetics {
  /** Per second. */
  readonly a: number
  /** J/mol. */
  readonly ea: number
  /** °C that the rate was measured or validated in. */
  readonly lowest: number
  readonly highest: number
  readonly source: string
}

/** Molar gas constant, J/(mol K), CODATA 2018. */
const GAS = 8.314_462_618

/** Rate per second at a temperature, whatever the range. */
const rateAt = ({ a, ea }: Kinetics, celsius: number): number =>
  a * Math.exp(-ea / (GAS * (celsius + 273.15)))

/**
 * The share that has changed after `elapsed` seconds at a temperature, from the share before: exact for a constant
 * temperature. Below the range nothing more changes than at its lower end; above it nothing is claimed, since a rate
 * stretched upwards would claim too much.
 */
export function progress(
  kinetics: Kinetics,
  before: number,
  celsius: number,
  elapsed: number,
): Claim<number> {
  if (celsius > kinetics.highest) return unknown('over-range')
  if (celsius < kinetics.lowest) return known(before, kinetics.source)
  const rate = rateAt(kinetics, celsius)
  return known(1 - (1 - before) * Math.exp(-rate * Math.max(0, elapsed)), kinetics.source)
}

/** Seconds at one temperature until a share has changed. */
export function timeUntil(kinetics: Kinetics, share: number, celsius: number): Claim<number> {
  if (celsius > kinetics.highest) return unknown('over-range')
  if (celsius < kinetics.lowest) return unknown('under-range')
  return known(-Math.log1p(-share) / rateAt(kinetics, celsius), kinetics.source)
}
