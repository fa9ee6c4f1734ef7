import { LineReader } from '../hotplate/line-reader.ts'
import { drained, type World } from '../hotplate/world.ts'
import type { ByteStream } from '../transport/stream.ts'
import { numbered } from './frame.ts'

/** Marlin's own longest line. */
const LONGEST_LINE = 512
/** An `ok` comes at once for what we say; a machine that moves or homes takes longer, and says that it is busy. */
const PATIENCE = 700
/** Lines that may be asked for again. */
const HISTORY = 16
const OK = /^ok\b/
/** M105 puts its answer behind its `ok`: no other line's `ok` can pass for it. */
export const TEMPERATURES = /^ok\s+[TB]\d?:/
const LAST_NUMBER = 1_000_000

interface Waiter {
  /** What ends the wait. */
  readonly answer: RegExp
  readonly settle: (ok: boolean) => void
}

/**
 * Numbered lines to a Marlin, each answered by `ok`; what arrived damaged is asked for again by its number. One line is
 * on its way at a time, but `urgent` waits for nobody: the machine takes some lines ahead.
 */
export class GcodeChannel {
  readonly #stream: ByteStream
  readonly #world: World
  readonly #reader: LineReader
  readonly #onLine: (line: string) => void
  readonly #said = new Map<number, string>()
  #waiting: Waiter[] = []
  #last: Promise<unknown> = Promise.resolve()
  /** Rises with each urgent line: what was to be said before is not said any more. */
  #epoch = 0
  #number = 0

  constructor(stream: ByteStream, world: World, onLine: (line: string) => void) {
    this.#stream = stream
    this.#world = world
    this.#onLine = onLine
    this.#reader = new LineReader(LONGEST_LINE, (line) => {
      this.#hear(line)
    })
  }

  push(bytes: Uint8Array): void {
    this.#reader.push(bytes)
  }

  /** True once the machine has taken the line; false when it did not in time, or when something urgent came before. */
  send(command: string, answer = OK): Promise<boolean> {
    const epoch = this.#epoch
    const turn = this.#last.then(async () => {
      const free = epoch === this.#epoch && (await drained(this.#stream, this.#world, PATIENCE))
      return free && epoch === this.#epoch ? this.#exchange(command, answer) : false
    })
    this.#last = turn
    return turn
  }

  urgent(command: string): Promise<boolean> {
    this.#epoch++
    return this.#exchange(command, OK)
  }

  /** The first word of all, without a number: nobody knows yet how far the machine has counted. */
  first(command: string): Promise<boolean> {
    return this.#await(OK, () => {
      this.raw(command)
    })
  }

  /** A line without a number, which nobody waits for: what a machine in any state understands. */
  raw(command: string): void {
    this.#stream.write(Buffer.from(`${command}\n`, 'latin1'))
  }

  /** Begins to count anew, on both sides. */
  restart(): Promise<boolean> {
    this.#said.clear()
    this.#number = -1
    return this.send('M110 N0')
  }

  end(): void {
    this.#epoch++
    this.#giveUp()
  }

  #exchange(command: string, answer: RegExp): Promise<boolean> {
    return this.#await(answer, () => {
      const number = (this.#number = (this.#number + 1) % LAST_NUMBER)
      const line = numbered(number, command)
      this.#said.set(number, line)
      this.#said.delete(number - HISTORY)
      this.raw(line)
    })
  }

  #await(answer: RegExp, say: () => void): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    const waiter: Waiter = {
      answer,
      settle: (ok) => {
        this.#waiting = this.#waiting.filter((other) => other !== waiter)
        cancel()
        resolve(ok)
      },
    }
    // A late `ok` could pass for another line's: with one that is given up, all are.
    const cancel = this.#world.timer(() => {
      this.#giveUp()
    }, PATIENCE)
    this.#waiting.push(waiter)
    say()
    return promise
  }

  #giveUp(): void {
    for (const waiter of this.#waiting) waiter.settle(false)
  }

  #hear(line: string): void {
    this.#onLine(line)
    const again = /^(?:Resend|rs):?\s*N?(\d{1,7})/i.exec(line)
    if (again !== null) this.#repeat(Number(again[1]))
    else if (this.#waiting[0]?.answer.test(line) === true) this.#waiting[0].settle(true)
  }

  /** From the line that is missing on. What is too old to know is counted over. */
  #repeat(from: number): void {
    if (!this.#said.has(from)) {
      this.#giveUp()
      this.raw(numbered(this.#number, `M110 N${this.#number}`))
      return
    }
    for (let number = from; number <= this.#number; number++) {
      const line = this.#said.get(number)
      if (line !== undefined) this.raw(line)
    }
  }
}
