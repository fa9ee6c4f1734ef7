import { ROOM } from '#core/heat/parameters.ts'
import type { PanFood } from '#core/program/pan-food.ts'
import type { ZoneNow } from '#core/program/span.ts'
import type { ZoneId } from '#core/stove/stove.ts'

/** What surrounds the food now, °C; null = unknown, so that nothing moves. */
export function mediumAround({ twin }: PanFood, now: ZoneNow): number | null {
  switch (twin?.contact) {
    case 'pan':
      return now.surface
    case 'liquid':
    case 'oil':
      return now.liquid
    case 'steam':
      return now.liquid === null ? null : Math.min(now.liquid, now.boilsAt)
    case 'air':
      return ROOM
    case undefined:
      return null
  }
}

/** Seconds over which a rate is taken. */
const OVER = 30

/** How fast the liquid on each zone warms, from what was believed half a minute ago. */
export class RateKeeper {
  readonly #past = new Map<ZoneId, { readonly at: number; readonly celsius: number }[]>()

  /** K/s; null while too little is known. `at` in seconds on the cook's clock. */
  of(zone: ZoneId, at: number, celsius: number | null): number | null {
    if (celsius === null) {
      this.#past.delete(zone)
      return null
    }
    const past = (this.#past.get(zone) ?? []).filter((each) => at - each.at <= OVER && each.at <= at)
    const newest = past.at(-1)
    if (newest === undefined || at - newest.at >= 1) past.push({ at, celsius })
    this.#past.set(zone, past)
    const [oldest] = past
    if (oldest === undefined || at - oldest.at < OVER / 2) return null
    return (celsius - oldest.celsius) / (at - oldest.at)
  }
}
