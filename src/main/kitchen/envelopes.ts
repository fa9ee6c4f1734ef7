import { NOTHING, union, type Envelope } from '#core/program/envelope.ts'
import type { EnvelopeZone } from '#core/safety/settings.ts'
import type { ZoneId } from '#core/stove/stove.ts'
import type { ToSupervisor } from '#main/supervisor/protocol.ts'

/**
 * What was accepted of the zones, by the cook and by programs of their own, told to the supervisor as one (law 6).
 */
export class Envelopes {
  readonly #send: (message: ToSupervisor) => void
  #cook: readonly EnvelopeZone[] | null = null
  readonly #programs = new Map<ZoneId, Envelope>()

  constructor(send: (message: ToSupervisor) => void) {
    this.#send = send
  }

  /** Null = the cook is over. */
  setCook(envelope: readonly EnvelopeZone[] | null, by: string): void {
    this.#cook = envelope
    this.#tell(by)
  }

  setProgram(zone: ZoneId, envelope: Envelope, by: string): void {
    if (envelope === (this.#programs.get(zone) ?? NOTHING)) return
    if (envelope === NOTHING) this.#programs.delete(zone)
    else this.#programs.set(zone, envelope)
    this.#tell(by)
  }

  #tell(by: string): void {
    const zones = new Map<ZoneId, Envelope>(this.#programs)
    for (const { zone, ...most } of this.#cook ?? []) zones.set(zone, union(most, zones.get(zone) ?? NOTHING))
    const envelope = [...zones]
      .toSorted(([a], [b]) => a - b)
      .map(([zone, most]): EnvelopeZone => ({ zone, ...most }))
    this.#send({ type: 'envelope', envelope: envelope.length === 0 ? null : envelope, by })
  }
}
