import type { Belief, ProgramEffect, ProgramEvent } from '#core/program/event.ts'
import { planProgram, type ProgramPlan } from '#core/program/plan.ts'
import type { Choices } from '#core/program/choices.ts'
import { newProgram, type ProgramState } from '#core/program/state.ts'
import { programStep } from '#core/program/step.ts'
import { technique } from '../technique/library.ts'

export const NOTHING_KNOWN: Belief = { surface: null, liquid: null, core: null, boiling: null, share: null }
export const STEAK = { kind: 'beef', shape: 'slab', thicknessMm: 30, startCelsius: 5 } as const

export function planOf(id: string, choices: Choices = {}): ProgramPlan {
  const planning = planProgram(technique(id), choices)
  if (planning.kind === 'refused') throw new Error(`${id}: ${planning.code}`)
  return planning.plan
}

export type Happening = ProgramEvent extends infer Event
  ? Event extends ProgramEvent
    ? Omit<Event, 'at'>
    : never
  : never

/** A program that is told things one after the other, on a clock that only this moves. */
export class Run {
  state: ProgramState
  at = 0
  readonly moments: { readonly event: Happening; readonly effects: readonly ProgramEffect[] }[] = []

  constructor(plan: ProgramPlan, startsAt: number | null = null) {
    this.state = newProgram(plan, 0, { startsAt })
  }

  do(event: Happening): readonly ProgramEffect[] {
    const { state, effects } = programStep(this.state, { ...event, at: this.at } as ProgramEvent)
    this.state = state
    this.moments.push({ event, effects })
    return effects
  }

  believe(belief: Partial<Belief>): readonly ProgramEffect[] {
    return this.do({ type: 'belief', belief: { ...NOTHING_KNOWN, ...belief } })
  }

  wait(seconds: number): void {
    this.at += seconds * 1000
    this.do({ type: 'tick' })
  }

  /** The supervisor does what was wished last. */
  follows(): void {
    this.do({ type: 'heat-answer', target: this.state.target, answer: { kind: 'done' } })
  }

  get wishes() {
    return this.moments.flatMap(({ effects }) => effects).filter((effect) => effect.type === 'wish')
  }

  get rings(): readonly string[] {
    return this.moments
      .flatMap(({ effects }) => effects)
      .flatMap((effect) => (effect.type === 'ring' ? [effect.why] : []))
  }
}
