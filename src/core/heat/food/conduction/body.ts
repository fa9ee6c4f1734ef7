import type { Shape } from './eigen.ts'
import { oneWay } from './one-way.ts'

/** A body whose every face touches the same medium. Lengths in metres: thickness of a slab, diameter of a round body. */
export type Body =
  | { readonly kind: Shape; readonly across: number }
  /** A cylinder with ends. */
  | { readonly kind: 'drum'; readonly across: number; readonly length: number }
  | { readonly kind: 'cuboid'; readonly sides: readonly [number, number, number] }

export interface Immersion {
  readonly body: Body
  /** m²/s. */
  readonly diffusivity: number
  /** W/(m K). */
  readonly conductivity: number
  /** W/(m² K); Infinity holds the face at the medium's temperature. */
  readonly h: number
  /** °C. */
  readonly start: number
  readonly medium: number
}

/** Temperatures in °C at a time in seconds: of the middle, and of the middle of the nearest face. */
export interface Warming {
  readonly core: (seconds: number) => number
  readonly surface: (seconds: number) => number
}

/** The exact solution; a cuboid and a drum are products of their one-dimensional ones (Newman 1936). */
export function warming({ body, diffusivity, conductivity, h, start, medium }: Immersion): Warming {
  const ways = directions(body)
    .map(({ shape, half }) => ({ half, solve: oneWay(shape, (h * half) / conductivity) }))
    .toSorted((a, b) => a.half - b.half)
  const at = (nearest: 0 | 1) => (seconds: number) => {
    let theta = 1
    for (const [index, { half, solve }] of ways.entries()) {
      theta *= solve(index === 0 ? nearest : 0, (diffusivity * seconds) / (half * half))
    }
    return medium + (start - medium) * theta
  }
  return { core: at(0), surface: at(1) }
}

function directions(body: Body): { readonly shape: Shape; readonly half: number }[] {
  if (body.kind === 'cuboid') return body.sides.map((side) => ({ shape: 'slab', half: side / 2 }))
  const main = { shape: body.kind === 'drum' ? 'cylinder' : body.kind, half: body.across / 2 } as const
  return body.kind === 'drum' ? [main, { shape: 'slab', half: body.length / 2 }] : [main]
}
