/**
 * Energy that went into a zone by its own meter, J. A zone whose power is unknown for a moment has an unknown sum
 * from then on: what was not measured is not guessed.
 */
export interface EnergyMeter {
  /** Since the zone went on last; null when some of it was not measured. */
  readonly sinceOn: number | null
  /** Since `restartEnergy`: the beginning of a cook. */
  readonly sinceStart: number | null
  readonly on: boolean
}

export const NO_ENERGY: EnergyMeter = { sinceOn: 0, sinceStart: 0, on: false }

/** `elapsed` seconds at `power` W (null = unknown); `on`: the zone is switched on. */
export function countEnergy(
  meter: EnergyMeter,
  elapsed: number,
  power: number | null,
  on: boolean,
): EnergyMeter {
  const begun = on && !meter.on
  // An unknown power matters only while something may flow.
  const joules = power === null ? (on ? null : 0) : Math.max(0, power) * elapsed
  const add = (sum: number | null): number | null => (sum === null || joules === null ? null : sum + joules)
  return { sinceOn: add(begun ? 0 : meter.sinceOn), sinceStart: add(meter.sinceStart), on }
}

/** A cook begins: its energy is counted from here. */
export const restartEnergy = (meter: EnergyMeter): EnergyMeter => ({ ...meter, sinceStart: 0 })
