import type { CookGraph } from '#contract/commands.ts'
import { toScale, type TemperatureUnit } from '../../format/temperature.ts'

type Zone = CookGraph['zones'][number]
export type Column = (number | null)[]

/** A zone that stayed cold has nothing to tell: those that got power, or were hot anyway. */
export function zonesCookedOn(graph: CookGraph): readonly Zone[] {
  const told = graph.zones.filter(
    (zone) =>
      zone.power.some((value) => value !== null && value > 0) ||
      zone.max.some((value) => value !== null && value > 60),
  )
  return told.length > 0 ? told : graph.zones.slice(0, 1)
}

/** Columns for the plot: time, then low, high and mean of each zone on the household's scale. */
export function temperatureColumns(graph: CookGraph, unit: TemperatureUnit): [number[], ...Column[]] {
  const scaled = (values: readonly (number | null)[]): Column =>
    values.map((value) => (value === null ? null : toScale(value, unit)))
  return [
    [...graph.t],
    ...zonesCookedOn(graph).flatMap((zone) => [scaled(zone.min), scaled(zone.max), scaled(zone.mean)]),
  ]
}

/** Time, then the power of each zone in watts. */
export function powerColumns(graph: CookGraph): [number[], ...Column[]] {
  return [[...graph.t], ...zonesCookedOn(graph).map((zone) => [...zone.power])]
}

export interface Mark {
  readonly t: number
  readonly kind: 'step' | 'fault'
  readonly label: string
}

/** What is drawn over the lines: where each step began, by its number, and where something went wrong. */
export function marksOf(graph: CookGraph): readonly Mark[] {
  let step = 0
  return graph.events.flatMap((event): readonly Mark[] => {
    if (event.kind === 'step' || event.kind === 'start') {
      const index = Number(event.detail)
      step = event.detail !== '' && Number.isInteger(index) ? index + 1 : step + 1
      return [{ t: event.t, kind: 'step', label: String(step) }]
    }
    return event.kind === 'fault' || event.kind === 'lost'
      ? [{ t: event.t, kind: 'fault', label: event.detail }]
      : []
  })
}
