/** Where the power series hands over to Hankel's expansion: both are good to 1e-11 there. */
const HANDOVER = 14

/** Bessel function of the first kind, order 0 or 1, for x >= 0 (Abramowitz and Stegun, 9.1.10 and 9.2.5 to 9.2.10). */
export function bessel(order: 0 | 1, x: number): number {
  return x < HANDOVER ? series(order, x) : asymptotic(order, x)
}

function series(order: 0 | 1, x: number): number {
  const quarter = -(x * x) / 4
  let term = order === 0 ? 1 : x / 2
  let sum = term
  for (let k = 1; k < 60; k++) {
    term *= quarter / (k * (k + order))
    sum += term
  }
  return sum
}

function asymptotic(order: 0 | 1, x: number): number {
  const mu = 4 * order * order
  let p = 1
  let q = 0
  let term = 1
  // Terms shrink until about 2x of them; the sign turns every second one.
  for (let k = 1; k < 2 * x; k++) {
    const next = (term * (mu - (2 * k - 1) ** 2)) / (k * 8 * x)
    if (Math.abs(next) > Math.abs(term) || Math.abs(next) < 1e-17) break
    term = next
    if (k % 2 === 1) q += (k % 4 === 1 ? 1 : -1) * term
    else p += (k % 4 === 0 ? 1 : -1) * term
  }
  const phase = x - (order / 2 + 0.25) * Math.PI
  return Math.sqrt(2 / (Math.PI * x)) * (p * Math.cos(phase) - q * Math.sin(phase))
}
