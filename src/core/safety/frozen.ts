import type { Finding } from './finding.ts'
import type { ZoneId } from '../stove/stove.ts'

/**
 * Law 3: a frozen sensor. A living one trembles by its own noise, and moves when power moves; one that repeats
 * exactly the same value through work that must show is dead, whatever it says.
 */
export interface FrozenWatch {
  readonly raw: number | null
  /** Wall time at which the raw value last differed from the one before. */
  readonly changedAt: number
  readonly seenAt: number
  /** Smallest and greatest share of power since then, each smoothed, so that a cycling relay is no change. */
  readonly share: number
  readonly low: number
  readonly high: number
  /** Wall time at which the share had swung far enough to have to show. */
  readonly swungAt: number | null
  /** Work done since, in seconds at full power. */
  readonly worked: number
  /** Time since in which it was told to heat and nobody knew what flowed, ms. */
  readonly blind: number
}

export const NOT_FROZEN: FrozenWatch = {
  raw: null,
  changedAt: 0,
  seenAt: 0,
  share: 0,
  low: 0,
  high: 0,
  swungAt: null,
  worked: 0,
  blind: 0,
}

/** A change of power that must show. */
const SWING = 0.3
/** How long it may take to show: sensor below glass, some seconds of dead time and lag. */
const PATIENCE = 10_000
/** So much work must move any sensor by a tenth of a degree, even at the boil. */
const WORK = 15
const SHARE_SMOOTHING = 3000
/**
 * A plate that holds its setpoint with a power that nobody knows: a regulator does not keep a tenth of a degree for two
 * minutes, and a dead sensor just below the setpoint would have it heat for ever.
 */
const BLIND = 120_000

/** `share` of the zone's power that flows, 0 to 1; null = unknown while it is told to heat. */
export function watchFrozen(
  watch: FrozenWatch,
  zone: ZoneId,
  raw: number,
  share: number | null,
  at: number,
): { readonly watch: FrozenWatch; readonly finding: Finding | null } {
  const elapsed = watch.raw === null ? 0 : at - watch.seenAt
  // What is unknown is no change of power.
  const now = share ?? watch.share
  const smooth =
    watch.raw === null ? now : watch.share + (now - watch.share) * (1 - Math.exp(-elapsed / SHARE_SMOOTHING))
  if (raw !== watch.raw) {
    return {
      watch: {
        raw,
        changedAt: at,
        seenAt: at,
        share: smooth,
        low: smooth,
        high: smooth,
        swungAt: null,
        worked: 0,
        blind: 0,
      },
      finding: null,
    }
  }
  const low = Math.min(watch.low, smooth)
  const high = Math.max(watch.high, smooth)
  const swungAt = watch.swungAt ?? (high - low >= SWING ? at : null)
  const worked = watch.worked + ((share ?? 0) * elapsed) / 1000
  const blind = watch.blind + (share === null ? elapsed : 0)
  const next: FrozenWatch = { ...watch, seenAt: at, share: smooth, low, high, swungAt, worked, blind }
  const still = at - watch.changedAt
  const mustShow = (swungAt !== null && at - swungAt >= PATIENCE) || worked >= WORK
  const frozen = (still >= PATIENCE && mustShow) || blind >= BLIND
  return {
    watch: next,
    finding: frozen
      ? { code: 'sensor-frozen', zone, figures: { celsius: raw, seconds: Math.round(still / 1000) } }
      : null,
  }
}
