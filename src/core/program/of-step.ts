import type { EnvelopeOf } from '../recipe/heat.ts'
import type { TechniqueHeat } from '../recipe/recipe.ts'
import type { Technique } from '../technique/technique.ts'
import { NOTHING, widen } from './envelope.ts'
import { planProgram, type Planning } from './plan.ts'
import { refuse } from './refusal.ts'

export type Techniques = ReadonlyMap<string, Technique>

/** The plan of what a recipe's step names: the whole technique, or one phase of it. */
export function planOfStep(
  { technique: id, phase, choices }: TechniqueHeat,
  techniques: Techniques,
): Planning {
  const technique = techniques.get(id)
  if (technique === undefined) return refuse('technique-unknown', { technique: id })
  const planning = planProgram(technique, choices)
  if (planning.kind === 'refused' || phase === undefined) return planning
  const index = technique.phases.findIndex((candidate) => candidate.id === phase)
  const found = planning.plan.phases[index]
  if (found === undefined) return refuse('phase-unknown', { technique: id, phase })
  return {
    kind: 'plan',
    plan: {
      ...planning.plan,
      technique: { ...technique, phases: technique.phases.slice(index, index + 1) },
      // Whether the cook is waited for at its end is for the step to say.
      phases: [{ ...found, waits: false }],
      envelope: widen(NOTHING, found.target),
    },
  }
}

/** For the envelope of a recipe: what each of its techniques asks for at its most. */
export const envelopeIn =
  (techniques: Techniques): EnvelopeOf =>
  (heat) => {
    const planning = planOfStep(heat, techniques)
    return planning.kind === 'plan' ? planning.plan.envelope : null
  }
