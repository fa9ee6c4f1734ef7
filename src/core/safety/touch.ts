import type { ZoneDescription, ZoneTarget } from '../stove/stove.ts'
import type { HeatRequest, Touch } from './request.ts'
import type { EnvelopeZone } from './settings.ts'

/** Law 6: more heat needs a hand. A touch speaks for one zone and one target, and not for long. */
const TOUCH_LIVES = 30_000
/** How far two clocks of one machine may disagree about "now". */
const CLOCK_SLACK = 1000
/** A hand cannot press STOP and then set heat within this time: what comes that close was under way before. */
const STOP_SLACK = 100
/** A setpoint needs room below the surface's own limit, or its overshoot would be a fault. */
const ROOM_BELOW_LIMIT = 15
const LOWEST_SETPOINT = 30

export function sameTarget(a: ZoneTarget, b: ZoneTarget): boolean {
  if (a.kind === 'power' && b.kind === 'power') return a.share === b.share
  if (a.kind === 'temperature' && b.kind === 'temperature') return a.celsius === b.celsius
  return a.kind === b.kind && a.kind === 'off'
}

/** A target as it is followed: no power at all is off. */
export function plainTarget(target: ZoneTarget): ZoneTarget {
  return target.kind === 'power' && target.share === 0 ? { kind: 'off' } : target
}

export function targetInRange(target: ZoneTarget, zone: ZoneDescription): boolean {
  if (target.kind === 'off') return true
  if (target.kind === 'power') return target.share > 0 && target.share <= 1
  return target.celsius >= LOWEST_SETPOINT && target.celsius <= zone.maxSurface - ROOM_BELOW_LIMIT
}

/**
 * Whether a target can never give more heat than the present one, at any moment to come. A setpoint may ask for full
 * power, so it is less only than full power; a power knows no temperature, so it is never less than a setpoint.
 */
export function isNoMore(present: ZoneTarget, next: ZoneTarget): boolean {
  if (next.kind === 'off') return true
  if (present.kind === 'off') return false
  if (present.kind === 'power')
    return next.kind === 'power' ? next.share <= present.share : present.share >= 1
  return next.kind === 'temperature' && next.celsius <= present.celsius
}

function withinEnvelope(envelope: readonly EnvelopeZone[] | null, zone: number, target: ZoneTarget): boolean {
  const accepted = envelope?.find((entry) => entry.zone === zone)
  if (accepted === undefined || target.kind === 'off') return false
  return target.kind === 'power' ? target.share <= accepted.maxShare : target.celsius <= accepted.maxCelsius
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
