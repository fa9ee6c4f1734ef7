import type { ZoneDescription } from '../stove/stove.ts'
import type { Finding } from './finding.ts'

/**
 * Law 4: a zone that is commanded off must cool. The watch runs whenever no power should flow, at target "off" as
 * well as under a controller that rests, so that a shorted switch has nowhere to hide.
 */
export interface CoolingWatch {
  /** Wall time since which nothing should flow in and the same pan stands there; null while power should flow. */
  readonly quietSince: number | null
  /** Power was asked for when this was last looked at. */
  readonly asked: boolean
  /** The lowest temperature since the stored heat had time to settle. */
  readonly valley: number | null
  readonly valleyAt: number
  /** Heat that the glass may still give to a pan that was just put down: up to `celsius` until `until`. */
  readonly store: { readonly celsius: number; readonly until: number } | null
  /** Wall time since which the device measures power that nobody asked for. */
  readonly powerSince: number | null
  /** The hottest since the alarm was raised; null without one. */
  readonly alarmPeak: number | null
}

export const NOT_COOLING: CoolingWatch = {
  quietSince: null,
  asked: false,
  valley: null,
  valleyAt: 0,
  store: null,
  powerSince: null,
  alarmPeak: null,
}

/** Time for the heat stored in coil and glass to come up: the law's own figure. */
export const SETTLE = 30_000
/** Rise in kelvin beyond which a switch is shorted: the law's own figure. */
const RISE = 5
/** A kitchen warms over a day, and an oven below the hob warms its glass; no burner is as slow as 0.25 K a minute. */
const DRIFT_PER_MS = 0.25 / 60_000
/** How long hot glass may feed a colder pan put on it. */
const STORE_FEEDS = 300_000
/** Measured power that is more than a meter's own error; a bed of 250 W holds 30 °C with less than 20 W. */
const METER_FLOOR = 20
const METER_SHARE = 0.02
const METER_MOST = 0.04
const POWER_PATIENCE = 2000
/** An alarm is over when the temperature has fallen by this much from its peak. */
const FALLEN = 3

export interface CoolingInput {
  readonly at: number
  readonly zone: ZoneDescription
  /** What the supervisor commands, in watts. */
  readonly demand: number
  /** What flows, in watts; null = it may be anything, see power-of.ts. */
  readonly power: number | null
  readonly smooth: number
  readonly panChanged: boolean
  /** The hottest that glass or pan may be now, see residual.ts. */
  readonly stored: number
  /** Kelvin that hot neighbours may add, see neighbours.ts. */
  readonly neighbours: number
}

/** The power below which a meter may call anything zero. */
export function meterFloor(zone: ZoneDescription): number {
  return Math.max(Math.min(METER_FLOOR, zone.maxPower * METER_MOST), zone.maxPower * METER_SHARE)
}

export function watchCooling(
  watch: CoolingWatch,
  input: CoolingInput,
): { readonly watch: CoolingWatch; readonly finding: Finding | null } {
  const { at, zone, demand, smooth } = input
  const power = input.power ?? zone.maxPower
  const flowing = power > meterFloor(zone)
  // Law 5's "rise without power" is the same watch: the device says that nothing flows, whatever was asked.
  const quiet = demand <= 0 || !flowing
  const powerSince = demand <= 0 && flowing ? (watch.powerSince ?? at) : null
  const alarmPeak = watch.alarmPeak === null ? null : Math.max(watch.alarmPeak, smooth)
  if (powerSince !== null && at - powerSince > POWER_PATIENCE) {
    return {
      watch: { ...watch, quietSince: watch.quietSince ?? at, powerSince, alarmPeak: alarmPeak ?? smooth },
      finding: { code: 'heats-while-off', zone: zone.id, figures: { watts: Math.round(power) } },
    }
  }
  if (!quiet) return { watch: { ...NOT_COOLING, asked: demand > 0, alarmPeak }, finding: null }

  const asked = demand > 0
  // Told off only now: what was stored until now may still come up.
  const restarted = watch.quietSince === null || input.panChanged || (watch.asked && !asked)
  const quietSince = restarted ? at : watch.quietSince
  const store = input.panChanged ? { celsius: input.stored, until: at + STORE_FEEDS } : watch.store
  const settled = quietSince !== null && at - quietSince >= SETTLE
  if (restarted || !settled) {
    return {
      watch: { quietSince, asked, valley: null, valleyAt: at, store, powerSince, alarmPeak },
      finding: null,
    }
  }
  const drifted = watch.valley === null ? smooth : watch.valley + (at - watch.valleyAt) * DRIFT_PER_MS
  const valley = Math.min(drifted, smooth)
  const allowed = valley + RISE + input.neighbours
  const ceiling = store !== null && at < store.until ? Math.max(allowed, store.celsius + RISE) : allowed
  const hot = smooth > ceiling
  return {
    watch: {
      quietSince,
      asked,
      valley,
      valleyAt: at,
      store,
      powerSince,
      alarmPeak: hot ? (alarmPeak ?? smooth) : alarmPeak,
    },
    finding: hot
      ? {
          code: demand <= 0 ? 'heats-while-off' : 'rise-without-power',
          zone: zone.id,
          figures: { celsius: Math.round(smooth), rise: Math.round(smooth - valley) },
        }
      : null,
  }
}

/** Whether the alarm's cause is gone: no power flows and the temperature has clearly turned. */
export function coolsAgain(watch: CoolingWatch, smooth: number | null): boolean {
  if (watch.powerSince !== null) return false
  return watch.alarmPeak === null || (smooth !== null && smooth <= watch.alarmPeak - FALLEN)
}

/** After an acknowledgement the watch begins anew. */
export function startAnew(at: number): CoolingWatch {
  return { ...NOT_COOLING, quietSince: at, valleyAt: at }
}
