/** First primes: the bases of a Halton sequence, one a dimension. */
const BASES = [2, 3, 5, 7] as const

/**
 * `count` points that spread as a standard normal distribution in up to four dimensions, the same ones each time: a
 * Halton sequence (1960) through the normal quantile, centred and scaled so that each dimension has mean 0 and deviation 1.
 */
export function normalScores(count: number, dimensions: number): readonly (readonly number[])[] {
  const columns = BASES.slice(0, dimensions).map((base) => {
    const raw = Array.from({ length: count }, (_, index) => quantile(radicalInverse(index + 1, base)))
    const mean = raw.reduce((sum, value) => sum + value, 0) / count
    const deviation = Math.sqrt(raw.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1))
    return raw.map((value) => (value - mean) / deviation)
  })
  return Array.from({ length: count }, (_, index) => columns.map((column) => column[index] ?? 0))
}

function radicalInverse(index: number, base: number): number {
  let share = 1 / base
  let sum = 0
  for (let rest = index; rest > 0; rest = Math.floor(rest / base), share /= base) sum += (rest % base) * share
  return sum
}

/** Abramowitz and Stegun 1964, 26.2.23: the normal quantile within 4.5e-4. */
function quantile(share: number): number {
  const tail = Math.min(share, 1 - share)
  const t = Math.sqrt(-2 * Math.log(tail))
  const z =
    t -
    (2.515_517 + t * (0.802_853 + t * 0.010_328)) / (1 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308)))
  return share < 0.5 ? -z : z
}
