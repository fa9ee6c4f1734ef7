import type { PanPresence, ZoneDescription, ZoneId } from '../stove/stove.ts'
import type { Recipe, StepHeat } from './recipe.ts'
import { zoneOf, type ZonesByRole } from './heat.ts'

export type Assignment =
  | { readonly kind: 'ok' }
  | { readonly kind: 'role-unassigned' | 'zone-twice' | 'unknown-zone'; readonly role: string }

/** Whether each role of the recipe has a zone of its own on this stove. */
export function checkZones(
  recipe: Recipe,
  chosen: ZonesByRole,
  zones: readonly ZoneDescription[],
): Assignment {
  const taken = new Set<ZoneId>()
  for (const { id: role } of recipe.zones) {
    const zone = zoneOf(chosen, role)
    if (zone === null) return { kind: 'role-unassigned', role }
    if (!zones.some((candidate) => candidate.id === zone)) return { kind: 'unknown-zone', role }
    if (taken.has(zone)) return { kind: 'zone-twice', role }
    taken.add(zone)
  }
  return { kind: 'ok' }
}

/**
 * A zone for each role: the hungriest role gets the strongest zone, a pan that stands there already wins over a
 * bare zone, and among equals the front one is nearer to the hand. Null when the stove has too few zones.
 */
export function suggestZones(
  recipe: Recipe,
  zones: readonly ZoneDescription[],
  pans: readonly PanPresence[] = [],
): ZonesByRole | null {
  if (zones.length < recipe.zones.length) return null
  const bare = (zone: ZoneDescription): number => (pans[zone.id] === 'present' ? 0 : 1)
  const best = zones.toSorted(
    (a, b) => bare(a) - bare(b) || b.maxPower - a.maxPower || a.yMm - b.yMm || a.id - b.id,
  )
  const hungriest = recipe.zones.toSorted((a, b) => hunger(recipe, b.id) - hunger(recipe, a.id))
  return Object.fromEntries(
    hungriest.flatMap(({ id }, index) => {
      const zone = best[index]
      return zone === undefined ? [] : [[id, zone.id] as const]
    }),
  )
}

/** A setpoint counts as the share of the hottest sear; a technique without one boils water, which takes all there is. */
const HOTTEST = 300

/** How much a role asks for at its most, 0 to 1; among equals, what it asks for in the mean decides. */
function hunger(recipe: Recipe, role: string): number {
  const asked = recipe.steps
    .flatMap((step) => step.heat)
    .filter((heat) => heat.role === role && heat.kind !== 'off')
    .map(appetite)
  if (asked.length === 0) return 0
  const mean = asked.reduce((sum, each) => sum + each, 0) / asked.length
  return Math.max(...asked) + mean * TIE
}

/** Small enough to decide among equals only. */
const TIE = 1e-3

function appetite(heat: StepHeat): number {
  switch (heat.kind) {
    case 'off':
      return 0
    case 'power':
      return heat.share
    case 'temperature':
    case 'liquid':
      return heat.celsius / HOTTEST
    case 'simmer':
      return heat.vigour
    case 'technique':
      return heat.choices.celsius === undefined ? 1 : heat.choices.celsius / HOTTEST
  }
}
