import type { PanPresence, ZoneDescription, ZoneId } from '../stove/stove.ts'
import type { Recipe } from './recipe.ts'
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

/** How much a role asks for at its most, 0 to 1; a temperature counts as the share of the hottest sear. */
function hunger(recipe: Recipe, role: string): number {
  const hottest = 300
  let most = 0
  for (const heat of recipe.steps.flatMap((step) => step.heat)) {
    if (heat.role !== role) continue
    if (heat.kind === 'power') most = Math.max(most, heat.share)
    if (heat.kind === 'temperature') most = Math.max(most, heat.celsius / hottest)
  }
  return most
}
