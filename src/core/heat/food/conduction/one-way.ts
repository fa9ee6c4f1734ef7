import { eigen, eigenfunction, type Eigen, type Shape } from './eigen.ts'
import { scaledErfc } from './scaled-erfc.ts'

/**
 * Cooling of one body in one direction: theta = (T - medium) / (start - medium), 1 at first, 0 in the end, at the
 * place x (0 in the middle, 1 at the face) and the Fourier number Fo = a t / L².
 */
export type OneWay = (x: number, fourier: number) => number

/** Under this the warmth has reached a few per cent of the depth: the body is deep, and nearly flat. */
const SHORT = 2e-5
/** Terms beyond exp(-this) are nothing in double precision. */
const NOTHING = 40

/** The exact solution for any Biot number over 0; terms are found once and kept. */
export function oneWay(shape: Shape, bi: number): OneWay {
  const terms: Eigen[] = []
  const phi = eigenfunction[shape]
  return (x, fourier) => {
    if (fourier <= 0) return 1
    if (fourier < SHORT) return short(shape, bi, x, fourier)
    let sum = 0
    for (let n = 0; ; n++) {
      const term = (terms[n] ??= eigen(shape, bi, n + 1))
      const exponent = term.zeta * term.zeta * fourier
      if (exponent > NOTHING && n > 0) return sum
      sum += term.coefficient * Math.exp(-exponent) * phi(term.zeta * x)
    }
  }
}

/** Half the exponent of r in the area through which heat flows; T r^curve spreads as in a flat body. */
const CURVE: Readonly<Record<Shape, number>> = { slab: 0, cylinder: 0.5, sphere: 1 }

/** Before the warmth arrives in the middle; the curvature is exact for the sphere and leads for the cylinder. */
function short(shape: Shape, bi: number, x: number, fourier: number): number {
  // With a weak film the face is hardly warm by then, and its curvature is nothing.
  const curve = bi > 2 ? CURVE[shape] : 0
  const flat = bi - curve
  const gain = 1 - semiInfinite((1 - x) / Math.sqrt(fourier), flat * Math.sqrt(fourier))
  return gain < 1e-15 ? 1 : 1 - (gain * (bi === Infinity ? 1 : bi / flat)) / x ** curve
}

/**
 * The deep body with a film, Carslaw and Jaeger section 2.7: erf(s/2) + exp(s b + b²) erfc(s/2 + b), with the depth
 * s = depth / sqrt(a t) and b = h sqrt(a t) / k.
 */
function semiInfinite(s: number, b: number): number {
  const damp = Math.exp((-s * s) / 4)
  const open = damp * scaledErfc(s / 2)
  return 1 - open + (b === Infinity ? 0 : damp * scaledErfc(s / 2 + b))
}
