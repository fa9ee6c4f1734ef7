import { createEstimator, estimateStep } from '#core/heat/estimator.ts'
import type { Observation } from '#core/heat/estimate.ts'
import { forecast } from '#core/heat/twin/forecast.ts'
import { celsius, watts } from '#core/units/quantities.ts'
import { percentile, spread, type BenchFigure } from './figure.ts'

/** Four zones of the usual sizes, mm. */
const ZONES = [210, 180, 180, 145]
const PERIOD = 0.1
const COOK_SECONDS = 600

/** A pot that warms and boils, as its sensor would tell it. */
const seen = (second: number): Observation => ({
  elapsed: PERIOD,
  surface: celsius(Math.min(105, 25 + 60 * (1 - Math.exp(-second / 25)) + second * 0.05)),
  probe: null,
  power: watts(1800),
  pan: 'present',
  camera: null,
})

/** The twin at the rate at which a stove reports: how much faster than the cook it runs, and what one tick costs. */
export function benchTwin(): readonly BenchFigure[] {
  const states = ZONES.map((diameterMm) => createEstimator({ diameterMm, maxPower: 2200, boilsAt: 100 }))
  const ticks: number[] = []
  const began = performance.now()
  for (let step = 0; step * PERIOD < COOK_SECONDS; step++) {
    const tick = performance.now()
    for (const [zone, state] of states.entries()) {
      states[zone] = estimateStep(state, seen(step * PERIOD)).state
    }
    ticks.push((performance.now() - tick) / ZONES.length)
  }
  const times = (COOK_SECONDS * 1000) / (performance.now() - began)

  const contents = states[0]?.contents.state ?? null
  if (contents === null) throw new Error('nothing is known of the pot')
  const forecasts = Array.from({ length: 100 }, () => {
    const start = performance.now()
    forecast({
      contents,
      target: { kind: 'liquid', celsius: celsius(85) },
      maxPower: 2000,
      surroundings: { area: 0.035, boilsAt: 100 },
      horizon: 1800,
      food: null,
    })
    return performance.now() - start
  })
  return [
    {
      name: 'Twin of 4 zones, plates of 64 x 64, reports at 10 Hz',
      goal: '200 times real time',
      figure: `${times.toFixed(0)} times, ${COOK_SECONDS} s of a cook`,
      met: times >= 200,
    },
    {
      name: 'One tick of the twin, a zone',
      goal: 'p99 < 1 ms',
      figure: spread(ticks),
      met: percentile(ticks, 0.99) < 1,
    },
    {
      name: 'Forecast of half an hour, 120 points',
      goal: 'p50 < 5 ms',
      figure: spread(forecasts),
      met: percentile(forecasts, 0.5) < 5,
    },
  ]
}
