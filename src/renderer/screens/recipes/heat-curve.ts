import type { Recipe, StepHeat } from '#core/recipe/recipe.ts'

/** One corner of a recipe's heat: seconds since its start, and what the pan's base is told to be. */
export interface HeatPoint {
  readonly at: number
  readonly celsius: number
}

const ROOM = 20
/** A step without a clock takes about as long as chopping an onion. */
const BY_HAND = 120
/** What a share of power is drawn as: from a warm pan to the hottest sear. */
const POWER_SPAN = 210
const SIMMER = 100

/** What each role of a recipe is told over its time: a picture of the dish, not a promise. */
export function heatCurves(recipe: Recipe): readonly (readonly HeatPoint[])[] {
  return recipe.zones.map(({ id }) => {
    const points: HeatPoint[] = [{ at: 0, celsius: ROOM }]
    let at = 0
    let now = ROOM
    for (const step of recipe.steps) {
      const set = step.heat.find((heat) => heat.role === id)
      if (set !== undefined) {
        now = heightOf(set)
      }
      const span = step.until.kind === 'time' ? step.until.duration : BY_HAND
      points.push({ at: at + Math.min(span * 0.35, 120), celsius: now }, { at: at + span, celsius: now })
      at += span
    }
    return points
  })
}

function heightOf(heat: StepHeat): number {
  switch (heat.kind) {
    case 'off':
      return ROOM
    case 'power':
      return ROOM + heat.share * POWER_SPAN
    case 'simmer':
      return SIMMER
    case 'technique':
      return heat.choices.celsius ?? SIMMER
    case 'temperature':
    case 'liquid':
      return heat.celsius
  }
}
