import type { Text } from '../recipe/recipe.ts'

/**
 * A technique of cooking as data: what one zone is asked for, phase after phase, what may go wrong, and how a hand does
 * the same without the machine. Every figure names the source it comes from.
 */
export interface Technique {
  /** Lower case with dashes: `deep-fry`. */
  readonly id: string
  readonly title: Text
  /** One or two sentences: what it does to which food. */
  readonly about: Text
  readonly choices: TechniqueChoices
  readonly phases: readonly Phase[]
  /** What may be done when the food is wanted later: keep it at the last heat, or begin later. */
  readonly early: 'hold' | 'late'
  /** What may go wrong, how one sees it and what helps. */
  readonly wrong: readonly { readonly id: string; readonly sign: Text; readonly remedy: Text }[]
  readonly byHand: { readonly look: Text; readonly sound: Text; readonly smell: Text }
  /** Where the figures come from: book with chapter, paper, table, handbook. */
  readonly sources: Readonly<Record<string, string>>
}

/** What the cook may choose; null = this technique leaves no such choice. */
export interface TechniqueChoices {
  /** Temperature of what the phases call `celsius`: pan or liquid, °C. */
  readonly celsius: ChoiceRange | null
  /** Minutes, of what the phases call `minutes`. */
  readonly minutes: ChoiceRange | null
  /** Core temperature at which the food is done, °C; a doneness is a name for one. */
  readonly core: ChoiceRange | null
  /** Share of the weight that is to be left, 0 to 1. */
  readonly share: ChoiceRange | null
  /** Whether the kitchen is told of the food: it must know it, it makes the forecast better, or it is of no use. */
  readonly food: 'needed' | 'welcome' | 'none'
}

export interface ChoiceRange {
  readonly least: number
  readonly most: number
  readonly usual: number
  /** Key of `sources`. */
  readonly source: string
}

export type ChoiceName = 'celsius' | 'minutes' | 'core' | 'share'

/** A figure of a technique: fixed, with its source, or what the cook chose. */
export type Figure = { readonly value: number; readonly source: string } | { readonly choice: ChoiceName }

export interface Phase {
  readonly id: string
  readonly title: Text
  /** What happens now and what the cook does. */
  readonly text: Text
  readonly target: PhaseTarget
  /** How fast the setpoint moves from the one before, K a minute; null = at once. */
  readonly ramp: Figure | null
  readonly until: PhaseEnd
  /** What the food touches meanwhile; null while it is not in the pan. */
  readonly contact: FoodContact | null
  /** It begins with the food turned over. */
  readonly turned: boolean
  /** What begins at its end needs the cook: it rings and waits for the cook's word. */
  readonly waits: boolean
}

export const FOOD_CONTACTS = ['pan', 'liquid', 'steam', 'oil', 'air'] as const
export type FoodContact = (typeof FOOD_CONTACTS)[number]

export type PhaseTarget =
  | { readonly kind: 'off' }
  /** Share of the zone's greatest power, 0 to 1. */
  | { readonly kind: 'power'; readonly share: Figure }
  /** The pan's base, °C. */
  | { readonly kind: 'temperature'; readonly celsius: Figure }
  /** What is in the pan, °C. */
  | { readonly kind: 'liquid'; readonly celsius: Figure }
  /** See ZoneTarget. */
  | { readonly kind: 'simmer'; readonly vigour: Figure }

export type PhaseEnd =
  /** Only the cook can tell. */
  | { readonly kind: 'cook' }
  | { readonly kind: 'time'; readonly minutes: Figure }
  | {
      readonly kind: 'temperature'
      readonly of: 'surface' | 'liquid'
      readonly celsius: Figure
      readonly direction: 'above' | 'below'
    }
  /** The water boils: at 100 °C by the sea, lower in the hills. */
  | { readonly kind: 'boil' }
  /** The middle of the food, measured or estimated. */
  | { readonly kind: 'core'; readonly celsius: Figure }
  /** The food has lost water down to this share of what it weighed when the phase began. */
  | { readonly kind: 'weight'; readonly share: Figure }
