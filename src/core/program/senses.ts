import type { Recipe, Step, Text } from '../recipe/recipe.ts'
import type { Technique } from '../technique/technique.ts'
import type { Techniques } from './of-step.ts'

/** The recipe with senses at every step that names a technique: where the author wrote none, the technique's own. */
export const withSenses = (recipe: Recipe, techniques: Techniques): Recipe => ({
  ...recipe,
  steps: recipe.steps.map((step) => (step.senses === undefined ? sensed(step, techniques) : step)),
})

function sensed(step: Step, techniques: Techniques): Step {
  const named = step.heat.find((heat) => heat.kind === 'technique')
  const technique = named?.kind === 'technique' ? techniques.get(named.technique) : undefined
  return technique === undefined ? step : { ...step, senses: sensesOf(technique) }
}

/** What one looks, listens and smells for, in each language that all three speak. */
function sensesOf({ byHand: { look, sound, smell } }: Technique): Text {
  const spoken = (['en', 'de'] as const).flatMap((language) => {
    const parts = [look[language], sound[language], smell[language]]
    return parts.includes(undefined) ? [] : [[language, parts.join(' ')] as const]
  })
  return Object.fromEntries(spoken)
}
