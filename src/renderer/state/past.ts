import { kitchenClocks, pageNow } from './clock.ts'
import { useKitchen } from './kitchen.ts'
import { onTelemetry, telemetry } from './telemetry.ts'

/** What a zone was at one moment; null = nothing was known. °C, on the cook's clock in milliseconds. */
export interface PastSample {
  readonly atCook: number
  readonly surface: number | null
  readonly liquid: number | null
  readonly core: number | null
}

/** An hour of cooking in enough points for a line. */
const SPACING = 5000
const MOST = 720

const zones = new Map<number, PastSample[]>()

/** What this page has seen of a zone since it was opened, oldest first. */
export const pastOf = (zone: number): readonly PastSample[] => zones.get(zone) ?? []

/** Takes a sample in; one that is too near to the last is let go, and the oldest fall out. */
export function remember(zone: number, sample: PastSample): void {
  const kept = zones.get(zone) ?? []
  const last = kept.at(-1)
  // A clock that was set back begins a new past.
  const since = last === undefined || sample.atCook < last.atCook ? [] : kept
  if (since.length > 0 && last !== undefined && sample.atCook - last.atCook < SPACING) return
  zones.set(zone, [...since.slice(1 - MOST), sample])
}

/** Follows every zone while the page is open: the kitchen sends no past of what a zone does outside a recipe. */
export function followPast(): () => void {
  return onTelemetry(() => {
    const { snapshot, receivedAt } = useKitchen.getState()
    const { frame } = telemetry
    if (snapshot === null || frame === null) return
    const atCook = kitchenClocks(snapshot, receivedAt, pageNow()).cook
    snapshot.zones.forEach(({ id }, index) => {
      const zone = frame.zones[index]
      if (zone === undefined) return
      const core = snapshot.programs.find((program) => program.zone === id)?.core?.celsius ?? null
      remember(id, { atCook, surface: zone.surface, liquid: zone.liquid, core })
    })
  })
}
