import type { ZoneDescription } from '#core/stove/stove.ts'
import { SETTABLE, SETTABLE_LIQUID, type TemperatureUnit } from '../format/temperature.ts'

/** The ways to set a zone, under `zone.by.<kind>`. */
export const TARGET_KINDS = ['temperature', 'liquid', 'simmer', 'power'] as const
export type TargetKind = (typeof TARGET_KINDS)[number]

/** A zone that holds a setpoint by itself takes no power from anybody. */
export const kindsOf = (zone: ZoneDescription | undefined): readonly TargetKind[] =>
  zone?.sets === 'setpoint' ? TARGET_KINDS.filter((kind) => kind !== 'power') : TARGET_KINDS

/** What may be typed or stepped to, in the numbers that are shown: degrees or percent. */
export function rangeOf(
  kind: TargetKind,
  unit: TemperatureUnit,
): { readonly min: number; readonly max: number; readonly step: number } {
  switch (kind) {
    case 'temperature':
      return SETTABLE[unit]
    case 'liquid':
      return SETTABLE_LIQUID[unit]
    case 'simmer':
      return { min: 10, max: 100, step: 10 }
    case 'power':
      return { min: 5, max: 100, step: 5 }
    default:
      return kind satisfies never
  }
}
