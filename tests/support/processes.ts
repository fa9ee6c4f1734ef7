import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const CLI = resolve(import.meta.dirname, '../../src/main/cli.ts')

/** A line of JSON that a process printed. */
export type Line = Readonly<Record<string, unknown>>

/** A command of ours running as a process of its own, whose lines of JSON can be waited for. */
export class Running {
  readonly child: ChildProcess
  readonly lines: Line[] = []
  readonly #waiting = new Set<{ fits: (line: Line) => boolean; done: (line: Line) => void }>()
  #stderr = ''

  constructor(args: readonly string[]) {
    this.child = spawn(process.execPath, [CLI, ...args], { stdio: ['pipe', 'pipe', 'pipe'] })
    this.child.stderr?.on('data', (part: Buffer) => {
      this.#stderr += part.toString()
    })
    createInterface({ input: this.child.stdout! }).on('line', (text) => {
      const line = JSON.parse(text) as Line
      this.lines.push(line)
      for (const waiter of this.#waiting) {
        if (!waiter.fits(line)) continue
        this.#waiting.delete(waiter)
        waiter.done(line)
      }
    })
  }

  get stderr(): string {
    return this.#stderr
  }

  /** The first line from index `from` on that fits, whether it was printed already or comes later. */
  line(fits: (line: Line) => boolean, from = 0): Promise<Line> {
    const there = this.lines.slice(from).find(fits)
    if (there !== undefined) return Promise.resolve(there)
    return new Promise((done, fail) => {
      const gone = (): void => fail(new Error(`the process ended while a line was awaited: ${this.#stderr}`))
      this.child.once('exit', gone)
      this.#waiting.add({
        fits,
        done: (line) => {
          this.child.off('exit', gone)
          done(line)
        },
      })
    })
  }

  /** Sends one line of JSON to its stdin. */
  tell(command: Line): void {
    this.child.stdin?.write(`${JSON.stringify(command)}\n`)
  }

  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null)
      return Promise.resolve(this.child.exitCode)
    return new Promise((done) => {
      this.child.once('exit', (code) => done(code))
      this.child.kill(signal)
    })
  }
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'smarttop-e2e-'))

/** The kitchen as `smarttop start` runs it, on 127.0.0.1; port 0 = a free one. Resolves once it serves. */
export async function startKitchen(
  stove: string,
  data = temporaryFolder(),
  port = 0,
): Promise<{ running: Running; url: string; data: string }> {
  const running = new Running([
    'start',
    '--no-open',
    '--port',
    String(port),
    '--stove',
    stove,
    '--data',
    data,
  ])
  const line = await running.line((candidate) => typeof candidate['url'] === 'string')
  return { running, url: String(line['url']), data }
}

/** `smarttop stove emulate` behind a pseudo-terminal. Resolves once the terminal is linked. */
export async function startEmulator(
  path: string,
  options: {
    readonly speed?: number
    readonly seed?: number
    readonly faults?: readonly string[]
    /** Further options of the command, as `--driver=namur`. */
    readonly more?: readonly string[]
  } = {},
): Promise<Running> {
  const { speed = 1, seed = 1, faults = [], more = [] } = options
  const running = new Running([
    'stove',
    'emulate',
    `--pty=${path}`,
    `--speed=${speed}`,
    `--seed=${seed}`,
    ...faults.flatMap((fault) => ['--fault', fault]),
    ...more,
  ])
  await running.line((line) => line['event'] === 'ready')
  return running
}
