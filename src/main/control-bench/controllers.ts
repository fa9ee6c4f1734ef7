/** What every controller of the bench is told, ten times a second. */
export interface Told {
  readonly surface: number
  readonly probe: number | null
  /** Power since the last report, W. */
  readonly power: number
}

/** One controller on one plant; returns the power it wants, W. */
export type Controller = (told: Told) => number

/** Period of the reports, s. */
export const PERIOD = 0.1

/** What a peer regulates by: the sensor in what is held. */
export const felt = ({ surface, probe }: Told): number => probe ?? surface
