import { OFF, type ZoneId, type ZoneTarget } from '../stove/stove.ts'
import { celsius, type Celsius } from '../units/quantities.ts'
import type { Recipe, StepHeat } from './recipe.ts'

/** Which zone plays which role of a recipe. */
export type ZonesByRole = Readonly<Record<string, ZoneId>>

/** The most that a program may ask of one zone (law 6); the same shape as the supervisor's. */
export interface EnvelopeZone {
  readonly zone: ZoneId
  readonly maxShare: number
  /** 0 where the recipe sets no temperature. */
  readonly maxCelsius: Celsius
  readonly maxLiquid: Celsius
  /** 0 where it simmers nothing. */
  readonly maxVigour: number
}

export const targetOf = (heat: StepHeat): ZoneTarget => {
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
  }
}

/**
 * What the cook accepts by starting: the greatest share and temperature that the recipe sets on each zone. Steps
 * by hand set nothing, so they widen nothing. Zones in ascending order.
 */
export function envelope(recipe: Recipe, zones: ZonesByRole): readonly EnvelopeZone[] {
  const found = new Map<ZoneId, { share: number; celsius: number; liquid: number; vigour: number }>()
  for (const step of recipe.steps) {
    if (step.mode === 'hand') continue
    for (const heat of step.heat) {
      const zone = zoneOf(zones, heat.role)
      if (zone === null) continue
      const most = found.get(zone) ?? { share: 0, celsius: 0, liquid: 0, vigour: 0 }
      if (heat.kind === 'power') most.share = Math.max(most.share, heat.share)
      if (heat.kind === 'temperature') most.celsius = Math.max(most.celsius, heat.celsius)
      if (heat.kind === 'liquid') most.liquid = Math.max(most.liquid, heat.celsius)
      if (heat.kind === 'simmer') most.vigour = Math.max(most.vigour, heat.vigour)
      found.set(zone, most)
    }
  }
  return [...found.entries()]
    .sort(([a], [b]) => a - b)
    .map(([zone, most]) => ({
      zone,
      maxShare: most.share,
      maxCelsius: celsius(most.celsius),
      maxLiquid: celsius(most.liquid),
      maxVigour: most.vigour,
    }))
}

/**
 * The heat that stands on every zone at a step: each step leaves the zones that it does not name as they are, so
 * this is what all steps up to it have set. Zones that nothing has set yet are not in it.
 */
export function heatAt(recipe: Recipe, zones: ZonesByRole, index: number): ReadonlyMap<ZoneId, ZoneTarget> {
  const standing = new Map<ZoneId, ZoneTarget>()
  for (const step of recipe.steps.slice(0, index + 1)) {
    if (step.mode === 'hand') continue
    for (const heat of step.heat) {
      const zone = zoneOf(zones, heat.role)
      if (zone !== null) standing.set(zone, targetOf(heat))
    }
  }
  return standing
}

export const zoneOf = (zones: ZonesByRole, role: string): ZoneId | null =>
  Object.hasOwn(zones, role) ? (zones[role] ?? null) : null
