import type { TelemetryFrame, ZoneTelemetry } from '#contract/telemetry.ts'
import { NO_TEMPERATURE } from '#core/stove/stove.ts'

const SIDE = 24

/** A pan as it looks from above: hottest in a ring over the coil, cooler at rim and centre, a little uneven. */
export function ringField(centre: number | null, phase: number): Int16Array {
  const field = new Int16Array(SIDE * SIDE).fill(NO_TEMPERATURE)
  if (centre === null) return field
  const middle = (SIDE - 1) / 2
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const x = (column - middle) / (SIDE / 2)
      const y = (row - middle) / (SIDE / 2)
      const r = Math.hypot(x, y)
      if (r > 1) continue
      const rise = centre - 22
      const ring =
        1.06 * Math.exp(-(((r - 0.52) / 0.34) ** 2)) + 0.9 * Math.exp(-((r / 0.42) ** 2)) - 0.26 * r ** 4
      const uneven = 1 + 0.05 * Math.sin(3 * Math.atan2(y, x) + phase) * r
      field[row * SIDE + column] = Math.round((22 + rise * Math.min(1.05, ring) * uneven) * 10)
    }
  }
  return field
}

export interface ZoneHeat {
  readonly surface: number | null
  readonly power?: number
  readonly rate?: number
  readonly pan?: ZoneTelemetry['pan']
  readonly quality?: ZoneTelemetry['quality']
  readonly residual?: ZoneTelemetry['residual']
  readonly age?: number
}

export function frameOf(at: number, zones: readonly ZoneHeat[]): TelemetryFrame {
  return {
    at,
    fieldSide: SIDE,
    zones: zones.map((zone, index) => ({
      surface: zone.surface,
      estimate: zone.surface,
      deviation: 1.4,
      power: zone.power ?? 0,
      demand: zone.power ?? 0,
      age: zone.age ?? 40,
      quality: zone.quality ?? 'measured',
      pan: zone.pan ?? 'absent',
      residual: zone.residual ?? ((zone.surface ?? 0) > 55 ? 'hot' : 'cool'),
      rate: zone.rate ?? 0,
      field: ringField(zone.quality === 'unknown' ? null : zone.surface, index * 1.7),
    })),
  }
}
