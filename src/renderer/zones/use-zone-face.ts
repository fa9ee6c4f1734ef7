import { useKitchen } from '../state/kitchen.ts'
import { readingAge, telemetry, useTelemetry } from '../state/telemetry.ts'
import { degrees, type TemperatureUnit } from '../format/temperature.ts'
import { type LiveReading, type ZoneFace, zoneFace } from './zone-face.ts'

/** Position of a zone in the telemetry frame: zones come in the order of the snapshot. */
const live = (index: number): LiveReading | null => {
  const reading = telemetry.frame?.zones[index]
  return reading === undefined ? null : { ...reading, age: readingAge(index) }
}

/**
 * One zone's face; renders again when something of it that can be seen has changed: whole degrees, tens of watts,
 * tenths of a kelvin per second, the second of its age.
 */
export function useZoneFace(id: number, unit: TemperatureUnit): ZoneFace | null {
  const snapshot = useKitchen((state) => state.snapshot)
  const linked = useKitchen((state) => state.link === 'open')
  const index = snapshot?.zones.findIndex((zone) => zone.id === id) ?? -1
  useTelemetry(() => {
    const reading = live(index)
    if (reading === null) return ''
    const numeral = reading.surface === null ? '' : degrees(reading.surface, unit)
    const old = reading.age > 1000
    return `${numeral}|${reading.quality}|${old}|${reading.power === null ? '' : Math.round(reading.power / 10)}|${reading.rate.toFixed(1)}|${reading.residual}|${reading.pan}`
  })
  return snapshot === null ? null : zoneFace(snapshot, id, live(index), linked)
}
