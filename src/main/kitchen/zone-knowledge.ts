import type { ZoneEstimate } from '#core/heat/estimate.ts'
import type { Belief } from '#core/program/event.ts'
import type { ZoneNow } from '#core/program/span.ts'
import type { ZoneSafety } from '#core/safety/view.ts'

/** A zone as its program sees it: what is measured, and what the estimator believes and is sure enough of. */
export interface ZoneKnowledge {
  readonly safety: ZoneSafety
  readonly estimate: ZoneEstimate | null
  /** At the probe, °C. */
  readonly probe: number | null
}

/** A belief about the liquid wider than this ends no phase, K. */
const SURE_KELVIN = 5
/** Boiling is boiling from this probability on. */
const SURE_BOILING = 0.8
/** A mass less certain than this share of itself tells nothing of how far it has boiled down. */
const SURE_MASS = 0.25
/** J/(g K) of water, steam tables at 90 °C. */
const WATER_HEAT = 4.2

export function nowOf(
  { safety, estimate }: ZoneKnowledge,
  liquidRate: number | null,
  boilsAt: number,
): ZoneNow {
  const liquid = estimate?.contents.temperature ?? null
  return {
    surface: safety.quality === 'measured' ? safety.surface : null,
    liquid: liquid !== null && liquid.deviation <= SURE_KELVIN ? liquid.value : null,
    surfaceRate: estimate?.rate ?? null,
    liquidRate,
    boilsAt,
  }
}

/** Grams that have boiled away since the pan was set down; null unless it is known to be water. */
export const evaporatedOf = ({ estimate }: ZoneKnowledge): number | null =>
  estimate?.contents.evaporated?.value ?? null

/** `core` of the food, °C; `evaporatedBefore` what had boiled away when the phase began, g. */
export function beliefOf(
  knowledge: ZoneKnowledge,
  now: ZoneNow,
  core: number | null,
  evaporatedBefore: number | null,
): Belief {
  const { contents } = knowledge.estimate ?? { contents: null }
  return {
    surface: now.surface,
    liquid: now.liquid,
    core,
    boiling: contents === null ? null : contents.boiling >= SURE_BOILING,
    share: shareLeft(knowledge, evaporatedBefore),
  }
}

function shareLeft(knowledge: ZoneKnowledge, before: number | null): number | null {
  const capacity = knowledge.estimate?.contents.capacity ?? null
  const evaporated = evaporatedOf(knowledge)
  if (capacity === null || evaporated === null || before === null) return null
  if (capacity.deviation > SURE_MASS * capacity.value) return null
  const left = capacity.value / WATER_HEAT
  return left / (left + Math.max(0, evaporated - before))
}
