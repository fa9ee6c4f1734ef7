import type { CookSnapshot } from '#contract/snapshot.ts'
import type { Step } from '#core/recipe/recipe.ts'
import type { ZoneId } from '#core/stove/stove.ts'

/** The step that runs; null when the cook is past the last one. */
export const currentStep = (cook: CookSnapshot): Step | null => cook.recipe.steps[cook.stepIndex] ?? null

/**
 * The zones a step belongs to: those it heats (not those it only switches off), and the one whose temperature ends
 * it. A step that names none belongs to where the last heat was set.
 */
export function stepZones(cook: CookSnapshot): readonly ZoneId[] {
  const step = currentStep(cook)
  if (step === null) return []
  const roles = new Set(step.heat.filter((heat) => heat.kind !== 'off').map((heat) => heat.role))
  if (step.until.kind === 'temperature') roles.add(step.until.role)
  if (roles.size === 0 && step.uses.length > 0) {
    const last = cook.recipe.steps
      .slice(0, cook.stepIndex + 1)
      .flatMap((each) => each.heat)
      .findLast((heat) => heat.kind !== 'off')
    if (last !== undefined) roles.add(last.role)
  }
  return [...roles].flatMap((role) => cook.zones[role] ?? [])
}
