import { OFF, type ZoneId, type ZoneTarget } from '../stove/stove.ts'
import { NOTHING, union, widen, type Envelope } from '../program/envelope.ts'
import type { EnvelopeZone } from '../safety/settings.ts'
import type { Recipe, StepHeat, TechniqueHeat } from './recipe.ts'

/** Which zone plays which role of a recipe. */
export type ZonesByRole = Readonly<Record<string, ZoneId>>

/** What a step wants of a zone: a target, or a technique that sets its targets by itself. */
export type ZoneWish = ZoneTarget | TechniqueHeat

export const wishOf = (heat: StepHeat): ZoneWish => {
  switch (heat.kind) {
    case 'off':
      return OFF
    case 'power':
      return { kind: 'power', share: heat.share }
    case 'temperature':
      return { kind: 'temperature', celsius: heat.celsius }
    case 'liquid':
      return { kind: 'liquid', celsius: heat.celsius }
    case 'simmer':
      return { kind: 'simmer', vigour: heat.vigour }
    case 'technique': {
      const { role: _, ...technique } = heat
      return technique
    }
  }
}

/** What a technique on a zone asks for at its most; null where the kitchen knows no such technique. */
export type EnvelopeOf = (heat: TechniqueHeat) => Envelope | null

/**
 * What the cook accepts by starting: the most that the recipe sets on each zone, by its techniques too. Steps by hand
 * set nothing, so they widen nothing. Zones in ascending order.
 */
export function envelope(
  recipe: Recipe,
  zones: ZonesByRole,
  envelopeOf: EnvelopeOf,
): readonly EnvelopeZone[] {
  const found = new Map<ZoneId, Envelope>()
  for (const step of recipe.steps) {
    if (step.mode === 'hand') continue
    for (const heat of step.heat) {
      const zone = zoneOf(zones, heat.role)
      if (zone === null) continue
      const most = found.get(zone) ?? NOTHING
      const wish = wishOf(heat)
      const widened = wish.kind === 'technique' ? union(most, envelopeOf(wish) ?? NOTHING) : widen(most, wish)
      found.set(zone, widened)
    }
  }
  return [...found.entries()].sort(([a], [b]) => a - b).map(([zone, most]) => ({ zone, ...most }))
}

/**
 * The heat that stands on every zone at a step: each step leaves the zones that it does not name as they are, so
 * this is what all steps up to it have set. Zones that nothing has set yet are not in it.
 */
export function heatAt(recipe: Recipe, zones: ZonesByRole, index: number): ReadonlyMap<ZoneId, ZoneWish> {
  const standing = new Map<ZoneId, ZoneWish>()
  for (const step of recipe.steps.slice(0, index + 1)) {
    if (step.mode === 'hand') continue
    for (const heat of step.heat) {
      const zone = zoneOf(zones, heat.role)
      if (zone !== null) standing.set(zone, wishOf(heat))
    }
  }
  return standing
}

export const zoneOf = (zones: ZonesByRole, role: string): ZoneId | null =>
  Object.hasOwn(zones, role) ? (zones[role] ?? null) : null
