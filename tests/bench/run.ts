import { cpus, hostname } from 'node:os'
import type { BenchFigure } from './figure.ts'

type Group = () => Promise<readonly BenchFigure[]>

/** Every group by name; loaded only when asked for. */
const GROUPS: Readonly<Record<string, Group>> = {
  link: async () => (await import('./link-decoder.ts')).benchLinkDecoder(),
  supervisor: async () => (await import('./supervisor.ts')).benchSupervisor(),
  twin: async () => (await import('./twin.ts')).benchTwin(),
  virtual: async () => (await import('./virtual-stove.ts')).benchVirtualStove(),
  store: async () => (await import('./store.ts')).benchStore(),
  bundle: async () => (await import('./bundle.ts')).benchBundle(),
  start: async () => (await import('./start.ts')).benchStart(),
  stop: async () => (await import('./stop.ts')).benchStop(),
  telemetry: async () => (await import('./telemetry.ts')).benchTelemetry(),
  control: async () => (await import('./control.ts')).benchControl(),
  scene: async () => (await import('./scene.ts')).benchScene(),
}

const words = process.argv.slice(2)
const unknown = words.filter((word) => !word.startsWith('--') && !(word in GROUPS))
if (unknown.length > 0) {
  process.stderr.write(
    `bench: there is no group ${unknown.join(', ')}; there are: ${Object.keys(GROUPS).join(', ')}\n`,
  )
  process.exit(2)
}
const wanted = words.filter((word) => word in GROUPS)
const figures: BenchFigure[] = []
console.log(`${hostname()}: ${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}\n`)
for (const [name, group] of Object.entries(GROUPS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  process.stderr.write(`${name} ...\n`)
  figures.push(...(await group()))
}
const width = (pick: (figure: BenchFigure) => string): number =>
  Math.max(...figures.map((each) => pick(each).length))
const nameWidth = width((each) => each.name)
const goalWidth = width((each) => each.goal)
for (const { name, goal, figure, met } of figures) {
  console.log(`${met ? 'ok  ' : 'MISS'}  ${name.padEnd(nameWidth)}  ${goal.padEnd(goalWidth)}  ${figure}`)
}
process.exit(figures.every((each) => each.met) ? 0 : 1)
