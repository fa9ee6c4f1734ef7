import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { CookGraph } from '#contract/commands.ts'
import { useSnapshot } from '../../state/kitchen.ts'
import { useTheme } from '../../ui/appearance.ts'
import { marksOf, powerColumns, temperatureColumns, zonesCookedOn } from './graph-data.ts'
import { type Ink, inkOf } from './graph-ink.ts'
import { drawMarks } from './graph-marks.ts'

/** Share of the height that power takes. */
const POWER_SHARE = 0.24

/** Temperature with its band from lowest to highest, and power below it on the same time. */
export function Graph({ graph }: { readonly graph: CookGraph }) {
  const { t } = useTranslation()
  const place = useRef<HTMLDivElement>(null)
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  const theme = useTheme()
  const text = useSnapshot((snapshot) => snapshot.settings.textSize)
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const ink = inkOf(element)
    const powerAt = document.createElement('div')
    const temperature = new uPlot(
      temperatureOptions(graph, ink, `°${unit.toUpperCase()}`),
      temperatureColumns(graph, unit),
      element,
    )
    element.append(powerAt)
    const power = new uPlot(powerOptions(graph, ink), powerColumns(graph), powerAt)
    const fit = (): void => {
      const { width, height } = element.getBoundingClientRect()
      if (width < 50 || height < 50) return
      temperature.setSize({ width, height: Math.round(height * (1 - POWER_SHARE)) })
      power.setSize({ width, height: Math.round(height * POWER_SHARE) })
    }
    const watch = new ResizeObserver(fit)
    watch.observe(element)
    // Canvas text is drawn once: it must not be drawn before its face is there.
    void document.fonts.ready.then(() => {
      temperature.redraw(false, true)
      power.redraw(false, true)
    })
    return () => {
      watch.disconnect()
      temperature.destroy()
      power.destroy()
      element.replaceChildren()
    }
  }, [graph, unit, theme, text])
  return <div ref={place} className="graph" role="img" aria-label={t('history.graph')} />
}

function clock(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? `${minutes}′` : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

const baseAxis = (ink: Ink): Partial<uPlot.Axis> => ({
  font: ink.font,
  stroke: ink.mute,
  grid: { stroke: ink.line, width: 1 },
  ticks: { show: false },
  gap: ink.rem * 0.4,
})

const timeAxis = (ink: Ink): uPlot.Axis => ({
  ...baseAxis(ink),
  size: ink.rem * 1.75,
  grid: { show: false },
  incrs: [60, 120, 300, 600, 900, 1800, 3600, 7200],
  space: ink.rem * 5,
  values: (_, ticks) => ticks.map(clock),
})

function temperatureOptions(graph: CookGraph, ink: Ink, unit: string): uPlot.Options {
  const zones = zonesCookedOn(graph)
  return {
    width: 600,
    height: 300,
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, points: { show: false }, sync: { key: 'cook' } },
    padding: [ink.rem * 2, ink.rem, 0, 0],
    scales: { x: { time: false }, y: { range: (_, least, most) => [Math.min(0, least), most * 1.08] } },
    axes: [
      { ...timeAxis(ink), values: () => [], size: ink.rem * 0.5 },
      {
        ...baseAxis(ink),
        size: ink.rem * 3.75,
        space: ink.rem * 3,
        values: (_, ticks) => ticks.map((tick) => `${tick} ${unit}`),
      },
    ],
    bands: zones.map((_, index) => ({
      series: [index * 3 + 2, index * 3 + 1],
      fill: ink.wash[index % ink.wash.length] ?? ink.line,
    })),
    series: [
      {},
      ...zones.flatMap((_, index): uPlot.Series[] => {
        const stroke = ink.lines[index % ink.lines.length] ?? ink.paper
        const edge: uPlot.Series = { width: 0, points: { show: false }, stroke }
        const dash = ink.dashes[index % ink.dashes.length] ?? []
        return [
          edge,
          edge,
          { stroke, width: 2.25, dash: [...dash], points: { show: false }, spanGaps: false },
        ]
      }),
    ],
    hooks: { draw: [(plot) => drawMarks(plot, marksOf(graph), ink)] },
  }
}

function powerOptions(graph: CookGraph, ink: Ink): uPlot.Options {
  const stepped = uPlot.paths.stepped?.({ align: 1 })
  return {
    width: 600,
    height: 100,
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, points: { show: false }, sync: { key: 'cook' } },
    padding: [ink.rem * 0.5, ink.rem, 0, 0],
    scales: { x: { time: false }, y: { range: (_, __, most) => [0, Math.max(500, most) * 1.1] } },
    axes: [
      timeAxis(ink),
      {
        ...baseAxis(ink),
        size: ink.rem * 3.75,
        space: ink.rem * 1.75,
        values: (_, ticks) => ticks.map((tick) => (tick === 0 ? '' : `${tick / 1000} kW`)),
      },
    ],
    series: [
      {},
      ...zonesCookedOn(graph).map((_, index): uPlot.Series => {
        const stroke = ink.lines[index % ink.lines.length] ?? ink.paper
        return {
          stroke,
          fill: ink.wash[index % ink.wash.length] ?? ink.line,
          width: 1.25,
          points: { show: false },
          ...(stepped === undefined ? {} : { paths: stepped }),
        }
      }),
    ],
  }
}
