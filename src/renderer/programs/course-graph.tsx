import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { ProgramSnapshot } from '#contract/program.ts'
import { toScale } from '../format/temperature.ts'
import { type Ink, inkOf } from '../screens/history/graph-ink.ts'
import { useCookSeconds } from '../state/clock.ts'
import { useSnapshot } from '../state/kitchen.ts'
import { pastOf } from '../state/past.ts'
import { useTheme } from '../ui/appearance.ts'
import { type Course, courseOf } from './course-data.ts'
import { drawNow } from './course-marks.ts'

const LINES = ['surface', 'liquid', 'core'] as const

/** What was, what is, what is expected: solid up to now, dashed after, with the band of the middle's spread. */
export function CourseGraph({ program }: { readonly program: ProgramSnapshot }) {
  const { t } = useTranslation()
  const place = useRef<HTMLDivElement>(null)
  const unit = useSnapshot((snapshot) => snapshot.settings.temperature)
  const text = useSnapshot((snapshot) => snapshot.settings.textSize)
  const theme = useTheme()
  // A line of half an hour needs no newer point than one of five seconds ago.
  const now = Math.floor(useCookSeconds() / 5) * 5000
  const goal = program.goal === null ? null : toScale(program.goal, unit)
  const course = courseOf(pastOf(program.zone), program.forecast, now, unit)
  const shown = useRef(course)
  const plot = useRef<uPlot | null>(null)
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const ink = inkOf(element)
    const drawn = new uPlot(
      optionsOf(ink, `°${unit.toUpperCase()}`, (each) => drawNow(each, ink, goal, t('program.graphNow'))),
      columnsOf(shown.current),
      element,
    )
    plot.current = drawn
    const watch = new ResizeObserver(() => {
      const { width, height } = element.getBoundingClientRect()
      if (width > 50 && height > 50) drawn.setSize({ width, height })
    })
    watch.observe(element)
    void document.fonts.ready.then(() => drawn.redraw(false, true))
    return () => {
      watch.disconnect()
      drawn.destroy()
      plot.current = null
    }
  }, [unit, theme, text, goal, t])
  useEffect(() => {
    shown.current = course
    plot.current?.setData(columnsOf(course))
  })
  const drawnLines = LINES.filter((line) =>
    [...course.past[line], ...course.ahead[line]].some((value) => value !== null),
  )
  return (
    <figure>
      <div ref={place} className="course" role="img" aria-label={t('program.graph')} />
      <figcaption>
        <ul className="course-legend">
          {drawnLines.map((line) => (
            <li key={line} data-line={line}>
              {t(`program.line.${line}`)}
            </li>
          ))}
          {course.ahead.core.some((value) => value !== null) && (
            <li data-line="forecast">{t('program.line.forecast')}</li>
          )}
        </ul>
      </figcaption>
    </figure>
  )
}

const columnsOf = ({ t, past, ahead }: Course): uPlot.AlignedData => [
  [...t],
  past.surface,
  past.liquid,
  past.core,
  ahead.surface,
  ahead.liquid,
  ahead.low,
  ahead.high,
  ahead.core,
]

function minutes(seconds: number): string {
  const whole = Math.round(seconds / 60)
  return whole === 0 ? '' : `${whole > 0 ? '+' : '−'}${Math.abs(whole)}′`
}

function optionsOf(ink: Ink, unit: string, draw: (plot: uPlot) => void): uPlot.Options {
  const [pan, known] = ink.lines
  const axis: uPlot.Axis = {
    font: ink.font,
    stroke: ink.mute,
    grid: { stroke: ink.line, width: 1 },
    ticks: { show: false },
    gap: ink.rem * 0.375,
  }
  const line = (stroke: string | undefined, width: number, dash: number[] = []): uPlot.Series => ({
    stroke: stroke ?? ink.paper,
    width,
    dash,
    points: { show: false },
  })
  const edge: uPlot.Series = { ...line(known, 0), points: { show: false } }
  return {
    width: 400,
    height: 200,
    legend: { show: false },
    cursor: { show: false },
    padding: [ink.rem * 1.25, ink.rem * 0.75, 0, 0],
    scales: { x: { time: false }, y: { range: (_, least, most) => [Math.min(0, least), most * 1.08] } },
    axes: [
      {
        ...axis,
        size: ink.rem * 1.625,
        grid: { show: false },
        space: ink.rem * 4,
        incrs: [60, 120, 300, 600, 900, 1800, 3600],
        values: (_, ticks) => ticks.map(minutes),
      },
      {
        ...axis,
        size: ink.rem * 3.625,
        space: ink.rem * 2.75,
        values: (_, ticks) => ticks.map((tick) => `${tick} ${unit}`),
      },
    ],
    bands: [{ series: [7, 6], fill: ink.wash[1] ?? ink.line }],
    series: [
      {},
      line(pan, 2),
      line(ink.mute, 2, [6, 3]),
      line(known, 3),
      line(pan, 2, [2, 5]),
      line(ink.mute, 2, [2, 5]),
      edge,
      edge,
      line(known, 3, [3, 5]),
    ],
    hooks: { draw: [draw] },
  }
}
