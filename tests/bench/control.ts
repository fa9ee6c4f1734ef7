import { CONTROL_START, controlStep, type ControlState } from '#core/control/zone-control.ts'
import { celsius, watts } from '#core/units/quantities.ts'
import { measure } from '#main/control-bench/measure.ts'
import { POTS } from '#main/control-bench/pots.ts'
import { rows } from '#main/control-bench/rows.ts'
import { SHOWN, SHOWN_FROM } from '#main/cli/control.ts'
import { percentile, type BenchFigure } from './figure.ts'

const ZONES = 6
const TICK_GOAL = 1

/** The zone controller against its peers and the bound, and what one of its ticks costs. */
export async function benchControl(): Promise<BenchFigure[]> {
  const seeds = Array.from({ length: SHOWN }, (_, index) => SHOWN_FROM + index)
  const table = rows(POTS.flatMap((pot) => seeds.flatMap((seed) => measure(pot, seed))))
  const goals = table
    .filter(({ controller }) => controller === 'ours')
    .map((row) => ({
      name: `control: ${row.plant}, ${row.event}`,
      goal: '1.10 x bound, overshoot, peers',
      figure: `${row.seconds ?? 'never'} s, bound ${row.bound ?? '-'} s, worst ${row.worst_ratio ?? '-'} x, overshoot ${row.worst_overshoot} K, ${row.kilojoules} kJ ${row.why}`,
      met: row.goal === 'met',
    }))
  return [...goals, tick()]
}

/** Six zones that all heat, with a probe each: one tick from reading to power. */
function tick(): BenchFigure {
  const zone = { maxPower: watts(2000), maxSurface: celsius(300), diameterMm: 210, sets: 'power' as const }
  let states: readonly ControlState[] = Array.from({ length: ZONES }, () => CONTROL_START)
  const spans: number[] = []
  for (let count = 0; count < 3000; count++) {
    const warm = celsius(20 + 0.02 * count)
    const before = performance.now()
    states = states.map(
      (state, index) =>
        controlStep(state, {
          target:
            index % 2 === 0
              ? { kind: 'liquid', celsius: celsius(85) }
              : { kind: 'temperature', celsius: celsius(200) },
          surface: warm,
          probe: index % 2 === 0 ? warm : null,
          power: watts(2000),
          elapsed: 0.1,
          zone,
          boiling: celsius(100),
        }).state,
    )
    spans.push(performance.now() - before)
  }
  const half = percentile(spans, 0.5)
  return {
    name: `control: one tick for ${ZONES} zones`,
    goal: `p50 under ${TICK_GOAL} ms`,
    figure: `p50 ${half.toFixed(2)}, p99 ${percentile(spans, 0.99).toFixed(2)} ms of ${spans.length}`,
    met: half < TICK_GOAL,
  }
}
