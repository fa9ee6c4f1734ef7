import { spawnSync } from 'node:child_process'
import { closeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { ReadStream } from 'node:tty'

/** The one function of node-pty's addon that is needed: its JavaScript would read the slave too. */
interface PtyAddon {
  open(
    columns: number,
    rows: number,
  ): { readonly master: number; readonly slave: number; readonly pty: string }
}

/** A pseudo-terminal: `master` is our end, `path` the host's. */
export interface Pty {
  readonly path: string
  readonly master: ReadStream
  close(): void
}

export type PtyOutcome =
  | { readonly kind: 'ok'; readonly pty: Pty }
  | { readonly kind: 'failed'; readonly detail: string }

const UNAVAILABLE =
  'pseudo-terminals need Linux (x64 or arm64); use --tcp PORT here, and tcp:127.0.0.1:PORT as stove'

function loadAddon(): PtyAddon | null {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) return null
  try {
    return createRequire(import.meta.url)(`@lydell/node-pty-linux-${process.arch}/pty.node`) as PtyAddon
  } catch {
    return null
  }
}

/** Whether this system can have one at all. */
export function hasPty(): boolean {
  return loadAddon() !== null
}

export function openPty(): PtyOutcome {
  const addon = loadAddon()
  if (addon === null) return { kind: 'failed', detail: UNAVAILABLE }
  try {
    const { master, slave, pty } = addon.open(80, 24)
    // No echo, no line discipline, from the first byte on and not only once the host has opened it. Should stty be
    // missing, the host's own opening does the same.
    spawnSync('stty', ['-F', pty, 'raw', '-echo'], { stdio: 'ignore' })
    const stream = new ReadStream(master)
    let open = true
    return {
      kind: 'ok',
      pty: {
        path: pty,
        master: stream,
        close: () => {
          if (!open) return
          open = false
          stream.destroy()
          // Held open until now: with its last reader gone a pseudo-terminal would vanish.
          closeSync(slave)
        },
      },
    }
  } catch (error) {
    return { kind: 'failed', detail: `no pseudo-terminal could be opened: ${String(error)}` }
  }
}
