import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Role } from '#contract/snapshot.ts'
import type { Screen } from './screen.ts'

const rowsSchema = z.array(
  z.object({ id: z.string(), name: z.string(), role: z.enum(['display', 'remote']), hash: z.string() }),
)
type Row = z.infer<typeof rowsSchema>[number]

type PairingRefusal = 'pairing-wrong' | 'pairing-slow-down' | 'pairing-full' | 'pairing-unwritable'

export type PairingAnswer =
  | { readonly kind: 'paired'; readonly token: string; readonly screen: Screen }
  | { readonly kind: 'refused'; readonly code: PairingRefusal }

const MOST_SCREENS = 40
const TRIES_PER_CODE = 5
/** After that many wrong codes in a row nobody may try for this long: six digits stay out of reach. */
const PAUSE_MS = 60_000

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
const newCode = (): string => String(randomInt(0, 1_000_000)).padStart(6, '0')

/**
 * Screens that were let in by the code on the display. Only hashes of their tokens are kept, in a file of the
 * data directory that nobody else may read. After five wrong codes the code changes and a minute passes.
 */
export class Pairing {
  readonly #file: string | null
  readonly #now: () => number
  readonly #listeners = new Set<() => void>()
  #rows: readonly Row[]
  #code = newCode()
  #wrong = 0
  #closedUntil = 0
  /** A kitchen without a display of its own appoints the first screen that pairs (law 6). */
  #wantsDisplay: boolean

  constructor(directory: string | null, now: () => number, headless: boolean) {
    this.#file = directory === null ? null : join(directory, 'screens.json')
    this.#now = now
    this.#rows = this.#read()
    this.#wantsDisplay = headless && !this.#rows.some((row) => row.role === 'display')
  }

  get code(): string {
    return this.#code
  }

  pair(code: string, name: string): PairingAnswer {
    if (this.#now() < this.#closedUntil) return { kind: 'refused', code: 'pairing-slow-down' }
    // Hashed first: whatever was typed, both sides are of one length.
    if (!timingSafeEqual(Buffer.from(hashOf(code)), Buffer.from(hashOf(this.#code)))) {
      this.#wrong += 1
      if (this.#wrong >= TRIES_PER_CODE) {
        this.#wrong = 0
        this.#code = newCode()
        this.#closedUntil = this.#now() + PAUSE_MS
      }
      return { kind: 'refused', code: 'pairing-wrong' }
    }
    if (this.#rows.length >= MOST_SCREENS) return { kind: 'refused', code: 'pairing-full' }
    const role: Role = this.#wantsDisplay ? 'display' : 'remote'
    const token = randomBytes(32).toString('base64url')
    const row: Row = { id: randomBytes(6).toString('hex'), name, role, hash: hashOf(token) }
    const rows = [...this.#rows, row]
    // On a full disk nobody new comes in, and nothing else ends for it (law 11).
    if (!this.#write(rows)) return { kind: 'refused', code: 'pairing-unwritable' }
    this.#wantsDisplay = false
    this.#wrong = 0
    this.#code = newCode()
    this.#become(rows)
    return { kind: 'paired', token, screen: { id: row.id, name: row.name, role: row.role } }
  }

  /** The screen that a token belongs to; null when it was never given out. */
  recognise(token: string): Screen | null {
    const hash = Buffer.from(hashOf(token))
    const row = this.#rows.find((candidate) => timingSafeEqual(Buffer.from(candidate.hash), hash))
    return row ? { id: row.id, name: row.name, role: row.role } : null
  }

  /** Sends a screen away for good: its token opens nothing any more. False when that could not be written down. */
  remove(id: string): boolean {
    const rows = this.#rows.filter((row) => row.id !== id)
    if (!this.#write(rows)) return false
    this.#become(rows)
    return true
  }

  /** Every screen that was let in, oldest first. */
  get screens(): readonly (Screen & { readonly hash: string })[] {
    return this.#rows
  }

  /** Called whenever a screen is let in or sent away. */
  watch(listener: () => void): void {
    this.#listeners.add(listener)
  }

  /** What the household calls the screen with this id; null when it never paired. */
  nameOf(id: string): string | null {
    return this.#rows.find((row) => row.id === id)?.name ?? null
  }

  #become(rows: readonly Row[]): void {
    this.#rows = rows
    for (const listener of this.#listeners) listener()
  }

  #read(): readonly Row[] {
    if (this.#file === null) return []
    try {
      return rowsSchema.parse(JSON.parse(readFileSync(this.#file, 'utf8')))
    } catch {
      // Never paired, or a file that is not ours: every screen pairs anew, which is the safe way to be wrong.
      return []
    }
  }

  #write(rows: readonly Row[]): boolean {
    if (this.#file === null) return true
    try {
      mkdirSync(join(this.#file, '..'), { recursive: true })
      writeFileSync(`${this.#file}.new`, JSON.stringify(rows), { mode: 0o600 })
      renameSync(`${this.#file}.new`, this.#file)
      return true
    } catch {
      return false
    }
  }
}
