/**
 * Baldwin's model of food in a bath: T_t = a (T_rr + (b / r) T_r) on 0 < r < R, T_r(0) = 0, k T_r(R) = h (bath - T).
 * R is half the thickness and b the shape: 0 a slab, 1 a long cylinder, 2 a ball, in between what is neither
 * (D. E. Baldwin, "Sous vide cooking: A review", Int. J. Gastronomy and Food Science 1, 2012).
 */
export interface BaldwinFood {
  /** Metres, the smallest dimension. */
  readonly thickness: number
  readonly shapeFactor: number
  readonly diffusivity: number
  readonly conductivity: number
  readonly h: number
  readonly start: number
  readonly bath: number
}

export interface Moment {
  readonly seconds: number
  readonly core: number
  readonly surface: number
}

/** Cells along the radius, finer towards the face. */
const CELLS = 200
const FINER = 2
/** Steps of time as Fourier numbers: the first, its growth, the longest, later as a share of the time passed. */
const FIRST = 1e-7
const GROWTH = 1.08
const LONGEST = 0.008
const LONGEST_SHARE = 0.01

/** TR-BDF2 (Bank et al. 1985): second order, damps what is fast, and both stages share one matrix. */
const GAMMA = 2 - Math.SQRT2
const WEIGHT = GAMMA / 2
const STAGE = 1 / (GAMMA * (2 - GAMMA))

/**
 * Walks through time, one moment a step, without end; asked `until(now)` it makes the next step end at that second
 * at the latest. Within 0.02 K of the exact solutions for b = 0, 1 and 2.
 */
export function* baldwin(
  food: BaldwinFood,
  until: (now: number) => number = () => Infinity,
): Generator<Moment, never> {
  const grid = makeGrid(food)
  const scale = (food.thickness / 2) ** 2 / food.diffusivity
  const theta = new Float64Array(CELLS + 1).fill(1)
  const moment = (seconds: number): Moment => ({
    seconds,
    core: food.bath + (food.start - food.bath) * (theta[0] ?? 0),
    surface: food.bath + (food.start - food.bath) * (theta[CELLS] ?? 0),
  })
  let now = 0
  let step = FIRST
  yield moment(0)
  for (;;) {
    const room = until(now) - now
    const dt = room > 0 ? Math.min(step * scale, room) : step * scale
    advance(grid, theta, dt / scale)
    now = dt === room ? until(now) : now + dt
    step = Math.min(Math.max(LONGEST, (LONGEST_SHARE * now) / scale), step * GROWTH)
    yield moment(now)
  }
}

interface Grid {
  /** Conductances between neighbours, and capacities, in the units of the radius. */
  readonly link: Float64Array
  readonly volume: Float64Array
  readonly film: number
}

/** Volumes and faces weighted by r^b, so that heat is kept and r = 0 needs no care. */
function makeGrid({ thickness, shapeFactor: b, conductivity, h }: BaldwinFood): Grid {
  const place = (index: number): number => 1 - (1 - index / CELLS) ** FINER
  const link = new Float64Array(CELLS + 1)
  const volume = new Float64Array(CELLS + 1)
  let inner = 0
  for (let index = 0; index <= CELLS; index++) {
    const outer = index === CELLS ? 1 : (place(index) + place(index + 1)) / 2
    volume[index] = (outer ** (b + 1) - inner ** (b + 1)) / (b + 1)
    if (index < CELLS) link[index] = outer ** b / (place(index + 1) - place(index))
    inner = outer
  }
  return { link, volume, film: (h * thickness) / 2 / conductivity }
}

/** One step over the Fourier number `dt`; theta is 1 at the start and 0 in the bath. */
function advance(grid: Grid, theta: Float64Array, dt: number): void {
  const old = theta.slice()
  const flow = flows(grid, theta)
  const first = theta.map(
    (value, index) => value * (grid.volume[index] ?? 0) + WEIGHT * dt * (flow[index] ?? 0),
  )
  solve(grid, first, WEIGHT * dt)
  for (let index = 0; index <= CELLS; index++) {
    const blend = STAGE * (first[index] ?? 0) + (1 - STAGE) * (old[index] ?? 0)
    theta[index] = blend * (grid.volume[index] ?? 0)
  }
  solve(grid, theta, WEIGHT * dt)
}

function flows({ link, film }: Grid, theta: Float64Array): Float64Array {
  return theta.map((value, index) => {
    const inward = index === 0 ? 0 : (link[index - 1] ?? 0) * ((theta[index - 1] ?? 0) - value)
    const outward = index === CELLS ? film * value : (link[index] ?? 0) * (value - (theta[index + 1] ?? 0))
    return inward - outward
  })
}

/** Solves (volume - weight * flows) x = load in place, by elimination. */
function solve({ link, volume, film }: Grid, load: Float64Array, weight: number): void {
  const ratio = new Float64Array(CELLS + 1)
  for (let index = 0; index <= CELLS; index++) {
    const lower = index === 0 ? 0 : weight * (link[index - 1] ?? 0)
    const upper = index === CELLS ? 0 : weight * (link[index] ?? 0)
    const face = index === CELLS ? weight * film : 0
    const below = index === 0 ? 0 : (ratio[index - 1] ?? 0)
    const diagonal = (volume[index] ?? 0) + lower * (1 - below) + upper + face
    load[index] = ((load[index] ?? 0) + lower * (index === 0 ? 0 : (load[index - 1] ?? 0))) / diagonal
    ratio[index] = upper / diagonal
  }
  for (let index = CELLS - 1; index >= 0; index--) {
    load[index] = (load[index] ?? 0) + (ratio[index] ?? 0) * (load[index + 1] ?? 0)
  }
}
