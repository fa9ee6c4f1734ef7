import { warming, type Body } from '#core/heat/food/conduction/body.ts'

/** A repeatable stream of numbers (Numerical Recipes' generator), for foods that are drawn per seed. */
export class Draw {
  #state: number

  constructor(seed: number) {
    this.#state = (seed * 2_654_435_761) >>> 0
    for (let turn = 0; turn < 8; turn++) this.between(0, 1)
  }

  between(least: number, most: number): number {
    this.#state = (this.#state * 1_664_525 + 1_013_904_223) >>> 0
    return least + ((most - least) * this.#state) / 2 ** 32
  }

  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.between(0, 1))) * Math.cos(2 * Math.PI * this.between(0, 1))
  }
}

/** Food as it really is in a test: constant properties, and not as the cook declared it. */
export interface TrueFood {
  readonly body: Body
  readonly diffusivity: number
  readonly conductivity: number
  readonly h: number
  readonly start: number
  readonly medium: number
}

const CELLS = 80

/** The middle at each whole second until it reaches `target`, °C: a slab in fine cells, stepped explicitly. */
export function slabCores(
  food: TrueFood & { readonly thickness: number },
  target: number,
): readonly number[] {
  const { thickness, diffusivity, conductivity, h, start, medium } = food
  const dx = thickness / CELLS
  const steps = Math.ceil(1 / ((0.3 * dx * dx) / diffusivity))
  const factor = diffusivity / steps / (dx * dx)
  const film = 1 / (0.5 + conductivity / (h * dx))
  let now = new Float64Array(CELLS).fill(start)
  const cores = [start]
  while ((cores.at(-1) ?? 0) < target && cores.length < 40_000) {
    for (let step = 0; step < steps; step++) {
      now = now.map((here, cell) => {
        const below = cell === 0 ? film * (medium - here) : (now[cell - 1] ?? here) - here
        const above = cell === CELLS - 1 ? film * (medium - here) : (now[cell + 1] ?? here) - here
        return here + factor * (below + above)
      })
    }
    cores.push(((now[CELLS / 2 - 1] ?? 0) + (now[CELLS / 2] ?? 0)) / 2)
  }
  return cores
}

/** The same for any body, by the exact series. */
export function exactCores(food: TrueFood, target: number): readonly number[] {
  const { core } = warming(food)
  const cores = [food.start]
  while ((cores.at(-1) ?? 0) < target && cores.length < 40_000) cores.push(core(cores.length))
  return cores
}
