import type { TelemetryFrame, ZoneTelemetry } from '#contract/telemetry.ts'
import { drawField, FIELD_SIDE, unknownField } from '#core/heat/field.ts'
import { advancePlate, FLAT } from '#core/heat/twin/plate-field.ts'

/** A pan as the estimator believes it after three minutes at this power: hotter over the coil, cooler at the rim. */
function panField(centre: number | null, power: number): Int16Array {
  if (centre === null) return unknownField()
  return drawField(centre, advancePlate(FLAT, 180, power, 0.105, centre, 0))
}

export interface ZoneHeat {
  readonly surface: number | null
  readonly power?: number | null
  readonly rate?: number
  readonly pan?: ZoneTelemetry['pan']
  readonly quality?: ZoneTelemetry['quality']
  readonly residual?: ZoneTelemetry['residual']
  readonly age?: number
}

export function frameOf(at: number, zones: readonly ZoneHeat[]): TelemetryFrame {
  return { at, fieldSide: FIELD_SIDE, zones: zones.map(telemetryOf) }
}

function telemetryOf(zone: ZoneHeat): ZoneTelemetry {
  let field: Int16Array | null = null
  return {
    surface: zone.surface,
    estimate: zone.surface,
    deviation: 1.4,
    power: zone.power === undefined ? 0 : zone.power,
    demand: zone.power ?? 0,
    age: zone.age ?? 40,
    quality: zone.quality ?? 'measured',
    pan: zone.pan ?? 'absent',
    residual: zone.residual ?? ((zone.surface ?? 0) > 55 ? 'hot' : 'cool'),
    rate: zone.rate ?? 0,
    liquid: null,
    liquidDeviation: 0,
    energy: 0,
    // Three minutes of a plate take their time, and a page shows one scene of many: worked out when it is looked at.
    get field() {
      field ??= panField(zone.quality === 'unknown' ? null : zone.surface, zone.power ?? 0)
      return field
    },
  }
}
