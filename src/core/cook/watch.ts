import type { SafetyView } from '../safety/view.ts'
import type { CookEvent } from './event.ts'
import { sameTarget } from './state.ts'

/**
 * What two views of the supervisor, one after the other, mean for a cook: zones that went off, with the fault
 * behind it or 'stop', and zones that have another target than before. Null `before` = nothing was known yet.
 */
export function eventsBetween(
  before: SafetyView | null,
  after: SafetyView,
  at: number,
): readonly CookEvent[] {
  if (before === null) return []
  return after.zones.flatMap((zone): CookEvent[] => {
    const old = before.zones.find((candidate) => candidate.zone === zone.zone)
    if (old === undefined || sameTarget(old.target, zone.target)) return []
    if (zone.target.kind === 'off')
      return [{ type: 'zone-off', at, zone: zone.zone, cause: causeOf(after, zone.zone) }]
    return [{ type: 'zone-set', at, zone: zone.zone, target: zone.target }]
  })
}

function causeOf(view: SafetyView, zone: number): string {
  const own = view.faults.findLast((fault) => fault.zone === zone)
  const whole = view.faults.findLast((fault) => fault.zone === null)
  return (own ?? whole)?.code ?? 'stop'
}
