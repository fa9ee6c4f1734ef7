/** How an organism dies: D minutes at `reference` °C for each power of ten, ten times faster for every `z` kelvin. */
export interface DeathRate {
  /** Minutes. */
  readonly d: number
  /** °C. */
  readonly reference: number
  /** K. */
  readonly z: number
}

/** A temperature in °C at a time in seconds. */
export type Point = readonly [seconds: number, celsius: number]

/** Below this published reductions are not reliably observed, so none is claimed. */
export const LEAST_CLAIMED = 55

/**
 * Powers of ten between two points on a straight line: the exact integral of 10^((T - Tref)/z) / D (Bigelow 1921;
 * Stumbo, Thermobacteriology in Food Processing). The exponential of a line has one in closed form.
 */
export function pieceLethality({ d, reference, z }: DeathRate, [t0, c0]: Point, [t1, c1]: Point): number {
  const first = 10 ** ((c0 - reference) / z)
  const rise = (Math.LN10 * (c1 - c0)) / z
  const mean = Math.abs(rise) < 1e-9 ? first * (1 + rise / 2) : (first * Math.expm1(rise)) / rise
  return ((t1 - t0) * mean) / (d * 60)
}

/** The time on the way between two points at which `log10` powers of ten have been earned since the first. */
export function pieceTime(
  { d, reference, z }: DeathRate,
  [t0, c0]: Point,
  [t1, c1]: Point,
  log10: number,
): number {
  const first = 10 ** ((c0 - reference) / z)
  const rise = (Math.LN10 * (c1 - c0)) / z
  const wanted = (log10 * d * 60) / (first * (t1 - t0))
  return t0 + (t1 - t0) * (Math.abs(rise) < 1e-9 ? wanted : Math.log1p(wanted * rise) / rise)
}

/** Powers of ten over a profile, with straight lines between its points; times must not fall. */
export function lethality(rate: DeathRate, profile: readonly Point[]): number {
  let sum = 0
  for (let index = 1; index < profile.length; index++) {
    const before = profile[index - 1]
    const after = profile[index]
    if (before !== undefined && after !== undefined) sum += pieceLethality(rate, before, after)
  }
  return sum
}

/** The part of it that was earned at `least` °C or more. */
export function lethalityAbove(rate: DeathRate, profile: readonly Point[], least = LEAST_CLAIMED): number {
  let sum = 0
  for (let index = 1; index < profile.length; index++) {
    const before = profile[index - 1]
    const after = profile[index]
    if (before === undefined || after === undefined) continue
    const [t0, c0] = before
    const [t1, c1] = after
    if (c0 < least && c1 < least) continue
    const crossing: Point = [t0 + ((least - c0) / (c1 - c0)) * (t1 - t0), least]
    sum += pieceLethality(rate, c0 < least ? crossing : before, c1 < least ? crossing : after)
  }
  return sum
}
