import type { BaldwinFood } from '#core/heat/food/conduction/baldwin.ts'
import { warming, type Body } from '#core/heat/food/conduction/body.ts'
import { baldwinAt, baldwinTimeToDone, timeToDone } from '#core/heat/food/conduction/time-to.ts'
import { InputError } from './lines.ts'
import type { Question } from './question.ts'

const SHAPES = ['slab', 'cylinder', 'sphere', 'cuboid'] as const
const MILLIMETRES = { above: 0, max: 10_000 }
/** A kitchen's liquids and airs, °C. */
const TEMPERATURE = { min: -273.15, max: 1000 }

/** Temperatures of food in one medium: the exact series, or Baldwin's model where a shape factor is given. */
export function heatCoreAnswer(question: Question): object {
  const body = readBody(question)
  const times = question.numbers('times_s', { min: 0, max: 1e12 })
  const common = {
    diffusivity: question.number('alpha_m2_s', { min: 1e-12, max: 1 }),
    conductivity: question.number('k_w_mk', { min: 1e-4, max: 1e5 }),
    h: question.number('h_w_m2k', { min: 1e-3, max: 1e9 }),
    start: question.number('start_c', TEMPERATURE),
  }
  const bath = question.number('bath_c', TEMPERATURE)
  if (question.has('shape_factor')) {
    const shapeFactor = question.number('shape_factor', { min: 0, max: 2 })
    const food: BaldwinFood = { ...common, bath, shapeFactor, thickness: thinnest(body) }
    const moments = baldwinAt(food, times)
    return {
      core_c: moments.map(({ core }) => rounded(core)),
      surface_c: moments.map(({ surface }) => rounded(surface)),
      time_to_within_0_5_c_s: rounded(baldwinTimeToDone(food)),
    }
  }
  const { core, surface } = warming({ ...common, medium: bath, body })
  return {
    core_c: times.map((time) => rounded(core(time))),
    surface_c: times.map((time) => rounded(surface(time))),
    time_to_within_0_5_c_s: rounded(timeToDone({ core, surface }, bath)),
  }
}

function readBody(question: Question): Body {
  // Baldwin's model knows the shape by its factor, and so needs no more than a thickness.
  if (question.has('shape_factor') && question.has('thickness_mm') && !question.has('length_mm')) {
    if (question.has('shape')) question.oneOf('shape', SHAPES)
    return { kind: 'slab', across: question.number('thickness_mm', MILLIMETRES) / 1000 }
  }
  const shape = question.oneOf('shape', SHAPES)
  if (shape === 'cuboid') {
    const [a, b, c, ...more] = question.numbers('dims_mm', MILLIMETRES)
    if (a === undefined || b === undefined || c === undefined || more.length > 0) {
      throw new InputError('not-three-sides', 'dims_mm has three lengths')
    }
    return { kind: 'cuboid', sides: [a / 1000, b / 1000, c / 1000] }
  }
  const across = question.number('thickness_mm', MILLIMETRES) / 1000
  if (shape === 'cylinder' && question.has('length_mm')) {
    return { kind: 'drum', across, length: question.number('length_mm', MILLIMETRES) / 1000 }
  }
  return { kind: shape, across }
}

/** Baldwin's model has one length: the smallest. */
function thinnest(body: Body): number {
  if (body.kind === 'cuboid') return Math.min(...body.sides)
  return body.kind === 'drum' ? Math.min(body.across, body.length) : body.across
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4
