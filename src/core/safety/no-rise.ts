import type { ZoneDescription, ZoneTarget } from '../stove/stove.ts'
import type { Finding } from './finding.ts'

/**
 * Law 5: power without rise, a sensor that lost its pan or a pan that is not where the heat goes. Asked only where
 * every pot must rise: under at least half power, well below the setpoint and well below boiling.
 */
export interface NoRiseWatch {
  readonly reference: number | null
  /** Energy in joules since the reference was set. */
  readonly energy: number
  readonly seenAt: number
  /** Wall time since which the zone has had too little power to ask. */
  readonly weakSince: number | null
  /** Wall time at which cold food last excused a fall. */
  readonly excusedAt: number | null
}

export const NO_RISE_WATCH: NoRiseWatch = {
  reference: null,
  energy: 0,
  seenAt: 0,
  weakSince: null,
  excusedAt: null,
}

/** Half power: below it a wide open pot may find its balance before it boils. */
const STRONG = 0.5
/**
 * 200 kJ lift 20 litres of water by 1.5 K after a third of it is lost to hob and air; all smaller pots by more. On a
 * 2 kW zone that is 100 s.
 */
const ENERGY = 200_000
const MUST_RISE = 1
const BELOW_SETPOINT = 30
const BELOW_BOILING = 25
const WEAK_FORGETS = 30_000
/** Cold food: a fall this deep sets the count back, but not again and again, or a sensor that fell off would do it. */
const COLD_FOOD = 2
const EXCUSE_EVERY = 180_000

export interface NoRiseInput {
  readonly at: number
  readonly zone: ZoneDescription
  readonly target: ZoneTarget
  /** W; null = unknown: nothing is asked about it. */
  readonly power: number | null
  readonly smooth: number
  readonly panThere: boolean
  readonly panChanged: boolean
  readonly boiling: number
}

function mustRise(input: NoRiseInput): boolean {
  if (input.target.kind === 'off' || !input.panThere || input.panChanged) return false
  const { target } = input
  const setpoint =
    target.kind === 'temperature' || target.kind === 'liquid' ? target.celsius : Number.POSITIVE_INFINITY
  return input.smooth < Math.min(setpoint - BELOW_SETPOINT, input.boiling - BELOW_BOILING)
}

export function watchNoRise(
  watch: NoRiseWatch,
  input: NoRiseInput,
): { readonly watch: NoRiseWatch; readonly finding: Finding | null } {
  const { at, zone, smooth } = input
  const power = input.power ?? 0
  const fresh: NoRiseWatch = { ...NO_RISE_WATCH, reference: smooth, seenAt: at, excusedAt: watch.excusedAt }
  if (!mustRise(input)) return { watch: { ...NO_RISE_WATCH, seenAt: at }, finding: null }
  if (watch.reference === null) return { watch: fresh, finding: null }
  if (power < STRONG * zone.maxPower) {
    const weakSince = watch.weakSince ?? at
    const forgotten = at - weakSince > WEAK_FORGETS
    return { watch: forgotten ? fresh : { ...watch, seenAt: at, weakSince }, finding: null }
  }
  if (smooth >= watch.reference + MUST_RISE) return { watch: fresh, finding: null }
  const excusable = watch.excusedAt === null || at - watch.excusedAt > EXCUSE_EVERY
  if (smooth < watch.reference - COLD_FOOD && excusable) {
    return { watch: { ...fresh, excusedAt: at }, finding: null }
  }
  const energy = watch.energy + (power * (at - watch.seenAt)) / 1000
  return {
    watch: {
      ...watch,
      // Until the next excuse the reference follows a fall down: the rise is asked from where it ended.
      reference: excusable ? watch.reference : Math.min(watch.reference, smooth),
      energy,
      seenAt: at,
      weakSince: null,
    },
    finding:
      energy >= ENERGY
        ? {
            code: 'no-rise',
            zone: zone.id,
            figures: { celsius: Math.round(smooth), kilojoules: Math.round(energy / 1000) },
          }
        : null,
  }
}
