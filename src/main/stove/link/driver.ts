import { randomInt } from 'node:crypto'
import type { Watts } from '#core/units/quantities.ts'
import type { Stove, StoveEvent, StoveListener, StoveOpening } from '../stove.ts'
import type { ByteStream } from '../transport/stream.ts'
import { decodeDeviceMessage } from './device-codec.ts'
import { FrameDecoder, type FrameCounters } from './frame.ts'
import { encodeHostMessage } from './host-codec.ts'
import { greet, step, wakeAt } from './machine.ts'
import {
  LINK_TIMES,
  type LinkAction,
  type LinkInput,
  type LinkState,
  type LinkStep,
  type LinkTimes,
} from './machine-types.ts'
import { SEQUENCE_MODULUS, UPTIME_MODULUS } from './limits.ts'
import { ThermalAssembly } from './thermal-assembly.ts'

/** What the driver takes from the world around it; tests bring their own. */
export interface LinkOptions {
  readonly times: LinkTimes
  /** Milliseconds that never go back. */
  readonly clock: () => number
  /** Calls `wake` once after `ms`; returns what cancels it. */
  readonly timer: (wake: () => void, ms: number) => () => void
  /** A whole number from `least` up to, not including, `end`. */
  readonly random: (least: number, end: number) => number
}

const WORLD: LinkOptions = {
  times: LINK_TIMES,
  clock: () => performance.now(),
  timer: (wake, ms) => {
    const handle = setTimeout(wake, ms)
    return () => {
      clearTimeout(handle)
    }
  },
  random: randomInt,
}

/** What the line has been through, for the people who look for a bad cable. */
interface LinkCounters extends FrameCounters {
  /** Commands that the device refused. */
  readonly refused: number
  /** Reports that were held up on the line by more than half a second, and not passed on. */
  readonly lateReports: number
  /** Reports that came twice or out of order. */
  readonly droppedReports: number
  /** Sound frames of a known type that say what cannot be. */
  readonly malformed: number
}

export interface LinkStove extends Stove {
  readonly counters: LinkCounters
}

export type LinkOpening =
  | { readonly kind: 'open'; readonly stove: LinkStove }
  | Extract<StoveOpening, { kind: 'failed' }>

/** Greets the device at the other end of a line that has just been opened. Off goes out before anything else. */
export function openLink(
  stream: ByteStream,
  listener: StoveListener,
  options: Partial<LinkOptions> = {},
): Promise<LinkOpening> {
  const runner = new LinkRunner(stream, listener, { ...WORLD, ...options })
  return runner.open()
}

/** Carries out what the machine decides. */
class LinkRunner {
  readonly #stream: ByteStream
  readonly #listener: StoveListener
  readonly #options: LinkOptions
  readonly #decoder: FrameDecoder
  readonly #pictures = new ThermalAssembly()
  readonly #greeting: LinkStep
  #state: LinkState
  #malformed = 0
  /** What happened before whoever opens us holds the stove; null from then on. */
  #early: StoveEvent[] | null = []
  #cancel: (() => void) | null = null
  #wakes = Infinity
  readonly #opened = Promise.withResolvers<LinkOpening>()
  #ended: Promise<void> | null = null
  readonly #gone = Promise.withResolvers<void>()

  constructor(stream: ByteStream, listener: StoveListener, options: LinkOptions) {
    this.#stream = stream
    this.#listener = listener
    this.#options = options
    this.#decoder = new FrameDecoder((body) => {
      this.#hear(body)
    })
    const { random, clock, times } = options
    this.#greeting = greet(random(1, UPTIME_MODULUS), random(0, SEQUENCE_MODULUS), clock(), times)
    this.#state = this.#greeting.state
  }

  open(): Promise<LinkOpening> {
    this.#take(this.#greeting)
    this.#stream.listen({
      onData: (bytes) => {
        this.#decoder.push(bytes)
      },
      onDrain: () => {
        this.#input({ type: 'tick' })
      },
      onEnd: ({ reason, detail }) => {
        this.#input({ type: 'ended', reason, detail })
      },
    })
    return this.#opened.promise
  }

  #hear(body: Uint8Array): void {
    const heard = decodeDeviceMessage(body)
    if (heard.kind === 'message') return this.#input({ type: 'message', message: heard.message })
    if (heard.kind === 'malformed') this.#malformed++
    this.#input({ type: 'other-frame' })
  }

  #input(input: LinkInput): void {
    const moment = { at: this.#options.clock(), congested: this.#stream.congested }
    this.#take(step(this.#state, input, moment))
  }

  #take({ state, actions }: LinkStep): void {
    this.#state = state
    for (const action of actions) this.#act(action)
    this.#setAlarm()
  }

  #act(action: LinkAction): void {
    switch (action.type) {
      case 'send':
        this.#stream.write(encodeHostMessage(action.message))
        break
      case 'opened':
        this.#opened.resolve({ kind: 'open', stove: this.#stove(action.description) })
        this.#options.timer(() => {
          const early = this.#early ?? []
          this.#early = null
          for (const event of early) this.#listener(event)
        }, 0)
        break
      case 'failed':
        this.#opened.resolve({ kind: 'failed', reason: action.reason, detail: action.detail })
        break
      case 'emit':
        this.#tell(action.event)
        break
      case 'picture-rows': {
        const frame = this.#pictures.add(action.rows)
        if (frame !== null) this.#tell({ type: 'thermal', frame })
        break
      }
      case 'hang-up':
        this.#ended ??= this.#stream.close()
        this.#gone.resolve(this.#ended)
        break
    }
  }

  /** Nobody hears from a stove before they have it: a `lost` would be missed. */
  #tell(event: StoveEvent): void {
    if (this.#early === null) this.#listener(event)
    else this.#early.push(event)
  }

  /** One timer at a time, moved only when the machine wants to be woken earlier or the old one is used up. */
  #setAlarm(): void {
    const wakes = wakeAt(this.#state)
    if (this.#cancel !== null && this.#wakes <= wakes && wakes !== Infinity) return
    this.#cancel?.()
    this.#cancel = null
    if (wakes === Infinity) return
    this.#wakes = wakes
    const ms = Math.max(0, Math.ceil(wakes - this.#options.clock()))
    this.#cancel = this.#options.timer(() => {
      this.#cancel = null
      this.#input({ type: 'tick' })
    }, ms)
  }

  #stove(description: Stove['description']): LinkStove {
    const counters = (): LinkCounters => ({
      ...this.#decoder.counters,
      refused: this.#state.refused,
      lateReports: this.#state.lateReports,
      droppedReports: this.#state.droppedReports,
      malformed: this.#malformed,
    })
    return {
      description,
      heat: (demand: readonly Watts[]) => {
        this.#input({ type: 'heat', demand })
      },
      off: () => {
        this.#input({ type: 'off' })
      },
      close: () => {
        this.#input({ type: 'close' })
        return this.#gone.promise
      },
      get counters() {
        return counters()
      },
    }
  }
}
