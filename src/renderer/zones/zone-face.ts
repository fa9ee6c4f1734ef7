import type { Snapshot } from '#contract/snapshot.ts'
import type { Quality, Residual } from '#core/safety/view.ts'
import type { PanPresence, ZoneTarget } from '#core/stove/stove.ts'

/** What the live reading says of one zone, as old as it is now. */
export interface LiveReading {
  readonly surface: number | null
  readonly quality: Quality
  readonly age: number
  /** Watts as measured; null where the device cannot tell. */
  readonly power: number | null
  readonly rate: number
  readonly residual: Residual
  readonly pan: PanPresence
}

/** One word for what a zone does, under `zone.state.<state>`. */
export type ZoneState =
  | 'fault'
  | 'assume-hot'
  | 'unknown'
  | 'no-pan'
  | 'heating'
  | 'cooling'
  | 'holding'
  | 'power'
  | 'still-hot'
  | 'off'

export interface ZoneFace {
  readonly id: number
  readonly name: string
  readonly celsius: number | null
  readonly quality: Quality
  readonly residual: Residual
  readonly pan: PanPresence
  readonly target: ZoneTarget
  readonly demand: number
  /** Watts as measured; null where the device cannot tell. */
  readonly power: number | null
  readonly rate: number
  readonly limitedBy: 'circuit' | 'fault' | 'start-up' | null
  readonly offAt: number | null
  readonly state: ZoneState
}

/** A reading older than this is never drawn as live (laws 3 and 9), unless the stove itself reports more seldom. */
export const STALE_MS = 1000
/** Nearer than this to its target a zone holds. Kelvin. */
const NEAR = 4
/** The surface of a pot on the boil, at sea level; lower down is still heating up. °C */
const SIMMERING = 97

export function agedQuality(quality: Quality, age: number, linked: boolean, reportPeriod: number): Quality {
  if (quality === 'unknown') return 'unknown'
  if (!linked || age > Math.max(STALE_MS, reportPeriod))
    return quality === 'estimated' ? 'estimated' : 'stale'
  return quality
}

/** What one zone's card says, from the snapshot and the live reading. */
export function zoneFace(
  snapshot: Snapshot,
  id: number,
  frame: LiveReading | null,
  linked: boolean,
): ZoneFace | null {
  const zone = snapshot.zones.find((each) => each.id === id)
  const safety = snapshot.safety.zones.find((each) => each.zone === id)
  if (zone === undefined || safety === undefined) return null
  const connected = snapshot.connection.kind === 'connected'
  // Without a line there are no frames: the last one is history, and the kitchen's own model speaks (law 9).
  const live = connected || !linked ? frame : null
  const period =
    connected && 'stove' in snapshot.connection ? (snapshot.connection.stove?.reportPeriod ?? 0) : 0
  const quality =
    live === null
      ? agedQuality(safety.quality, Number.POSITIVE_INFINITY, linked, period)
      : agedQuality(live.quality, live.age, linked && connected, period)
  const celsius = live === null ? safety.surface : live.surface
  // Out of touch with the kitchen, what was hot may be hot still.
  const known = live?.residual ?? safety.residual
  const residual: Residual =
    !linked && (known === 'hot' || safety.target.kind !== 'off') ? 'assume-hot' : known
  const pan = connected ? zone.pan : 'unknown'
  const faulted = snapshot.safety.faults.some((fault) => fault.zone === id || fault.zone === null)
  const facts = {
    target: safety.target,
    celsius,
    quality,
    residual,
    pan,
    faulted,
    fromFault: safety.limitedBy === 'fault',
  }
  return {
    id,
    name: zone.name,
    celsius: quality === 'unknown' ? null : celsius,
    quality,
    residual,
    pan,
    target: safety.target,
    demand: safety.demand,
    power: live === null ? 0 : live.power,
    rate: quality === 'measured' ? (live?.rate ?? 0) : 0,
    limitedBy: safety.limitedBy,
    offAt: safety.offAt,
    state: stateOf(facts),
  }
}

interface StateFacts {
  readonly target: ZoneTarget
  readonly celsius: number | null
  readonly quality: Quality
  readonly residual: Residual
  readonly pan: PanPresence
  readonly faulted: boolean
  readonly fromFault: boolean
}

function stateOf(facts: StateFacts): ZoneState {
  const { target, celsius, quality, residual } = facts
  const on = target.kind !== 'off'
  if (residual === 'assume-hot') return 'assume-hot'
  if (facts.fromFault && on) return 'fault'
  if (quality === 'unknown') return on ? 'fault' : 'unknown'
  if (!on) return residual === 'hot' ? 'still-hot' : 'off'
  if (facts.pan === 'absent') return 'no-pan'
  if (target.kind === 'power') return 'power'
  if (celsius === null) return 'unknown'
  const goal = target.kind === 'simmer' ? SIMMERING : target.celsius
  if (celsius < goal - NEAR) return 'heating'
  // Over water the sensor is hotter than what it heats: no pan that heats its contents is called cooling.
  if (target.kind !== 'temperature') return 'holding'
  return celsius > goal + NEAR ? 'cooling' : 'holding'
}
