import type { Celsius, Milliseconds, Watts } from '../units/quantities.ts'
import { celsius } from '../units/quantities.ts'
import type { StoveDescription, ZoneId } from '../stove/stove.ts'

/** The most that a program may ask of one zone without a hand: what the cook accepted beforehand (law 6). */
export interface EnvelopeZone {
  readonly zone: ZoneId
  /** A share of the zone's greatest power, 0 to 1. */
  readonly maxShare: number
  readonly maxCelsius: Celsius
  /** Of what is in the pan. */
  readonly maxLiquid: Celsius
  /** 0 to 1, see ZoneTarget. */
  readonly maxVigour: number
}

/** What was hot when a stove was last seen (law 9). */
export interface ResidualHeat {
  readonly zone: ZoneId
  readonly surface: Celsius
  /** Wall time of the measurement. */
  readonly at: Milliseconds
}

export interface SupervisorSettings {
  /** Power the circuit can give (volts x amperes); null until the first run is done: then nothing starts. */
  readonly circuit: Watts | null
  /** Law 2, class C: the owner declares that an external cut-off is installed. */
  readonly externalCutOff: boolean
  /** Law 9: what was hot when this stove was last seen, from the store. */
  readonly residual: readonly ResidualHeat[]
  /** Law 9: the stove that was last seen at this address, until one answers; null when none was. */
  readonly remembered: StoveDescription | null
  /** Boiling point of water at the kitchen's altitude, for the checks that fall silent near boiling (law 5). */
  readonly boiling: Celsius
}

/** What holds until the kitchen has spoken: nothing may start. */
export const UNSET: SupervisorSettings = {
  circuit: null,
  externalCutOff: false,
  residual: [],
  remembered: null,
  boiling: celsius(100),
}
