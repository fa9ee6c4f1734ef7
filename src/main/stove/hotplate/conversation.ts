import type { ByteStream } from '../transport/stream.ts'
import { LineReader } from './line-reader.ts'
import { drained, sleep, type World } from './world.ts'

/** How one device wants to be spoken to. */
export interface Manners {
  /** What ends a line that we say. */
  readonly ending: string
  /** From one command to the next, ms. */
  readonly spacing: number
  /** An answer comes within this time or not at all, ms. */
  readonly patience: number
  /** Lines that are longer say nothing to us, characters. */
  readonly longest: number
}

/** What a line of the device means to somebody who waits; null = it is not for them. */
export type Accept<Answer> = (line: string) => Answer | null

interface Waiter {
  /** True when the line was theirs. */
  readonly take: (line: string) => boolean
  readonly giveUp: () => void
}

/**
 * Questions and answers, one after the other, each answer awaited with a time-out. `urgent` passes all of them: what
 * waits for its turn is dropped, and nothing that was begun before it says another word.
 */
export class Conversation {
  readonly #stream: ByteStream
  readonly #manners: Manners
  readonly #world: World
  readonly #reader: LineReader
  readonly #waiters = new Set<Waiter>()
  readonly #onLine: (line: string) => void
  #last: Promise<unknown> = Promise.resolve()
  /** Rises with each urgent word; whoever began under an older one keeps silent. */
  #epoch = 0
  #saidAt = -Infinity
  /** Until then what comes may be the late answer to a question that was given up. */
  #deafUntil = -Infinity

  /** `onLine` hears every sound line before whoever waits for it. */
  constructor(stream: ByteStream, manners: Manners, world: World, onLine: (line: string) => void) {
    this.#stream = stream
    this.#manners = manners
    this.#world = world
    this.#onLine = onLine
    this.#reader = new LineReader(manners.longest, (line) => {
      this.#hear(line)
    })
  }

  push(bytes: Uint8Array): void {
    this.#reader.push(bytes)
  }

  /** Asks when its turn comes; null when no sound answer came in time, or an urgent word came before. */
  ask<Answer>(text: string, accept: Accept<Answer>): Promise<Answer | null> {
    return this.#inTurn(async () => {
      const answer = await this.#exchange(text, accept)
      if (answer === null) this.#deafUntil = this.#world.clock() + this.#manners.patience
      return answer
    })
  }

  /** Says what nobody answers; false when an urgent word came before. */
  async say(text: string): Promise<boolean> {
    const said = await this.#inTurn(() => {
      this.#write(text)
      return Promise.resolve(true)
    })
    return said === true
  }

  /** Says at the next moment that the device allows, past everything that waits. */
  async urgent(text: string): Promise<void> {
    this.#epoch++
    await this.#spaced()
    this.#write(text)
  }

  /** The same, for devices that answer. */
  async urgentAsk<Answer>(text: string, accept: Accept<Answer>): Promise<Answer | null> {
    this.#epoch++
    await this.#spaced()
    return this.#exchange(text, accept)
  }

  /** Nobody waits any longer: the line is gone. */
  end(): void {
    this.#epoch++
    for (const waiter of this.#waiters) waiter.giveUp()
  }

  #inTurn<Answer>(deed: () => Promise<Answer>): Promise<Answer | null> {
    const epoch = this.#epoch
    const turn = this.#last.then(async () => {
      const deaf = this.#deafUntil - this.#world.clock()
      if (epoch === this.#epoch && deaf > 0) await sleep(this.#world, deaf)
      if (epoch === this.#epoch) await this.#spaced()
      const free = epoch === this.#epoch && (await drained(this.#stream, this.#world, this.#manners.patience))
      return free && epoch === this.#epoch ? deed() : null
    })
    this.#last = turn
    return turn
  }

  async #spaced(): Promise<void> {
    for (;;) {
      const wait = this.#saidAt + this.#manners.spacing - this.#world.clock()
      if (wait <= 0) return
      await sleep(this.#world, wait)
    }
  }

  #write(text: string): void {
    this.#saidAt = this.#world.clock()
    this.#stream.write(Buffer.from(`${text}${this.#manners.ending}`, 'latin1'))
  }

  #exchange<Answer>(text: string, accept: Accept<Answer>): Promise<Answer | null> {
    const { promise, resolve } = Promise.withResolvers<Answer | null>()
    const settle = (answer: Answer | null): void => {
      this.#waiters.delete(waiter)
      cancel()
      resolve(answer)
    }
    const waiter: Waiter = {
      take: (line) => {
        const answer = accept(line)
        if (answer !== null) settle(answer)
        return answer !== null
      },
      giveUp: () => {
        settle(null)
      },
    }
    const cancel = this.#world.timer(waiter.giveUp, this.#manners.patience)
    this.#waiters.add(waiter)
    this.#write(text)
    return promise
  }

  #hear(line: string): void {
    this.#onLine(line)
    for (const waiter of this.#waiters) if (waiter.take(line)) return
  }
}
