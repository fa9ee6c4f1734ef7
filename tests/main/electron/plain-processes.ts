import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { MessageChannelMain, UtilityProcess } from 'electron'

/**
 * Electron's utility processes and channels over plain Node: real processes and real deaths, with this process between
 * them where Chromium would connect them. It lets the shell's own keepers run the bundle without Electron's binary.
 */
interface Words {
  readonly data?: unknown
  readonly port?: number
  readonly close?: boolean
}

class PlainPort extends EventEmitter {
  peer: PlainPort | null = null
  #holder: { readonly process: PlainProcess; readonly number: number } | null = null
  #waiting: unknown[] = []
  #started = false
  #closed = false

  /** From now on this end is in another process, under a number of its own there. */
  transfer(process: PlainProcess, number: number): void {
    this.#holder = { process, number }
  }

  postMessage(data: unknown): void {
    if (!this.#closed) this.peer?.deliver(data)
  }

  deliver(data: unknown): void {
    if (this.#holder !== null) this.#holder.process.send({ port: this.#holder.number, data })
    else if (this.#started) this.emit('message', { data })
    else this.#waiting.push(data)
  }

  start(): void {
    this.#started = true
    for (const data of this.#waiting.splice(0)) this.emit('message', { data })
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    if (this.#holder !== null) this.#holder.process.send({ port: this.#holder.number, close: true })
    this.emit('close')
    this.peer?.close()
  }
}

class PlainChannel {
  readonly port1 = new PlainPort()
  readonly port2 = new PlainPort()

  constructor() {
    this.port1.peer = this.port2
    this.port2.peer = this.port1
  }
}

class PlainProcess extends EventEmitter {
  pid: number | undefined
  readonly #child: ChildProcess
  readonly #ports = new Map<number, PlainPort>()
  #given = 0

  constructor(entry: string, args: readonly string[]) {
    super()
    this.#child = fork(entry, args, {
      execArgv: ['--import', pathToFileURL(join(import.meta.dirname, 'parent-port.mjs')).href],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.#child.on('spawn', () => {
      this.pid = this.#child.pid
      this.emit('spawn')
    })
    this.#child.on('message', (words: Words) => this.#hear(words))
    // After 'close' nothing more can come: all that the process said has been heard.
    this.#child.on('close', (code, signal) => {
      this.pid = undefined
      for (const port of this.#ports.values()) port.close()
      this.emit('exit', code ?? signal)
    })
  }

  postMessage(data: unknown, transfer: readonly PlainPort[] = []): void {
    const ports = transfer.map((port) => {
      const number = ++this.#given
      this.#ports.set(number, port)
      port.transfer(this, number)
      return number
    })
    this.send({ data, ports })
  }

  send(words: object): void {
    if (this.#child.connected) this.#child.send(words, () => {})
  }

  #hear({ data, port, close }: Words): void {
    if (port === undefined) this.emit('message', data)
    else if (close === true) this.#ports.get(port)?.close()
    else this.#ports.get(port)?.postMessage(data)
  }
}

export const PlainMessageChannel = PlainChannel as unknown as typeof MessageChannelMain

export function forkPlain(entry: string, args: readonly string[]): UtilityProcess {
  return new PlainProcess(entry, args) as unknown as UtilityProcess
}
