import { bessel } from './bessel.ts'
import { rootBetween } from './root.ts'

/** The three bodies in which heat flows in one direction. */
export type Shape = 'slab' | 'cylinder' | 'sphere'

/** One term of the series: C exp(-z² Fo) phi(z x). */
export interface Eigen {
  readonly zeta: number
  readonly coefficient: number
}

/**
 * Term `n` (from 1) of the series for a body in a medium with Biot number `bi` = h L / k, L half the thickness or the
 * radius; Infinity is a face held at the medium's temperature. Each root has an interval of its own, so none is
 * missed: Carslaw and Jaeger, Conduction of Heat in Solids, 2nd ed., sections 3.11, 7.7 and 9.4.
 */
export function eigen(shape: Shape, bi: number, n: number): Eigen {
  const zeta = ROOT[shape](bi, n)
  return { zeta, coefficient: COEFFICIENT[shape](zeta, bi) }
}

/** The form of a term at the place x, 0 in the middle to 1 at the face. */
export const eigenfunction: Readonly<Record<Shape, (zx: number) => number>> = {
  slab: Math.cos,
  cylinder: (zx) => bessel(0, zx),
  sphere: (zx) => (zx < 1e-6 ? 1 : Math.sin(zx) / zx),
}

const { PI } = Math

const ROOT: Readonly<Record<Shape, (bi: number, n: number) => number>> = {
  // z tan z = Bi
  slab: (bi, n) =>
    bi === Infinity
      ? (n - 0.5) * PI
      : rootBetween((n - 1) * PI, (n - 0.5) * PI, (z) => (z * Math.sin(z)) / bi - Math.cos(z)),
  // z J1(z) = Bi J0(z), between a zero of J1 and the next one of J0
  cylinder: (bi, n) => {
    const high = rootBetween((n - 0.5) * PI, n * PI, (z) => bessel(0, z))
    if (bi === Infinity) return high
    const low = n === 1 ? 0 : rootBetween((n - 1) * PI, (n - 0.5) * PI, (z) => bessel(1, z))
    return rootBetween(low, high, (z) => (z * bessel(1, z)) / bi - bessel(0, z))
  },
  // 1 - z cot z = Bi, divided by z to lose the root at 0
  sphere: (bi, n) =>
    bi === Infinity
      ? n * PI
      : rootBetween(
          (n - 1) * PI,
          n * PI,
          (z) => Math.cos(z) / bi + (1 - 1 / bi) * (z === 0 ? 1 : Math.sin(z) / z),
        ),
}

const COEFFICIENT: Readonly<Record<Shape, (z: number, bi: number) => number>> = {
  slab: (z) => (4 * Math.sin(z)) / (2 * z + Math.sin(2 * z)),
  cylinder: (z) => {
    const j0 = bessel(0, z)
    const j1 = bessel(1, z)
    return (2 * j1) / (z * (j0 * j0 + j1 * j1))
  },
  sphere: (z) => (4 * (Math.sin(z) - z * Math.cos(z))) / (2 * z - Math.sin(2 * z)),
}
