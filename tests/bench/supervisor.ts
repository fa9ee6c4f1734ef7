import { performance } from 'node:perf_hooks'
import { milliseconds } from '#core/units/quantities.ts'
import { step } from '#core/safety/supervisor.ts'
import { KitchenRig, power } from '../core/safety/support/kitchen-rig.ts'
import { percentile, spread, type BenchFigure } from './figure.ts'

const ROUNDS = 3000
const WARM_UP = 500

/** What the laws cost: one report with its renewal, and STOP, with six zones that all heat. */
export async function benchSupervisor(): Promise<BenchFigure[]> {
  const rig = KitchenRig.ready({}, 6)
  for (let zone = 0; zone < 6; zone++) rig.touch(power(0.2 + zone / 10), zone)
  rig.run(2000)
  const reports: number[] = []
  const stops: number[] = []
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    rig.at += 100
    rig.toy.pass(100)
    const report = rig.toy.report()
    const began = performance.now()
    rig.happen({ type: 'report', report })
    const heard = performance.now()
    step(rig.state, { type: 'stop', zone: null, by: 'bench', at: milliseconds(rig.at) })
    const stopped = performance.now()
    if (round >= WARM_UP) {
      reports.push(heard - began)
      stops.push(stopped - heard)
    }
    rig.happen({ type: 'tick' })
    if (round % 20 === 0) rig.happen({ type: 'display-beat', display: 'hob', touched: true })
  }
  return [
    {
      name: 'supervisor: a report of six zones through all laws',
      goal: 'p99 under 5 ms',
      figure: spread(reports),
      met: percentile(reports, 0.99) < 5,
    },
    {
      name: 'supervisor: STOP to the off command',
      goal: 'p99 under 5 ms',
      figure: spread(stops),
      met: percentile(stops, 0.99) < 5,
    },
  ]
}
