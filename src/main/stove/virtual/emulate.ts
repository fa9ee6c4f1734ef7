import type { Cable, CableOutcome, CableProblem } from './cable.ts'
import { parseOptions } from './options.ts'
import { ptyCable } from './pty-cable.ts'
import { tcpCable } from './tcp-cable.ts'
import { VirtualStove, type VirtualEvent } from './virtual-stove.ts'

/** Where the stove stands, and the parameters of options.ts. */
export interface EmulateOptions {
  /** Path at which the pseudo-terminal is linked. */
  readonly pty?: string
  /** TCP port on 127.0.0.1, 0 = any; used when there is no `pty`. */
  readonly tcp?: number
  /** Pace of the pseudo-terminal; as the device's own line unless told. */
  readonly baud?: number
  readonly parameters?: Readonly<Record<string, string>>
}

/** What an emulation tells, one object after the other. `at` is always wall time in ms. */
export type EmulatorEvent =
  | VirtualEvent
  | { readonly event: 'ready'; readonly at: number; readonly address: string; readonly path: string | null }
  | { readonly event: 'unplugged' | 'plugged'; readonly at: number }
  /** The answer to `{"command": "state"}`: the hidden truth, see truth.ts. */
  | ({ readonly event: 'state'; readonly at: number } & VirtualStove['truth'])
  | { readonly event: 'done'; readonly at: number; readonly command: string }
  | { readonly event: 'refused'; readonly at: number; readonly detail: string }

export interface Emulation {
  readonly address: string
  /** A hand at the stove: the commands of control.ts, and `unplug`, `plug`, `state`. */
  command(command: unknown): Promise<void>
  /** Ends it and takes the port away. Idempotent, synchronous: safe in an exit handler. */
  stop(): void
}

export type EmulateOutcome =
  | { readonly kind: 'running'; readonly emulation: Emulation }
  | { readonly kind: 'failed'; readonly code: CableProblem | 'bad-parameter'; readonly detail: string }

/** Wall time in ms that never goes back. */
function wallNow(): number {
  return performance.timeOrigin + performance.now()
}

/** Runs a virtual stove behind a pseudo-terminal or a TCP port. A pulled cable stops the line, never the stove. */
export async function emulate(
  options: EmulateOptions,
  onEvent: (event: EmulatorEvent) => void,
): Promise<EmulateOutcome> {
  const parsed = parseOptions(options.parameters ?? {})
  if (parsed.kind === 'bad') return { kind: 'failed', code: 'bad-parameter', detail: parsed.detail }
  let stove: VirtualStove | null = null
  const opened = await openCable(options, parsed.options.firmware.baud, (bytes) => {
    if (stove !== null) send(stove.receive(bytes, wallNow()))
  })
  if (opened.kind === 'failed') return opened
  const { cable } = opened
  const send = (frames: readonly Uint8Array[]): void => {
    for (const frame of frames) cable.send(frame)
  }
  const plugging = new Plugging(cable, onEvent)
  const running = new VirtualStove(parsed.options, wallNow(), (event) => {
    onEvent(event)
    if ('name' in event && event.name === 'cable-out') void plugging.set(event.event === 'cleared')
  })
  stove = running
  let timer: NodeJS.Timeout | undefined
  const tick = (): void => {
    const now = wallNow()
    send(running.tick(now))
    timer = setTimeout(tick, Math.max(1, running.nextDue(now) - wallNow()))
  }
  const address = `${cable.address}${driverQuery(options.parameters ?? {})}`
  onEvent({ event: 'ready', at: wallNow(), address, path: options.pty ?? null })
  tick()
  const stop = (): void => {
    clearTimeout(timer)
    cable.close()
  }
  const command = async (asked: unknown): Promise<void> => {
    const name = commandName(asked)
    if (name === 'unplug' || name === 'plug') await plugging.set(name === 'plug')
    else if (name === 'state') onEvent({ event: 'state', at: wallNow(), ...running.truth })
    else {
      const answer = running.control(asked, wallNow())
      if (answer.kind === 'refused') onEvent({ event: 'refused', at: wallNow(), detail: answer.detail })
      else onEvent({ event: 'done', at: wallNow(), command: name })
    }
  }
  return { kind: 'running', emulation: { address, command, stop } }
}

/** Pulls the cable and puts it back, and tells of it. */
class Plugging {
  readonly #cable: Cable
  readonly #onEvent: (event: EmulatorEvent) => void

  constructor(cable: Cable, onEvent: (event: EmulatorEvent) => void) {
    this.#cable = cable
    this.#onEvent = onEvent
  }

  async set(plugged: boolean): Promise<void> {
    if (!plugged) {
      this.#cable.unplug()
      this.#onEvent({ event: 'unplugged', at: wallNow() })
      return
    }
    try {
      await this.#cable.plug()
      this.#onEvent({ event: 'plugged', at: wallNow() })
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error)
      this.#onEvent({ event: 'refused', at: wallNow(), detail })
    }
  }
}

async function openCable(
  options: EmulateOptions,
  usualBaud: number,
  onBytes: (bytes: Uint8Array) => void,
): Promise<CableOutcome> {
  if (options.pty === undefined) return tcpCable(options.tcp ?? 0, onBytes)
  return ptyCable(options.pty, options.baud ?? usualBaud, wallNow, onBytes)
}

/** What an address must say of the driver to reach such a stove. */
function driverQuery({ driver, model }: Readonly<Record<string, string>>): string {
  if (driver === undefined || driver === 'link') return ''
  const query = new URLSearchParams({ driver, ...(model !== undefined && { model }) })
  return `?${query.toString()}`
}

function commandName(asked: unknown): string {
  if (typeof asked !== 'object' || asked === null || !('command' in asked)) return ''
  return typeof asked.command === 'string' ? asked.command : ''
}
