import type { ZoneDescription, ZoneTarget } from '../stove/stove.ts'
import { ROOM_BELOW_LIMIT } from './hottest.ts'
import type { HeatRequest, Touch } from './request.ts'
import type { EnvelopeZone } from './settings.ts'

/** Law 6: more heat needs a hand. A touch speaks for one zone and one target, and not for long. */
const TOUCH_LIVES = 30_000
/** How far two clocks of one machine may disagree about "now". */
const CLOCK_SLACK = 1000
/** A hand cannot press STOP and then set heat within this time: what comes that close was under way before. */
const STOP_SLACK = 100
const LOWEST_SETPOINT = 30
/** A pan that boils oil or water stands some 40 K over it at full power. */
const ROOM_ABOVE_LIQUID = 55

export function sameTarget(a: ZoneTarget, b: ZoneTarget): boolean {
  if (a.kind === 'power' && b.kind === 'power') return a.share === b.share
  if (a.kind === 'temperature' && b.kind === 'temperature') return a.celsius === b.celsius
  if (a.kind === 'liquid' && b.kind === 'liquid') return a.celsius === b.celsius
  if (a.kind === 'simmer' && b.kind === 'simmer') return a.vigour === b.vigour
  return a.kind === b.kind && a.kind === 'off'
}

/** A target as it is followed: no power at all is off. */
export function plainTarget(target: ZoneTarget): ZoneTarget {
  return target.kind === 'power' && target.share === 0 ? { kind: 'off' } : target
}

export function targetInRange(target: ZoneTarget, zone: ZoneDescription): boolean {
  switch (target.kind) {
    case 'off':
      return true
    case 'power':
      return zone.sets === 'power' && target.share > 0 && target.share <= 1
    case 'temperature':
      return target.celsius >= LOWEST_SETPOINT && target.celsius <= zone.maxSurface - ROOM_BELOW_LIMIT
    case 'liquid':
      // The pan is hotter than what it holds: a liquid needs more room below the limit.
      return target.celsius >= LOWEST_SETPOINT && target.celsius <= zone.maxSurface - ROOM_ABOVE_LIQUID
    case 'simmer':
      return target.vigour > 0 && target.vigour <= 1
  }
}

/**
 * Whether a target can never give more heat than the present one, at any moment to come. A setpoint may ask for full
 * power, so it is less only than full power; a power knows no temperature, so it is never less than a setpoint; what is
 * asked of the surface, of a liquid and of a simmer is never less than one another.
 */
export function isNoMore(present: ZoneTarget, next: ZoneTarget): boolean {
  if (next.kind === 'off') return true
  if (present.kind === 'off') return false
  switch (present.kind) {
    case 'power':
      return next.kind === 'power' ? next.share <= present.share : present.share >= 1
    case 'temperature':
      return next.kind === 'temperature' && next.celsius <= present.celsius
    case 'liquid':
      return next.kind === 'liquid' && next.celsius <= present.celsius
    case 'simmer':
      return next.kind === 'simmer' && next.vigour <= present.vigour
  }
}

function withinEnvelope(envelope: readonly EnvelopeZone[] | null, zone: number, target: ZoneTarget): boolean {
  const accepted = envelope?.find((entry) => entry.zone === zone)
  if (accepted === undefined || target.kind === 'off') return false
  switch (target.kind) {
    case 'power':
      return target.share <= accepted.maxShare
    case 'temperature':
      return target.celsius <= accepted.maxCelsius
    case 'liquid':
      return target.celsius <= accepted.maxLiquid
    case 'simmer':
      return target.vigour <= accepted.maxVigour
  }
}

/** Whether this touch stands for exactly this request, now, and was made after the zone was last stopped. */
export function touchHolds(touch: Touch, request: HeatRequest, at: number, stoppedAt: number): boolean {
  const age = at - touch.at
  return (
    touch.zone === request.zone &&
    sameTarget(plainTarget(touch.target), plainTarget(request.target)) &&
    age <= TOUCH_LIVES &&
    age >= -CLOCK_SLACK &&
    touch.at >= stoppedAt - STOP_SLACK
  )
}

export type Verdict = 'allowed' | 'ask' | 'needs-touch' | 'touch-expired'

/** Who may give a zone more heat. Everything else (faults, locks, limits) is judged before. */
export function judgeRaise(
  request: HeatRequest,
  present: ZoneTarget,
  envelope: readonly EnvelopeZone[] | null,
  at: number,
  stoppedAt: number,
): Verdict {
  switch (request.origin) {
    case 'display':
      if (request.touch === null) return 'needs-touch'
      return touchHolds(request.touch, request, at, stoppedAt) ? 'allowed' : 'touch-expired'
    case 'program':
      return present.kind !== 'off' && withinEnvelope(envelope, request.zone, request.target)
        ? 'allowed'
        : 'ask'
    case 'remote':
    case 'assistant':
      return 'ask'
  }
}
