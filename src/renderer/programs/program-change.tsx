import type { ProgramSnapshot } from '#contract/program.ts'
import type { Choices } from '#core/program/choices.ts'
import { planProgram } from '#core/program/plan.ts'
import type { Technique } from '#core/technique/technique.ts'
import { changeProgram } from '../state/send.ts'
import { ChoiceForm } from './choice-form.tsx'

interface ProgramChangeProps {
  readonly program: ProgramSnapshot
  readonly technique: Technique
}

/** Another mind: each touch is sent at once, and what comes of it is what the kitchen then says. */
export function ProgramChange({ program, technique }: ProgramChangeProps) {
  return (
    <ChoiceForm
      technique={technique}
      choices={program.choices}
      fixedFood
      onChange={(choices) => void changeProgram(program.zone, possible(technique, choices))}
    />
  )
}

/** A hotter middle than the bath needs a hotter bath: then the bath is left to the kitchen again. */
export function possible(technique: Technique, choices: Choices): Choices {
  const planning = planProgram(technique, choices)
  if (planning.kind !== 'refused' || planning.code !== 'bath-too-cold') return choices
  const { celsius: _, ...rest } = choices
  return rest
}
