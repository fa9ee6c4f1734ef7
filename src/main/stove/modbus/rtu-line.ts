import type { World } from '../hotplate/world.ts'
import type { ByteStream } from '../transport/stream.ts'
import { answerLength, EXCEPTION_LENGTH, requestLength, type Answer, type Request } from './request.ts'
import { RtuClient } from './rtu-client.ts'

/** Start bit, eight data bits, parity or a second stop bit, stop bit. */
const BITS = 11
/** Frames are told apart by so many characters of silence (MODBUS over Serial Line V1.02, 2.5.1.1). */
const SILENT_CHARACTERS = 3.5

export interface RtuTiming {
  readonly baudRate: number
  /** Silence after an answer before the next request, ms. */
  readonly spacing: number
  /** How long an answer may take once the request is out, ms. */
  readonly patience: number
}

interface Turn {
  readonly request: Request
  /** When it was asked for. */
  readonly since: number
  readonly answer: (answer: Answer) => void
}

/**
 * Requests and answers on a line that other bytes may be on too, one exchange at a time. An urgent request goes out at
 * the next legal moment: it waits for the exchange that is on the wire and for the silence after it, and for no other.
 */
export class RtuLine {
  readonly #client: RtuClient
  readonly #stream: ByteStream
  readonly #unit: number
  readonly #timing: RtuTiming
  readonly #world: World
  #waiting: Turn[] = []
  #urgent: Turn[] = []
  #pending: Turn | null = null
  #heard: number[] = []
  #cancelPatience: () => void = () => {}
  #cancelAlarm: () => void = () => {}
  #freeAt = -Infinity
  /** Until then an answer that is late could be taken for that of another read. */
  #readableAt = -Infinity
  #over = false
  /** Bytes came that were no sound answer. */
  noisy = false

  constructor(stream: ByteStream, unit: number, timing: RtuTiming, world: World) {
    this.#client = new RtuClient(unit, (frame) => {
      stream.write(frame)
    })
    this.#stream = stream
    this.#unit = unit
    this.#timing = timing
    this.#world = world
  }

  /** Asks when its turn comes. */
  ask(request: Request): Promise<Answer> {
    return this.#queue(this.#waiting, request)
  }

  /** Asks before all others; what waits is dropped. */
  urgent(request: Request): Promise<Answer> {
    const dropped = this.#waiting.splice(0)
    for (const { answer } of dropped) answer({ kind: 'dropped' })
    return this.#queue(this.#urgent, request)
  }

  /** Bytes from the line, in pieces of any size. */
  receive(bytes: Uint8Array): void {
    // Nobody was asked: a late answer, another host, noise. The line is free again once it is silent.
    if (this.#pending === null) return this.#rest()
    this.#heard.push(...bytes)
    const answer = this.#search(this.#pending.request)
    if (answer !== null) this.#finish(answer)
  }

  /** Earlier bytes have gone out. */
  drained(): void {
    this.#pump()
  }

  /** The line is gone: nobody waits any longer. */
  end(): void {
    this.#over = true
    this.#cancelAlarm()
    this.#cancelPatience()
    const turns = [...this.#urgent.splice(0), ...this.#waiting.splice(0)]
    if (this.#pending !== null) turns.unshift(this.#pending)
    this.#pending = null
    for (const { answer } of turns) answer({ kind: 'silence' })
  }

  #queue(queue: Turn[], request: Request): Promise<Answer> {
    const { promise, resolve } = Promise.withResolvers<Answer>()
    if (this.#over) resolve({ kind: 'silence' })
    else queue.push({ request, since: this.#world.clock(), answer: resolve })
    this.#pump()
    return promise
  }

  #pump(): void {
    this.#cancelAlarm()
    const urgent = this.#urgent[0]
    const turn = urgent ?? this.#waiting[0]
    if (this.#over || this.#pending !== null || turn === undefined) return
    // Old bytes of ours still wait: only off may stand behind them.
    if (urgent === undefined && this.#stream.congested) return
    const wait = Math.ceil(this.#legalAt(turn, urgent !== undefined) - this.#world.clock())
    if (wait > 0) {
      this.#cancelAlarm = this.#world.timer(() => {
        this.#pump()
      }, wait)
      return
    }
    if (urgent === undefined) this.#waiting.shift()
    else this.#urgent.shift()
    this.#say(turn)
  }

  #legalAt({ request, since }: Turn, urgent: boolean): number {
    // A line that never falls silent does not hold off back for ever.
    if (urgent) return Math.min(this.#freeAt, since + this.#timing.patience)
    // A write may go sooner after a lost answer than a read: its answer repeats what was written.
    return request.kind === 'write' ? this.#freeAt : Math.max(this.#freeAt, this.#readableAt)
  }

  #say(turn: Turn): void {
    this.#pending = turn
    this.#heard = []
    const { request } = turn
    const onTheWire = this.#characters(requestLength(request) + answerLength(request))
    this.#cancelPatience = this.#world.timer(
      () => {
        this.#finish({ kind: this.#heard.length > 0 ? 'garbled' : 'silence' })
      },
      Math.ceil(onTheWire + this.#timing.patience),
    )
    this.#client.say(request)
  }

  /** Looks for a sound answer at every place where one could begin. */
  #search(request: Request): Answer | null {
    const heard = this.#heard
    for (let at = 0; at + EXCEPTION_LENGTH <= heard.length; at++) {
      if (heard[at] !== this.#unit) continue
      const refused = heard[at + 1] === (request.function | 0x80)
      if (!refused && heard[at + 1] !== request.function) continue
      const end = at + (refused ? EXCEPTION_LENGTH : answerLength(request, heard[at + 2]))
      if (end > heard.length) continue
      const answer = this.#client.judge(Uint8Array.from(heard.slice(at, end)))
      if (answer.kind !== 'garbled') return answer
    }
    return null
  }

  #finish(answer: Answer): void {
    const turn = this.#pending
    if (turn === null) return
    this.#cancelPatience()
    this.#pending = null
    this.#rest()
    const lost = answer.kind === 'silence' || answer.kind === 'garbled'
    if (lost) this.#readableAt = this.#world.clock() + this.#timing.patience
    if (answer.kind === 'garbled') this.noisy = true
    turn.answer(answer)
    this.#pump()
  }

  #rest(): void {
    const silence = Math.max(this.#timing.spacing, this.#characters(SILENT_CHARACTERS))
    this.#freeAt = this.#world.clock() + silence
  }

  /** How long so many characters take on the wire, ms. */
  #characters(count: number): number {
    return (count * BITS * 1000) / this.#timing.baudRate
  }
}
