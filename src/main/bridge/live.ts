import type { Snapshot } from '#contract/snapshot.ts'
import type { Screen } from './screen.ts'

/** One screen's live channel, over a socket or a port alike. */
export interface LiveOutlet {
  readonly screen: Screen
  sendText(text: string): void
  sendBytes(bytes: Uint8Array): void
  /** Bytes that wait to go out; a slow client drops frames and never slows the kitchen. */
  backlog(): number
}

/** More than this waiting, and telemetry frames are dropped; snapshots wait until there is room. */
const FULL = 64 * 1024

/**
 * Publishes the kitchen to its screens: snapshots whole and newest only, telemetry newest wins.
 * Remote screens never see the pairing code, nor who else was let in.
 */
export class Live {
  readonly #outlets = new Map<LiveOutlet, { owed: boolean }>()
  #snapshot: Snapshot | null = null

  /** Adds a screen, which gets the present snapshot at once. Returns its own removal. */
  attach(outlet: LiveOutlet): () => void {
    const state = { owed: false }
    this.#outlets.set(outlet, state)
    this.#deliver(outlet, state)
    return () => {
      this.#outlets.delete(outlet)
    }
  }

  publish(snapshot: Snapshot): void {
    this.#snapshot = snapshot
    for (const [outlet, state] of this.#outlets) this.#deliver(outlet, state)
  }

  telemetry(frame: Uint8Array): void {
    for (const [outlet, state] of this.#outlets) {
      if (state.owed) this.#deliver(outlet, state)
      if (outlet.backlog() < FULL) outlet.sendBytes(frame)
    }
  }

  #deliver(outlet: LiveOutlet, state: { owed: boolean }): void {
    if (this.#snapshot === null) return
    state.owed = outlet.backlog() >= FULL
    if (state.owed) return
    const { screen } = outlet
    const seen: Snapshot = { ...this.#snapshot, role: screen.role }
    outlet.sendText(JSON.stringify(screen.role === 'display' ? seen : { ...seen, pairing: null, paired: [] }))
  }
}
