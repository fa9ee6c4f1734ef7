import { OFF, type ZoneTarget } from '../stove/stove.ts'
import type { ChoiceName, Figure, PhaseEnd, PhaseTarget, Technique } from '../technique/technique.ts'
import { celsius } from '../units/quantities.ts'
import type { Choices } from './choices.ts'
import { NOTHING, widen, type Envelope } from './envelope.ts'
import type { ProgramRefusal } from './refusal.ts'
import { settleChoices, type Settled } from './settle.ts'

/** A technique with the cook's choices filled in: what a program follows. Plain data. */
export interface ProgramPlan {
  readonly technique: Technique
  readonly choices: Settled
  readonly phases: readonly PlannedPhase[]
  readonly envelope: Envelope
}

export interface PlannedPhase {
  readonly target: ZoneTarget
  /** K a minute; null = at once. */
  readonly ramp: number | null
  readonly until: PlannedEnd
  readonly waits: boolean
}

export type PlannedEnd =
  | { readonly kind: 'cook' | 'boil' }
  /** Seconds. */
  | { readonly kind: 'time'; readonly seconds: number }
  | {
      readonly kind: 'temperature'
      readonly of: 'surface' | 'liquid'
      readonly celsius: number
      readonly direction: 'above' | 'below'
    }
  | { readonly kind: 'core'; readonly celsius: number }
  | { readonly kind: 'weight'; readonly share: number }

export type Planning = { readonly kind: 'plan'; readonly plan: ProgramPlan } | ProgramRefusal

/** Fills the cook's choices into a technique, or says which of them cannot be. */
export function planProgram(technique: Technique, choices: Choices): Planning {
  const settled = settleChoices(technique, choices)
  if (settled.kind === 'refused') return settled
  const figure = (of: Figure): number => ('value' in of ? of.value : chosen(settled.choices, of.choice))
  const phases = technique.phases.map(
    (phase): PlannedPhase => ({
      target: targetOf(phase.target, figure),
      ramp: phase.ramp === null ? null : figure(phase.ramp),
      until: endOf(phase.until, figure),
      waits: phase.waits,
    }),
  )
  const envelope = phases.reduce((most, { target }) => widen(most, target), NOTHING)
  return { kind: 'plan', plan: { technique, choices: settled.choices, phases, envelope } }
}

/** The technique's check has seen to it that what a figure leaves to a choice is offered, so has a value. */
const chosen = (choices: Settled, name: ChoiceName): number => choices[name] ?? 0

function targetOf(target: PhaseTarget, figure: (of: Figure) => number): ZoneTarget {
  switch (target.kind) {
    case 'off':
      return OFF
    case 'power':
      return { kind: 'power', share: figure(target.share) }
    case 'temperature':
    case 'liquid':
      return { kind: target.kind, celsius: celsius(figure(target.celsius)) }
    case 'simmer':
      return { kind: 'simmer', vigour: figure(target.vigour) }
  }
}

function endOf(until: PhaseEnd, figure: (of: Figure) => number): PlannedEnd {
  switch (until.kind) {
    case 'cook':
    case 'boil':
      return { kind: until.kind }
    case 'time':
      return { kind: 'time', seconds: figure(until.minutes) * 60 }
    case 'temperature':
      return { ...until, celsius: figure(until.celsius) }
    case 'core':
      return { kind: 'core', celsius: figure(until.celsius) }
    case 'weight':
      return { kind: 'weight', share: figure(until.share) }
  }
}
