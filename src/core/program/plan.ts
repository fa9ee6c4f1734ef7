import type { EnvelopeZone } from '../safety/settings.ts'
import { OFF, type ZoneTarget } from '../stove/stove.ts'
import type { ChoiceName, Figure, PhaseEnd, PhaseTarget, Technique } from '../technique/technique.ts'
import { celsius } from '../units/quantities.ts'
import type { Choices } from './choices.ts'
import type { ProgramRefusal } from './refusal.ts'
import { settleChoices, type Settled } from './settle.ts'

/** A technique with the cook's choices filled in: what a program follows. Plain data. */
export interface ProgramPlan {
  readonly technique: Technique
  readonly choices: Settled
  readonly phases: readonly PlannedPhase[]
  readonly envelope: Envelope
}

/** The most that the phases ask of their zone (law 6). */
export type Envelope = Omit<EnvelopeZone, 'zone'>

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

/** Nothing was accepted. */
export const NOTHING: Envelope = {
  maxShare: 0,
  maxCelsius: celsius(0),
  maxLiquid: celsius(0),
  maxVigour: 0,
}

/** The envelope that also holds this target. */
export function widen(most: Envelope, target: ZoneTarget): Envelope {
  switch (target.kind) {
    case 'off':
      return most
    case 'power':
      return { ...most, maxShare: Math.max(most.maxShare, target.share) }
    case 'temperature':
      return { ...most, maxCelsius: celsius(Math.max(most.maxCelsius, target.celsius)) }
    case 'liquid':
      return { ...most, maxLiquid: celsius(Math.max(most.maxLiquid, target.celsius)) }
    case 'simmer':
      return { ...most, maxVigour: Math.max(most.maxVigour, target.vigour) }
  }
}

/** The envelope that holds both. */
export const union = (a: Envelope, b: Envelope): Envelope => ({
  maxShare: Math.max(a.maxShare, b.maxShare),
  maxCelsius: celsius(Math.max(a.maxCelsius, b.maxCelsius)),
  maxLiquid: celsius(Math.max(a.maxLiquid, b.maxLiquid)),
  maxVigour: Math.max(a.maxVigour, b.maxVigour),
})

/** Whether a target asks for no more than was accepted. */
export function within(accepted: Envelope, target: ZoneTarget): boolean {
  switch (target.kind) {
    case 'off':
      return true
    case 'power':
      return target.share <= accepted.maxShare
    case 'temperature':
      return target.celsius <= accepted.maxCelsius
    case 'liquid':
      return target.celsius <= accepted.maxLiquid
    case 'simmer':
      return target.vigour <= accepted.maxVigour
  }
}
