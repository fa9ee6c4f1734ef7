import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { temporaryFolder } from '../support/processes.ts'
import { spread, type BenchFigure } from './figure.ts'
import { HeadlessDisplay } from '../support/headless-display.ts'

const ROOT = join(import.meta.dirname, '../..')

/** From `npm start` on a built tree to the first telemetry frame at a screen. */
async function timeOneStart(): Promise<number> {
  const begun = performance.now()
  const args = ['start', '--', '--no-open', '--port', '0', '--data', temporaryFolder()]
  const child = spawn('npm', args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'], detached: true })
  let url = ''
  for await (const line of createInterface({ input: child.stdout! })) {
    if (!line.startsWith('{"url"')) continue
    url = (JSON.parse(line) as { url: string }).url
    break
  }
  const display = await HeadlessDisplay.enter(url)
  await new Promise<void>((resolve) => display.onFrame(() => resolve()))
  const taken = performance.now() - begun
  display.leave()
  process.kill(-child.pid!, 'SIGTERM')
  await once(child, 'exit')
  return taken
}

export async function benchStart(): Promise<readonly BenchFigure[]> {
  const samples: number[] = []
  for (let round = 0; round < 5; round++) samples.push(await timeOneStart())
  return [
    {
      name: 'npm start on a built tree to first telemetry',
      goal: '< 3000 ms',
      figure: spread(samples),
      met: Math.max(...samples) < 3000,
    },
  ]
}
