import type { Sample } from './play.ts'

export interface Judgement {
  /** Share of the moments in which the kitchen says anything about the centre, while a pan stands there. */
  readonly told: number
  /** Root of the mean square error of the centre, K; and of the bare sensor taken for it. */
  readonly rms: number
  readonly sensorRms: number
  /** Share of the told moments within `BOUND` of the truth, and within two of the kitchen's own deviations. */
  readonly bounded: number
  readonly covered: number
  /** Mean of the deviation that the kitchen states, K. */
  readonly deviation: number
  /** Of the map over the disc, and of a map that were flat at the estimated centre, K. */
  readonly fieldRms: number
  readonly flatRms: number
}

/** What is claimed of the centre, K: kept 9 times in 10. */
export const BOUND = 6

/** The sensor and the pan have found each other by then, s. */
const SETTLED = 5

const rmsOf = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length)
const shareOf = (values: readonly boolean[]): number => values.filter(Boolean).length / values.length

export function judge(samples: readonly Sample[]): Judgement {
  const late = samples.filter(({ at }) => at >= SETTLED)
  const told = late.flatMap(({ estimate, truth, surface }) =>
    estimate.centre === null
      ? []
      : [
          {
            off: estimate.centre - truth.centre,
            deviation: estimate.deviation,
            sensorOff: (surface ?? truth.centre) - truth.centre,
          },
        ],
  )
  const fields = late.flatMap(({ field }) => (field === null ? [] : [field]))
  return {
    told: told.length / late.length,
    rms: rmsOf(told.map(({ off }) => off)),
    sensorRms: rmsOf(told.map(({ sensorOff }) => sensorOff)),
    bounded: shareOf(told.map(({ off }) => Math.abs(off) <= BOUND)),
    covered: shareOf(told.map(({ off, deviation }) => Math.abs(off) <= 2 * deviation)),
    deviation: told.reduce((sum, { deviation }) => sum + deviation, 0) / told.length,
    fieldRms: rmsOf(fields.map(({ rms }) => rms)),
    flatRms: rmsOf(fields.map(({ flat }) => flat)),
  }
}
