import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const CLI = fileURLToPath(new URL('../../../../src/main/cli.ts', import.meta.url))

type Line = Readonly<Record<string, unknown>>

/** An emulator in a process of its own, with all that it has said. */
export interface Emulator {
  readonly said: readonly Line[]
  /** The first line, said or to come, that fits. */
  until(fits: (line: Line) => boolean): Promise<Line>
  command(command: object): void
  /** Its exit code, once it has ended by itself. */
  readonly exit: Promise<number | null>
  /** Ends it by a signal and waits for its exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>
}

export function startEmulator(args: readonly string[]): Emulator {
  const child = spawn(process.execPath, [CLI, 'stove', 'emulate', ...args], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const said: Line[] = []
  const waiting = new Set<() => void>()
  const exited = Promise.withResolvers<number | null>()
  let gone = false
  child.on('exit', (code) => {
    gone = true
    exited.resolve(code)
    for (const look of waiting) look()
  })
  createInterface({ input: child.stdout }).on('line', (line) => {
    said.push(JSON.parse(line) as Line)
    for (const look of waiting) look()
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return {
    said,
    exit: exited.promise,
    until: async (fits) => {
      const { promise, resolve, reject } = Promise.withResolvers<Line>()
      const look = (): void => {
        const found = said.find(fits)
        if (found !== undefined) resolve(found)
        else if (gone) reject(new Error(`the emulator ended; it had said ${JSON.stringify(said)}`))
      }
      waiting.add(look)
      look()
      return promise.finally(() => waiting.delete(look))
    },
    command: (command) => {
      child.stdin.write(`${JSON.stringify(command)}\n`)
    },
    end: (signal = 'SIGTERM') => {
      child.kill(signal)
      return exited.promise
    },
  }
}
