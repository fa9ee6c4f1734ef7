import type { Line, Running } from './processes.ts'

const PATIENCE_MS = 30_000

interface ZoneTruth {
  readonly watts: number
  readonly commanded: number
  readonly glass: number
  readonly pan: { readonly mean: number; readonly waterCelsius: number | null } | null
}

interface Truth {
  /** Seconds of physics since the start. */
  readonly time: number
  readonly zones: readonly ZoneTruth[]
}

/** The stove's own side: what really flows, told by the emulator and not by the kitchen. */
export class Emulator {
  readonly address: string
  readonly #running: Running

  constructor(running: Running, address: string) {
    this.#running = running
    this.address = address
  }

  get lines(): readonly Line[] {
    return this.#running.lines
  }

  /** Place in the story told so far: what is awaited from here on is new. */
  get now(): number {
    return this.#running.lines.length
  }

  event(name: string, from = 0): Promise<Line> {
    return this.#line(name, (line) => line['event'] === name, from)
  }

  /** What never comes fails the test with a word of what was awaited. */
  async #line(what: string, fits: (line: Line) => boolean, from: number): Promise<Line> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(new Error(`the stove never told of: ${what}`)), PATIENCE_MS)
    })
    try {
      return await Promise.race([this.#running.line(fits, from), late])
    } finally {
      clearTimeout(timer)
    }
  }

  /** The next moment from `from` on at which a zone begins to draw power, or ends. */
  power(zone: number, on: boolean, from = 0): Promise<Line> {
    return this.#line(
      `zone ${zone} ${on ? 'begins to draw' : 'ends drawing'} power`,
      (line) => line['event'] === 'heat' && line['zone'] === zone && Number(line['watts']) > 0 === on,
      from,
    )
  }

  /** Every beginning of heat that was told from `from` on. */
  heatedSince(from: number): readonly Line[] {
    return this.#running.lines
      .slice(from)
      .filter((line) => line['event'] === 'heat' && Number(line['watts']) > 0)
  }

  /** A hand at the stove itself: see the commands of the emulator. */
  async hand(command: Line): Promise<void> {
    const from = this.now
    this.#running.tell(command)
    const answer = await this.#line(
      'the answer of the hand',
      (line) => line['event'] === 'refused' || line['event'] === 'done',
      from,
    )
    if (answer['event'] === 'refused') throw new Error(String(answer['detail']))
  }

  async cable(name: 'unplug' | 'plug'): Promise<Line> {
    const from = this.now
    this.#running.tell({ command: name })
    return this.event(name === 'plug' ? 'plugged' : 'unplugged', from)
  }

  /** What really is now. */
  async truth(): Promise<Truth> {
    const from = this.now
    this.#running.tell({ command: 'state' })
    const { time, zones } = await this.event('state', from)
    return { time: time as number, zones: zones as readonly ZoneTruth[] }
  }

  /** Real power of each zone now, W. */
  async watts(): Promise<readonly number[]> {
    return (await this.truth()).zones.map(({ watts }) => watts)
  }
}
