import type { Choices } from '#core/program/choices.ts'
import { planProgram } from '#core/program/plan.ts'
import type { Technique } from '#core/technique/technique.ts'

/** The choices with the usual ones filled in, for showing; a choice that cannot be is shown as it was made. */
export function filledIn(technique: Technique, choices: Choices): Choices {
  const planning = planProgram(technique, choices)
  if (planning.kind === 'refused') return choices
  const { celsius, minutes, core, share } = planning.plan.choices
  return {
    ...choices,
    ...(celsius === null ? {} : { celsius }),
    ...(minutes === null ? {} : { minutes }),
    ...(core === null ? {} : { core }),
    ...(share === null ? {} : { share }),
  }
}
