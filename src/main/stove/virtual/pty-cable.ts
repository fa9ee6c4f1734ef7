import { lstatSync, readlinkSync, symlinkSync, unlinkSync } from 'node:fs'
import { SmartTopError } from '#contract/error.ts'
import type { Cable, CableOutcome } from './cable.ts'
import { Pacer } from './pacer.ts'
import { openPty, type Pty } from './pty.ts'

/** Bytes that may wait for a host that does not read; the rest is lost, as in any UART. */
const MOST_WAITING = 1024
/** From here on the host is made to wait: the line is slower than it writes. */
const MOST_QUEUED = 8192

/** A pseudo-terminal linked at a path, paced like the serial line that it stands for. */
class PtyCable implements Cable {
  readonly address: string
  readonly #path: string
  readonly #toHost: Pacer
  readonly #fromHost: Pacer
  #pty: Pty | null = null

  constructor(path: string, baud: number, clock: () => number, onBytes: (bytes: Uint8Array) => void) {
    this.#path = path
    this.address = `serial:${path}`
    this.#toHost = new Pacer(baud, clock, (bytes) => {
      const master = this.#pty?.master
      if (master?.writable === true && master.writableLength < MOST_WAITING) master.write(bytes)
    })
    this.#fromHost = new Pacer(baud, clock, (bytes) => {
      onBytes(bytes)
      if (this.#fromHost.queued < MOST_QUEUED) this.#pty?.master.resume()
    })
  }

  send(bytes: Uint8Array): void {
    // What does not fit the line at all would only grow old on it.
    if (this.#pty !== null && this.#toHost.queued < MOST_QUEUED) this.#toHost.push(bytes)
  }

  unplug(): void {
    this.#toHost.cut()
    this.#fromHost.cut()
    if (this.#pty === null) return
    unlinkOwn(this.#path, this.#pty.path)
    this.#pty.close()
    this.#pty = null
  }

  async plug(): Promise<void> {
    const outcome = this.open()
    if (outcome.kind === 'failed') throw new SmartTopError(`emulator-${outcome.code}`, outcome.detail)
  }

  close(): void {
    this.unplug()
  }

  open(): CableOutcome {
    if (this.#pty !== null) return { kind: 'ok', cable: this }
    const opened = openPty()
    if (opened.kind === 'failed') return { kind: 'failed', code: 'no-pty', detail: opened.detail }
    const { pty } = opened
    const linked = link(pty.path, this.#path)
    if (linked !== null) {
      pty.close()
      return { kind: 'failed', code: 'path-taken', detail: linked }
    }
    pty.master.on('data', (bytes: Buffer) => {
      for (let start = 0; start < bytes.length; start += 64) {
        this.#fromHost.push(Uint8Array.from(bytes.subarray(start, start + 64)))
      }
      if (this.#fromHost.queued >= MOST_QUEUED) pty.master.pause()
    })
    // The master reports EIO when it is taken away while something still reads; there is nothing left to do.
    pty.master.on('error', () => {})
    this.#pty = pty
    return { kind: 'ok', cable: this }
  }
}

export function ptyCable(
  path: string,
  baud: number,
  clock: () => number,
  onBytes: (bytes: Uint8Array) => void,
): CableOutcome {
  return new PtyCable(path, baud, clock, onBytes).open()
}

/** Links `path` to the terminal; takes the place of an older link, never of anything else. Null or what is wrong. */
function link(target: string, path: string): string | null {
  try {
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true) unlinkSync(path)
    symlinkSync(target, path)
    return null
  } catch (error) {
    return `cannot link a pseudo-terminal at ${path}: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** Somebody else may have put their own link there meanwhile. */
function unlinkOwn(path: string, target: string): void {
  try {
    if (readlinkSync(path) === target) unlinkSync(path)
  } catch {
    // It is gone already.
  }
}
