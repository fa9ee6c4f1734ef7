import type { Choices, Doneness, FoodKind } from '../program/choices.ts'
import type { Celsius, Grams, Seconds } from '../units/quantities.ts'

/** Text in the languages a recipe speaks; at least one is there. */
export type Text = Readonly<Partial<Record<'en' | 'de', string>>>

export interface Recipe {
  /** Stable, lower case with dashes: `onion-soup`. */
  readonly id: string
  readonly title: Text
  /** One or two sentences: what it is, whose it is. */
  readonly story: Text
  readonly author: string
  readonly servings: number
  /** How long it takes from start to plate. */
  readonly total: Seconds
  /** How many zones it needs; roles that steps refer to, in order of importance. */
  readonly zones: readonly ZoneRole[]
  readonly equipment: readonly Text[]
  readonly ingredients: readonly Ingredient[]
  readonly steps: readonly Step[]
}

/** A place on the hob that a recipe needs: "pan", "pot". The cook says which zone plays which role. */
export interface ZoneRole {
  readonly id: string
  readonly name: Text
}

export interface Ingredient {
  readonly id: string
  readonly name: Text
  /** For `servings` of the recipe. Null where it is "to taste". */
  readonly amount: Amount | null
  /** Shopping and preparation: "finely chopped". */
  readonly preparation?: Text
}

export type Amount =
  | { readonly unit: 'g'; readonly value: Grams }
  | { readonly unit: 'ml'; readonly value: number }
  | { readonly unit: 'piece' | 'tbsp' | 'tsp' | 'clove' | 'pinch' | 'slice'; readonly value: number }

export interface Step {
  readonly id: string
  /** One verb: "Crisp the skin". */
  readonly title: Text
  readonly text: Text
  /** What to look, listen and smell for: how a hand knows without the machine. */
  readonly senses?: Text
  /** Ingredients that go in now, with the share of the recipe's amount (1 unless it is split among steps). */
  readonly uses: readonly { readonly ingredient: string; readonly share: number }[]
  /** Heat that this step sets; zones that are not named stay as they are. */
  readonly heat: readonly StepHeat[]
  /** When the step is over. */
  readonly until: StepEnd
  /** by hand: the stove sets nothing. assisted: it sets, the cook confirms the end. automatic: it goes on by itself. */
  readonly mode: 'hand' | 'assisted' | 'automatic'
}

export type StepHeat = { readonly role: string } & (
  | { readonly kind: 'off' }
  /** Share of the zone's greatest power, 0 to 1. */
  | { readonly kind: 'power'; readonly share: number }
  /** Temperature at the zone's sensor (pan base). */
  | { readonly kind: 'temperature'; readonly celsius: Celsius }
  /** Temperature of what is in the pan. */
  | { readonly kind: 'liquid'; readonly celsius: Celsius }
  /** Water on the boil, over 0 to 1; see ZoneTarget. */
  | { readonly kind: 'simmer'; readonly vigour: number }
  | TechniqueHeat
)

/** A technique by its name, or one phase of it: where a recipe's steps are the phases, each step names its own. */
export interface TechniqueHeat {
  readonly kind: 'technique'
  readonly technique: string
  readonly phase?: string
  /** What the recipe chooses; the rest is the technique's usual. */
  readonly choices: RecipeChoices
}

/** A recipe chooses everything but the hour. */
export type RecipeChoices = Omit<Choices, 'readyAt'>

export type StepEnd =
  | { readonly kind: 'cook' }
  | { readonly kind: 'time'; readonly duration: Seconds }
  /** The zone of this role has reached this temperature (`above`) or fallen to it (`below`). */
  | {
      readonly kind: 'temperature'
      readonly role: string
      readonly celsius: Celsius
      readonly direction: 'above' | 'below'
    }
  /** The technique on the zone of this role has come to its end. */
  | { readonly kind: 'technique'; readonly role: string }
  /** The middle of the food in the zone of this role. */
  | { readonly kind: 'core'; readonly role: string; readonly celsius: Celsius }
  | { readonly kind: 'doneness'; readonly role: string; readonly food: FoodKind; readonly doneness: Doneness }
