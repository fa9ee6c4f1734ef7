import { Hob } from '#main/stove/virtual/physics/hob.ts'
import { parseOptions } from '#main/stove/virtual/options.ts'
import { VirtualStove } from '#main/stove/virtual/virtual-stove.ts'
import { setPan } from '#main/stove/virtual/scene.ts'
import type { BenchFigure } from './figure.ts'

const SPEED = 20
/** Share of one core that four zones may take at 20x. */
const GOAL = 0.25

/** CPU of this process while `work` runs, ms. */
function cpu(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** What the virtual stove costs: four zones that all heat, physics at 20x. */
export async function benchVirtualStove(): Promise<BenchFigure[]> {
  const parsed = parseOptions({ speed: String(SPEED), scene: 'demo' })
  if (parsed.kind === 'bad') throw new Error(parsed.detail)
  const hob = new Hob(parsed.options)
  for (const setting of parsed.options.pans) setPan(hob, setting)
  for (const zone of hob.zones) zone.command(600)
  hob.run(20)
  const seconds = 1000
  const physics = cpu(() => hob.run(seconds)) / ((seconds / SPEED) * 1000)

  const wallSeconds = 50
  const stove = new VirtualStove(parsed.options, 0)
  const whole =
    cpu(() => {
      for (let now = 10; now <= wallSeconds * 1000; now += 10) stove.tick(now)
    }) /
    (wallSeconds * 1000)
  const percent = (share: number): string => `${(100 * share).toFixed(1)} % of a core`
  const goal = `under ${100 * GOAL} % of a core`
  return [
    {
      name: 'virtual stove: physics of 4 heating zones at 20x',
      goal,
      figure: percent(physics),
      met: physics < GOAL,
    },
    { name: 'virtual stove: whole device at 20x, idle', goal, figure: percent(whole), met: whole < GOAL },
  ]
}
