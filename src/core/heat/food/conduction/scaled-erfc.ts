/**
 * exp(x²) erfc(x) for x >= 0, without overflow: Maclaurin's series of erf below 2, Lentz's continued fraction above
 * (Abramowitz and Stegun 7.1.6 and 7.1.14). Good to 1e-12.
 */
export function scaledErfc(x: number): number {
  if (x < 2) {
    let term = x
    let sum = x
    for (let n = 1; n < 80; n++) {
      term *= (2 * x * x) / (2 * n + 1)
      sum += term
    }
    return Math.exp(x * x) - (2 / Math.sqrt(Math.PI)) * sum
  }
  let fraction = 0
  for (let n = 120; n > 0; n--) fraction = n / 2 / (x + fraction)
  return 1 / (Math.sqrt(Math.PI) * (x + fraction))
}
