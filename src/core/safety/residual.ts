import type { Celsius } from '../units/quantities.ts'
import { celsius } from '../units/quantities.ts'
import type { Quality, Residual } from './view.ts'

/**
 * Law 9: heat that is still there. While a believable reading comes, it is the truth; after loss, after a restart and
 * under a pan that was just changed, the hottest that may be there cools by a model that is slower than any kitchen.
 */
export interface StoredHeat {
  readonly celsius: number
  /** Wall time for which `celsius` holds. */
  readonly at: number
  /** The glass may be hotter than a pan that was just put on it: the model holds against the reading. */
  readonly held: boolean
  /** Kelvin by which the hottest spot may be above what the sensor says, since power flows or did just now. */
  readonly margin: number
  /** Hysteresis of the hot mark. */
  readonly hot: boolean
}

const AMBIENT = 25
/** Above this no water is left to carry heat: a dry iron pan with a litre of oil, 6 kJ/K over 3.5 W/K. */
const DRY_ABOVE = 110
const DRY_TAU = 1800
/** Below it, six litres of water with a lid: 26 kJ/K over 3 W/K. */
const WET_TAU = 8700
/** Glass alone, under another pan: measured hobs fall from 300 to 60 °C in some 30 to 40 minutes. */
const GLASS_TAU = 1200
/**
 * 51 °C burns skin within a minute on any material (ISO 13732-1), and makers put their mark out at 55 to 60 °C; the
 * sensor is not the surface itself, so the mark lights at 50 and goes out at 47.
 */
const HOT = 50
const COOL = 47

/**
 * Heat enters on the coil's ring and reaches the sensor in the middle late: some 60 K at full power in cast iron, gone
 * after a minute or two.
 */
const RING_LEADS = 60
const RING_TAU = 60

function decay(from: number, tau: number, seconds: number): number {
  return from <= AMBIENT ? from : AMBIENT + (from - AMBIENT) * Math.exp(-seconds / tau)
}

/** The temperature after `elapsed` ms of wall time without any reading. Time that runs backwards cools nothing. */
export function cooled(from: number, elapsed: number): number {
  let seconds = Math.max(0, elapsed) / 1000
  let temperature = from
  if (temperature > DRY_ABOVE) {
    const dry = DRY_TAU * Math.log((temperature - AMBIENT) / (DRY_ABOVE - AMBIENT))
    if (seconds <= dry) return decay(temperature, DRY_TAU, seconds)
    seconds -= dry
    temperature = DRY_ABOVE
  }
  return decay(temperature, WET_TAU, seconds)
}

const marked = (temperature: number, before: boolean): boolean => temperature >= (before ? COOL : HOT)

/** With every believable reading. */
export function storeReading(
  before: StoredHeat | null,
  measured: number,
  panChanged: boolean,
  share: number,
  at: number,
): StoredHeat {
  const hot = before?.hot ?? false
  const led = before === null ? 0 : before.margin * Math.exp(-Math.max(0, at - before.at) / 1000 / RING_TAU)
  const margin = Math.max(led, RING_LEADS * Math.min(1, Math.max(0, share)))
  if (before !== null && (before.held || panChanged)) {
    const glass = decay(before.celsius, GLASS_TAU, Math.max(0, at - before.at) / 1000)
    if (glass > measured && marked(glass, hot)) return { celsius: glass, at, held: true, margin, hot: true }
  }
  return { celsius: measured, at, held: false, margin, hot: marked(measured, hot) }
}

/** The hottest that may be there now. */
export function storedNow(stored: StoredHeat, at: number): number {
  return cooled(stored.celsius + stored.margin, at - stored.at)
}

/** Older news than this is not shown as a figure any more, only as an estimate. */
const STALE_FOR = 10_000

/** What the screen may say of a zone. `live` = the reading is fresh and believable. */
export function tell(
  stored: StoredHeat | null,
  reading: { readonly surface: Celsius | null; readonly at: number | null },
  live: boolean,
  at: number,
): { readonly surface: Celsius | null; readonly quality: Quality; readonly residual: Residual } {
  if (live) return { surface: reading.surface, quality: 'measured', residual: stored?.hot ? 'hot' : 'cool' }
  // What was never known may be anything; only cool is ruled out.
  const cool = stored !== null && !marked(storedNow(stored, at), stored.hot)
  const residual: Residual = cool ? 'cool' : 'assume-hot'
  if (reading.surface !== null && reading.at !== null && at - reading.at <= STALE_FOR) {
    return { surface: reading.surface, quality: 'stale', residual }
  }
  if (cool || stored === null) return { surface: null, quality: 'unknown', residual }
  const likely = cooled(stored.celsius, at - stored.at)
  return { surface: celsius(Math.round(likely * 10) / 10), quality: 'estimated', residual }
}
