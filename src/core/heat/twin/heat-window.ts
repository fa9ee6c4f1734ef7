/** What went into a zone and what came of it, over a stretch of time: what notices about pans and sensors rest on. */
export interface HeatWindow {
  readonly seconds: number
  /** J, as measured and as asked for; `measured` is null where some power was unknown. */
  readonly measured: number | null
  readonly asked: number
  /** At the sensor at the beginning and now, °C; null before the first reading. */
  readonly began: number | null
  readonly now: number | null
}

export const EMPTY_WINDOW: HeatWindow = { seconds: 0, measured: 0, asked: 0, began: null, now: null }

/** Long enough for heat to show at any sensor, s: after it the window begins anew. */
const LONGEST = 60

export function widenWindow(
  before: HeatWindow,
  elapsed: number,
  power: number | null,
  commanded: number,
  surface: number | null,
): HeatWindow {
  const from = before.seconds >= LONGEST ? { ...EMPTY_WINDOW, began: before.now } : before
  return {
    seconds: from.seconds + elapsed,
    measured: power === null || from.measured === null ? null : from.measured + power * elapsed,
    asked: from.asked + commanded * elapsed,
    began: from.began ?? surface,
    now: surface ?? from.now,
  }
}
