/** One line of `npm run bench`: what was measured, what was asked, what came out. */
export interface BenchFigure {
  readonly name: string
  readonly goal: string
  readonly figure: string
  readonly met: boolean
}

/** The value below which a share (0 to 1) of the samples lies, by nearest rank. */
export function percentile(samples: readonly number[], share: number): number {
  if (samples.length === 0) throw new RangeError('no samples')
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** "p50 1.20, p99 3.45 ms of 500" */
export const spread = (samples: readonly number[], unit = 'ms'): string =>
  `p50 ${percentile(samples, 0.5).toFixed(2)}, p99 ${percentile(samples, 0.99).toFixed(2)}, max ${Math.max(...samples).toFixed(2)} ${unit} of ${samples.length}`
