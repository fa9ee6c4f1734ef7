import { warming, type Body } from '../food/conduction/body.ts'

/** Any body as a slab: as thick that its middle follows as fast, and as much later as its middle starts late. */
export interface SlabLike {
  /** Metres. */
  readonly thickness: number
  /** Seconds that the middle is behind the slab's. */
  readonly delay: number
}

/** Foods lie within 15 % of these (Baldwin 2012, table of diffusivities; Choi and Okos 1986): m²/s and W/(m K). */
const DIFFUSIVITY = 1.35e-7
const CONDUCTIVITY = 0.48
/** Both are compared between these shares of the way left to go. */
const EARLY = 0.5
const LATE = 0.12
const HALVINGS = 40

/**
 * The slab that stands for a body in a medium with `h` W/(m² K). Heat enters a round or a short body from more sides,
 * so its middle follows faster, but begins later; both are read off the exact series, so a cylinder, a ball and a
 * cuboid are met within some 2 % of the time in which they cook.
 */
export function slabLike(body: Body, h: number): SlabLike {
  if (body.kind === 'slab') return { thickness: body.across, delay: 0 }
  const late = timeTo(body, h, LATE)
  const span = late - timeTo(body, h, EARLY)
  const across = body.kind === 'cuboid' ? Math.min(...body.sides) : body.across
  let thin = across / 10
  let thick = across
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (thin + thick) / 2
    const slab: Body = { kind: 'slab', across: middle }
    if (timeTo(slab, h, LATE) - timeTo(slab, h, EARLY) < span) thin = middle
    else thick = middle
  }
  return { thickness: thin, delay: Math.max(0, late - timeTo({ kind: 'slab', across: thin }, h, LATE)) }
}

/** Seconds until the middle has so much of its way left, by halving. */
function timeTo(body: Body, h: number, left: number): number {
  const { core } = warming({
    body,
    diffusivity: DIFFUSIVITY,
    conductivity: CONDUCTIVITY,
    h,
    start: 1,
    medium: 0,
  })
  let soon = 0
  let late = 1
  while (core(late) > left) late *= 2
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (soon + late) / 2
    if (core(middle) > left) soon = middle
    else late = middle
  }
  return late
}

/** Its smallest dimension, m. */
export const acrossOf = (body: Body): number =>
  body.kind === 'cuboid'
    ? Math.min(...body.sides)
    : body.kind === 'drum'
      ? Math.min(body.across, body.length)
      : body.across
