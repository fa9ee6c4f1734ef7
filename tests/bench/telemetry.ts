import { readFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Running, startKitchen } from '../support/processes.ts'
import { percentile, spread, type BenchFigure } from './figure.ts'
import { HeadlessDisplay } from '../support/headless-display.ts'

/** A report of six zones is longer than this, an acknowledgement shorter. */
const REPORT_BYTES = 60
const MEASURED_S = 60
const TICKS_PER_S = 100

/** A line that notes when the stove's newest report went through it. */
async function tapTo(port: number): Promise<{ port: number; reportAt: () => number; close: () => void }> {
  let reportAt = 0
  const server = createServer((host) => {
    const stove = connect(port, '127.0.0.1')
    stove.on('data', (bytes) => {
      if (bytes.length >= REPORT_BYTES) reportAt = performance.now()
      host.write(bytes)
    })
    host.on('data', (bytes) => stove.write(bytes))
    host.on('close', () => stove.destroy())
    stove.on('close', () => host.destroy())
    host.on('error', () => stove.destroy())
    stove.on('error', () => host.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    reportAt: () => reportAt,
    close: () => server.close(),
  }
}

/** A process and those that it started, theirs included (Linux). */
function familyOf(pid: number): readonly number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
  return [pid, ...children.flatMap((child) => familyOf(Number(child)))]
}

/**
 * What the kitchen and its supervisor have used together: processor seconds so far, and memory in MB as the
 * proportional set size, in which pages that several processes share count once.
 */
function usage(kitchen: number): { readonly seconds: number; readonly megabytes: number } {
  const family = familyOf(kitchen)
  if (family.length < 2) throw new Error('the supervisor is not there')
  const each = family.map((pid) => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    const pss = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]
    if (pss === undefined) throw new Error(`the memory of process ${pid} cannot be read`)
    return { ticks: Number(stat[11]) + Number(stat[12]), kilobytes: Number(pss) }
  })
  const sum = (pick: (one: (typeof each)[number]) => number): number =>
    each.reduce((total, one) => total + pick(one), 0)
  return {
    seconds: sum(({ ticks }) => ticks) / TICKS_PER_S,
    megabytes: sum(({ kilobytes }) => kilobytes) / 1024,
  }
}

export async function benchTelemetry(): Promise<readonly BenchFigure[]> {
  if (process.platform !== 'linux') return []
  const soakMinutes = process.argv.includes('--long') ? 30 : 3
  const emulator = new Running(['stove', 'emulate', '--tcp', '0', '--zones', '6', '--speed', '20'])
  const ready = await emulator.line((line) => line['event'] === 'ready')
  const tap = await tapTo(Number(String(ready['address']).split(':').at(-1)))
  const { running: kitchen, url } = await startKitchen(`tcp:127.0.0.1:${tap.port}`)
  const display = await HeadlessDisplay.enter(url)
  await display.until((snapshot) => snapshot.connection.kind === 'connected')
  await display.client.settings.update({ setUp: true, sounds: false })
  const [recipe] = (await display.client.recipe.list()).filter((each) => each.zones === 1)
  const full = await display.client.recipe.get({ id: recipe!.id })
  await display.client.cook.start({
    recipe: recipe!.id,
    servings: recipe!.servings,
    zones: { [full!.zones[0]!.id]: 0 },
  })

  const latencies: number[] = []
  const before = usage(kitchen.child.pid!)
  const stop = display.onFrame(() => latencies.push(performance.now() - tap.reportAt()))
  await pause(MEASURED_S * 1000)
  stop()
  const after = usage(kitchen.child.pid!)
  const share = ((after.seconds - before.seconds) / MEASURED_S) * 100

  const memory: number[] = []
  for (let minute = 0; minute < soakMinutes; minute++) {
    await pause(60_000)
    memory.push(usage(kitchen.child.pid!).megabytes)
  }
  display.leave()
  await kitchen.stop()
  await emulator.stop()
  tap.close()

  const growth = memory.at(-1)! - memory[0]!
  return [
    {
      name: 'Telemetry byte in to frame at a screen, 6 zones, 10 Hz, a cook recorded',
      goal: 'p99 < 20 ms',
      figure: spread(latencies),
      met: percentile(latencies, 0.99) < 20,
    },
    {
      name: 'Processor of kitchen and supervisor meanwhile',
      goal: '< 5 % of a core',
      figure: `${share.toFixed(1)} % over ${MEASURED_S} s`,
      met: share < 5,
    },
    {
      name: `Memory of kitchen and supervisor (PSS), ${soakMinutes} min at 20x`,
      goal: '< 200 MB, flat',
      figure: `${Math.max(...memory).toFixed(0)} MB at most, ${growth >= 0 ? '+' : ''}${growth.toFixed(1)} MB from the first minute to the last`,
      met: Math.max(...memory) < 200 && growth < 10,
    },
  ]
}
