import { createInterface } from 'node:readline'
import { emulate, type EmulateOptions, type Emulation } from './emulate.ts'

/**
 * The emulator as a process: events as NDJSON on stdout, control commands as NDJSON on stdin, messages on stderr,
 * until SIGINT, SIGTERM or SIGHUP. Returns the exit code: 0 stopped, 1 it could not begin.
 */
export async function runEmulator(options: EmulateOptions): Promise<number> {
  const print = (event: object): void => {
    process.stdout.write(`${JSON.stringify(event)}\n`)
  }
  const outcome = await emulate(options, print)
  if (outcome.kind === 'failed') {
    print({ error: { code: outcome.code, message: outcome.detail } })
    process.stderr.write(`smarttop: ${outcome.detail}\n`)
    return 1
  }
  const { emulation } = outcome
  const ended = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => ended.resolve())
  // Who started us is gone and nobody listens any more.
  process.stdout.on('error', () => ended.resolve())
  // Whatever ends the process, the link at the path goes with it.
  process.once('exit', () => emulation.stop())
  const lines = createInterface({ input: process.stdin })
  lines.on('line', (line) => void obey(line, emulation, print))
  await ended.promise
  lines.close()
  process.stdin.destroy()
  emulation.stop()
  return 0
}

async function obey(line: string, emulation: Emulation, print: (event: object) => void): Promise<void> {
  if (line.trim() === '') return
  let command: unknown
  try {
    command = JSON.parse(line)
  } catch {
    print({ event: 'refused', at: Date.now(), detail: `not JSON: ${line.slice(0, 80)}` })
    return
  }
  await emulation.command(command)
}
