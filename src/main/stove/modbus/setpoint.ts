import type { Profile } from './profile.ts'
import { decode, encode, fromCelsius, widthOf, wordKey } from './register.ts'
import type { Answer, Request } from './request.ts'

/** So often is a setpoint written before it counts as refused: each write may wear the device's memory. */
const TRIES = 3
/** A wish that trembles moves nothing before it has moved by so much of a step. */
const TREMBLES = 0.75
/** What single precision and a device's own rounding may do to a setpoint, in its unit. */
const FLOAT_TOLERANCE = 0.05

/** The setpoint of one controller: what it must be, what it is, and what to say to bring both together. */
export class Setpoint {
  readonly #profile: Profile
  /** C; null = where it stands while off. */
  #wish: number | null = null
  /** In the device's unit, as it was read; null = not known. */
  #held: number | null = null
  #tries = 0
  /** How many went out. */
  writes = 0

  constructor(profile: Profile) {
    this.#profile = profile
  }

  /** C, rounded down to what is worth a write; null for the lowest. */
  want(celsius: number | null): void {
    const { step } = this.#profile.setpoint
    if (celsius === this.#wish) return
    if (celsius !== null && this.#wish !== null && Math.abs(celsius - this.#wish) < TREMBLES * step) return
    this.#wish = celsius === null ? null : Math.floor(celsius / step + 1e-6) * step
    this.#tries = 0
  }

  /** The device holds what it must. */
  get settled(): boolean {
    const { type, scale } = this.#profile.setpoint
    const tolerance = type === 'float32' ? FLOAT_TOLERANCE : scale / 2 + 1e-6
    return this.#held !== null && Math.abs(this.#held - this.#goal()) <= tolerance
  }

  /** What to say about it now; null when it is settled, or when it was written in vain. */
  next(): Request | null {
    const { function: read, address, write } = this.#profile.setpoint
    if (this.#held === null)
      return { kind: 'read', function: read, address, count: widthOf(this.#profile.setpoint) }
    if (this.settled || this.#tries >= TRIES) return null
    const words = [...encode(this.#profile.setpoint, this.#goal(), this.#profile.wordOrder)]
    return { kind: 'write', function: write, address, words }
  }

  take(request: Request, answer: Answer): void {
    if (answer.kind === 'dropped') return
    if (request.kind === 'write') {
      this.writes++
      this.#tries++
      // Whatever else it answered, only the register itself tells what it holds now.
      if (answer.kind !== 'exception') this.#held = null
    } else if (request.kind === 'read' && answer.kind === 'ok') {
      const { function: read, address } = request
      const words = answer.words.map((word, at): [string, number] => [wordKey(read, address + at), word])
      this.read(decode(this.#profile.setpoint, new Map(words), this.#profile.wordOrder))
    }
  }

  /** It was read, with everything else or by itself. */
  read(held: number | null): void {
    this.#held = held
    if (this.settled) this.#tries = 0
  }

  #goal(): number {
    return fromCelsius(this.#wish ?? this.#profile.setpoint.lowest, this.#profile.temperatures)
  }
}
