import type { StoveDescription } from '#core/stove/stove.ts'
import { milliseconds } from '#core/units/quantities.ts'
import type { OpenStove, Stove, StoveEvent, StoveProblemCode } from '#main/stove/stove.ts'
import type { ConnectionState } from './protocol.ts'
import type { SupervisorClock } from './steady-clock.ts'

export interface LineListener {
  /** A new stove is there; `off` must be the first thing it hears. */
  connected(description: StoveDescription): void
  event(event: Exclude<StoveEvent, { type: 'lost' }>): void
  lost(reason: StoveProblemCode): void
  state(state: ConnectionState): void
  /** The time, on the clock of the laws. */
  now(): number
}

/** Tries again after half a second, then twice as long each time, up to ten seconds, for ever. */
const FIRST_RETRY = 500
const LONGEST_RETRY = 10_000
/** A connection that lived so long ends the row of failures. */
const PROVEN = 10_000
/** No driver may think about it for longer. */
const OPENING = 15_000
/** A stove that takes longer to give its line back is left to itself. */
const CLOSING = 2000

/**
 * The line to one address: opens it, opens it again for ever when it is lost, and never lets two connections live at
 * once. Each connection is a new object (law 12); what an old one still says is not heard any more.
 */
export class Line {
  readonly #open: OpenStove
  readonly #clock: SupervisorClock
  readonly #listener: LineListener
  #address: string | null = null
  /** Rises with every attempt; whatever belongs to an older one is stale. */
  #attempt = 0
  #failures = 0
  #connectedAt: number | null = null
  #stove: Stove | null = null
  #known: StoveDescription | null = null
  #cancel: () => void = () => {}
  #closing: Promise<void> = Promise.resolve()

  constructor(open: OpenStove, clock: SupervisorClock, listener: LineListener) {
    this.#open = open
    this.#clock = clock
    this.#listener = listener
  }

  get stove(): Stove | null {
    return this.#stove
  }

  connect(address: string): void {
    if (address !== this.#address) this.#known = null
    this.#leave()
    this.#address = address
    this.#failures = 0
    this.#try()
  }

  disconnect(): Promise<void> {
    this.#leave()
    this.#address = null
    this.#listener.state({ kind: 'idle' })
    return this.#closing
  }

  /** The stove has been silent for too long, whatever its driver believes. */
  giveUp(): void {
    if (this.#stove !== null) this.#lost('silent', 'no report came')
  }

  #leave(): void {
    this.#attempt += 1
    this.#cancel()
    this.#drop()
  }

  #drop(): void {
    const stove = this.#stove
    this.#stove = null
    this.#connectedAt = null
    if (stove === null) return
    let enough = (): void => {}
    const patience = new Promise<void>((resolve) => {
      enough = this.#clock.after(CLOSING, resolve)
    })
    const closed = stove.close().catch(() => {})
    // A timer left running would keep the process from ending.
    this.#closing = Promise.race([closed, patience]).then(() => enough())
  }

  #try(): void {
    const address = this.#address
    if (address === null) return
    const attempt = ++this.#attempt
    this.#listener.state({ kind: 'connecting', address, attempt: this.#failures + 1 })
    this.#cancel = this.#clock.after(OPENING, () => {
      if (attempt === this.#attempt) this.#fail('no-answer', 'the driver did not finish opening')
    })
    void this.#closing
      .then(() => (attempt === this.#attempt ? this.#openNow(address, attempt) : undefined))
      .catch((error: unknown) => {
        if (attempt === this.#attempt) this.#fail('port-failed', String(error))
      })
  }

  async #openNow(address: string, attempt: number): Promise<void> {
    let early: { readonly reason: StoveProblemCode; readonly detail: string } | null = null
    const opening = await this.#open(address, (event) => {
      if (attempt !== this.#attempt) return
      if (event.type !== 'lost') this.#listener.event(event)
      else if (this.#stove === null) early = event
      else this.#lost(event.reason, event.detail)
    })
    if (attempt !== this.#attempt) {
      if (opening.kind === 'open') await opening.stove.close()
      return
    }
    if (opening.kind === 'failed') return this.#fail(opening.reason, opening.detail)
    this.#cancel()
    const { stove } = opening
    this.#stove = stove
    this.#known = stove.description
    this.#connectedAt = this.#listener.now()
    this.#listener.connected(stove.description)
    this.#listener.state({ kind: 'connected', address, stove: stove.description })
    const gone = early as { readonly reason: StoveProblemCode; readonly detail: string } | null
    if (gone !== null) this.#lost(gone.reason, gone.detail)
  }

  #lost(reason: StoveProblemCode, detail: string): void {
    if (this.#connectedAt !== null && this.#listener.now() - this.#connectedAt >= PROVEN) this.#failures = 0
    this.#drop()
    this.#listener.lost(reason)
    this.#fail(reason, detail)
  }

  #fail(reason: StoveProblemCode, detail: string): void {
    const address = this.#address
    if (address === null) return
    this.#attempt += 1
    this.#cancel()
    const wait = Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** Math.min(this.#failures, 10))
    this.#failures += 1
    const retryAt = milliseconds(this.#listener.now() + wait)
    this.#listener.state({ kind: 'lost', address, reason, detail, retryAt, stove: this.#known })
    this.#cancel = this.#clock.after(wait, () => this.#try())
  }
}
