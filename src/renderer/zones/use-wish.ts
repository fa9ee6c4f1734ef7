import { useEffect, useState } from 'react'
import type { ZoneTarget } from '#core/stove/stove.ts'
import { celsius } from '#core/units/quantities.ts'
import { fromScale, type TemperatureUnit, toScale } from '../format/temperature.ts'
import { heat } from '../state/send.ts'
import { rangeOf, type TargetKind } from './target-kind.ts'
import type { ZoneFace } from './zone-face.ts'

/** A wish that the kitchen has not taken up after this long is no longer shown. */
const PENDING_MS = 1500

export interface Wish {
  /** What stands between the two big buttons. */
  readonly target: ZoneTarget
  /** Not sent yet: the zone is off, or this screen may only ask. */
  readonly draft: boolean
  readonly step: (direction: -1 | 1) => void
  readonly set: (target: ZoneTarget) => void
  readonly confirm: () => void
}

/**
 * What the hand wishes for a zone. On a zone that is on, the display's own buttons act at once; a cold zone, and
 * any other screen, gather a wish first and send it with a button of its own.
 */
export function useWish(face: ZoneFace, kind: TargetKind, unit: TemperatureUnit, remote: boolean): Wish {
  const [gathered, setWished] = useState<{ target: ZoneTarget; sent: boolean } | null>(null)
  useEffect(() => {
    if (gathered?.sent !== true) return
    const timer = setTimeout(() => setWished(null), PENDING_MS)
    return () => clearTimeout(timer)
  }, [gathered])
  // What was sent and is now said by the kitchen is no wish any more.
  const come = gathered?.sent === true && JSON.stringify(gathered.target) === JSON.stringify(face.target)
  const wished = come ? null : gathered

  const on = face.target.kind !== 'off'
  const fits = wished !== null && wished.target.kind === kind
  const target = fits ? wished.target : face.target.kind === kind ? face.target : usual(kind, face)
  const draft = wished?.sent !== true && (!on || wished !== null || face.target.kind !== kind)

  const send = (next: ZoneTarget): void => {
    setWished({ target: next, sent: true })
    void heat(face.id, next)
  }
  const lowers = (next: ZoneTarget): boolean => on && isLower(next, face.target)
  return {
    target,
    draft,
    step: (direction) => {
      const next = stepped(target, direction, unit)
      const direct = (on && face.target.kind === kind && !remote) || lowers(next)
      if (direct) send(next)
      else setWished({ target: next, sent: false })
    },
    set: (next) => (remote && !lowers(next) ? setWished({ target: next, sent: false }) : send(next)),
    confirm: () => send(target),
  }
}

function isLower(next: ZoneTarget, now: ZoneTarget): boolean {
  if (next.kind === 'temperature' && now.kind === 'temperature') return next.celsius < now.celsius
  if (next.kind === 'liquid' && now.kind === 'liquid') return next.celsius < now.celsius
  if (next.kind === 'simmer' && now.kind === 'simmer') return next.vigour < now.vigour
  return next.kind === 'power' && now.kind === 'power' && next.share < now.share
}

/** Where the buttons begin on a zone that is not set in this way yet. */
function usual(kind: TargetKind, face: ZoneFace): ZoneTarget {
  switch (kind) {
    case 'power':
      return { kind, share: 0.5 }
    case 'simmer':
      return { kind, vigour: 0.3 }
    case 'liquid':
      return { kind, celsius: celsius(80) }
    case 'temperature': {
      const hot = face.celsius !== null && face.celsius > 120
      return { kind, celsius: celsius(hot ? Math.round((face.celsius ?? 0) / 5) * 5 : 120) }
    }
    default:
      return kind satisfies never
  }
}

function stepped(target: ZoneTarget, direction: -1 | 1, unit: TemperatureUnit): ZoneTarget {
  if (target.kind === 'power') {
    const percent = Math.round(target.share * 20 + direction) * 5
    return { kind: 'power', share: Math.min(100, Math.max(5, percent)) / 100 }
  }
  if (target.kind === 'simmer') {
    return {
      kind: 'simmer',
      vigour: Math.min(1, Math.max(0.1, Math.round(target.vigour * 10 + direction) / 10)),
    }
  }
  if (target.kind === 'off') return target
  const { min, max, step } = rangeOf(target.kind, unit)
  const shown = toScale(target.celsius, unit)
  const next =
    direction > 0 ? Math.floor(shown / step + 1.001) * step : Math.ceil(shown / step - 1.001) * step
  return { kind: target.kind, celsius: fromScale(Math.min(max, Math.max(min, next)), unit) }
}
