import { decodeDeviceMessage } from '#main/stove/link/device-codec.ts'
import { FrameDecoder } from '#main/stove/link/frame.ts'
import { encodeHostMessage } from '#main/stove/link/host-codec.ts'
import type { DeviceMessage, HostMessage, Report } from '#main/stove/link/message.ts'
import { parseOptions, type VirtualOptions } from '#main/stove/virtual/options.ts'
import { VirtualStove, type VirtualEvent } from '#main/stove/virtual/virtual-stove.ts'
import { watts } from '#core/units/quantities.ts'

export function options(parameters: Record<string, string> = {}): VirtualOptions {
  const parsed = parseOptions(parameters)
  if (parsed.kind === 'bad') throw new Error(parsed.detail)
  return parsed.options
}

/** A host on a virtual clock: it renews the heat with each report, as a kitchen does, while it is told to. */
export class ScriptedHost {
  readonly stove: VirtualStove
  readonly heard: DeviceMessage[] = []
  readonly events: VirtualEvent[] = []
  /** What it asks for with each report; null = it is silent. */
  wanted: readonly number[] | null = null
  now = 0
  readonly #decoder: FrameDecoder
  #sequence = 0
  #session = 41

  constructor(parameters: Record<string, string> = {}) {
    this.stove = new VirtualStove(options(parameters), 0, (event) => this.events.push(event))
    this.#decoder = new FrameDecoder((body) => {
      const decoded = decodeDeviceMessage(body)
      if (decoded.kind !== 'message') return
      this.heard.push(decoded.message)
      if (decoded.message.type === 'report') this.#renew(decoded.message)
    })
  }

  get reports(): readonly Report[] {
    return this.heard.filter((message) => message.type === 'report')
  }

  /** The newest report; there must be one. */
  get report(): Report {
    const report = this.reports.at(-1)
    if (report === undefined) throw new Error('no report has come')
    return report
  }

  get decoder(): FrameDecoder {
    return this.#decoder
  }

  hello(): this {
    this.#session++
    this.say({ type: 'hello', sequence: this.#next(), version: 1, session: this.#session })
    return this
  }

  off(): this {
    this.wanted = null
    this.say({ type: 'off', sequence: this.#next(), session: this.#session })
    return this
  }

  say(message: HostMessage): void {
    this.#hear(this.stove.receive(encodeHostMessage(message), this.now))
  }

  /** Wall seconds pass, in steps of 10 ms. */
  run(seconds: number): this {
    for (let step = Math.round(seconds * 100); step > 0; step--) {
      this.now += 10
      this.#hear(this.stove.tick(this.now))
    }
    return this
  }

  #renew(report: Report): void {
    if (this.wanted === null) return
    const powers = this.wanted.map((power) => watts(power))
    const heat = { sequence: this.#next(), session: this.#session, seen: report.uptime, powers }
    this.say({ type: 'heat', ...heat })
  }

  #hear(frames: readonly Uint8Array[]): void {
    for (const frame of frames) this.#decoder.push(frame)
  }

  #next(): number {
    return this.#sequence++ % 0x10000
  }
}
