import type { ZoneReading } from '#core/stove/stove.ts'
import { milliseconds, watts, type Milliseconds, type Watts } from '#core/units/quantities.ts'
import { CameraFeed } from './camera-feed.ts'
import { encodeDeviceMessage } from './device-codec.ts'
import { FrameDecoder, type FrameCounters } from './frame.ts'
import { decodeHostMessage } from './host-codec.ts'
import { LINK_VERSION, REPORT_PERIOD, SEQUENCE_MODULUS, sequenceDistance, UPTIME_MODULUS } from './limits.ts'
import {
  MESSAGE_CODES,
  type Configure,
  type Heat,
  type Hello,
  type HostMessage,
  type NakReason,
} from './message.ts'
import type { Plant } from './plant.ts'

/** The host that the device obeys. */
interface Session {
  readonly id: number
  /** Sequence of the newest command taken: older HEAT is refused. */
  newest: number
}

/**
 * The protocol engine of a stove, as its firmware runs it: bytes and wall time in, frames out. It owns session,
 * lease, sequence and reports; the plant owns heat. `now` is any clock of milliseconds that never goes back.
 * Whoever runs it writes the returned frames to the line in their order, and calls `tick` by `nextDue`.
 */
export class LinkDevice {
  readonly #plant: Plant
  readonly #decoder: FrameDecoder
  readonly #camera: CameraFeed
  readonly #startedAt: number
  #out: Uint8Array[] = []
  #now: number
  #session: Session | null = null
  #powers: readonly Watts[]
  #leaseEnds: number | null = null
  #leaseExpired = false
  #reportPeriod: number
  #reportDue: number
  #reports: number

  /** `firstReport` is where the report counter starts, 0 to 65535. */
  constructor(plant: Plant, now: Milliseconds, firstReport = 0) {
    this.#plant = plant
    this.#startedAt = now
    this.#now = now
    this.#reports = firstReport
    this.#reportPeriod = plant.description.reportPeriod
    this.#reportDue = now
    this.#camera = new CameraFeed(plant)
    this.#decoder = new FrameDecoder((body) => {
      this.#hear(body)
    })
    this.#powers = this.#nothing()
    plant.command(this.#powers)
  }

  /** What the device believes it was told to give. */
  get commanded(): readonly Watts[] {
    return this.#powers
  }
  get leaseExpired(): boolean {
    return this.#leaseExpired
  }
  /** Frames from the host, good and bad. */
  get counters(): FrameCounters {
    return this.#decoder.counters
  }

  /** By when `tick` must be called next; Infinity while nobody has said hello. */
  get nextDue(): number {
    if (this.#session === null) return Infinity
    return Math.min(this.#reportDue, this.#leaseEnds ?? Infinity, this.#camera.due)
  }

  /** Takes bytes from the line, in pieces of any size. Returns the frames to send. */
  receive(bytes: Uint8Array, now: Milliseconds): readonly Uint8Array[] {
    this.#pass(now)
    this.#decoder.push(bytes)
    return this.#flush()
  }

  /** Lets time pass: the lease, a report, a part of a picture. Returns the frames to send. */
  tick(now: Milliseconds): readonly Uint8Array[] {
    this.#pass(now)
    if (this.#session !== null) {
      if (now >= this.#reportDue) this.#report()
      const rows = this.#camera.next(now)
      if (rows !== null) this.#out.push(encodeDeviceMessage(rows))
    }
    return this.#flush()
  }

  /** For a line that tells the device when the host is gone (USB, TCP): heat ends at once, so does the session. */
  hangUp(now: Milliseconds): void {
    this.#now = now
    this.#session = null
    this.#heat(this.#nothing(), null)
  }

  #pass(now: number): void {
    this.#now = now
    if (this.#leaseEnds === null || now < this.#leaseEnds) return
    this.#heat(this.#nothing(), null)
    this.#leaseExpired = true
  }

  #flush(): readonly Uint8Array[] {
    const frames = this.#out
    this.#out = []
    return frames
  }

  #hear(body: Uint8Array): void {
    const heard = decodeHostMessage(body)
    if (heard.kind === 'unknown') return
    if (heard.kind === 'malformed') {
      this.#refuse(heard.sequence, heard.code, 'malformed')
      return
    }
    const { message } = heard
    switch (message.type) {
      case 'off':
        this.#off(message.session, message.sequence)
        break
      case 'hello':
        this.#hello(message)
        break
      case 'heat':
        this.#heatCommand(message)
        break
      case 'configure':
        this.#configure(message)
        break
    }
  }

  /** Obeyed whoever says it; it moves the sequence on only for the present session. */
  #off(session: number, sequence: number): void {
    this.#heat(this.#nothing(), null)
    this.#leaseExpired = false
    const current = this.#session
    if (current?.id === session && sequenceDistance(sequence, current.newest) > 0) current.newest = sequence
    this.#acknowledge('off', sequence)
  }

  #hello({ version, session, sequence }: Hello): void {
    if (version !== LINK_VERSION) {
      this.#refuse(sequence, MESSAGE_CODES.hello, 'wrong-version', LINK_VERSION)
      return
    }
    if (session === 0) {
      this.#refuse(sequence, MESSAGE_CODES.hello, 'out-of-range', 1)
      return
    }
    if (this.#session?.id !== session) {
      this.#heat(this.#nothing(), null)
      this.#leaseExpired = false
      this.#session = { id: session, newest: sequence }
      this.#reportPeriod = this.#plant.description.reportPeriod
      this.#reportDue = this.#now
      this.#camera.every(0, this.#now)
    }
    const { description } = this.#plant
    this.#out.push(
      encodeDeviceMessage({ type: 'welcome', sequence, session, uptime: this.#uptime(), description }),
    )
  }

  #heatCommand(heat: Heat): void {
    const session = this.#session
    const refuse = (reason: NakReason, detail = 0): void => {
      this.#refuse(heat.sequence, MESSAGE_CODES.heat, reason, detail)
    }
    if (session === null || session.id !== heat.session) return refuse('wrong-session')
    const ahead = sequenceDistance(heat.sequence, session.newest)
    if (ahead === 0) return this.#acknowledge('heat', heat.sequence) // a duplicate: done already
    if (ahead < 0) return refuse('old-sequence')
    const { zones, lease } = this.#plant.description
    if (heat.powers.length !== zones.length) return refuse('out-of-range', 2)
    const tooMuch = zones.findIndex((zone, index) => (heat.powers[index] ?? 0) > zone.maxPower)
    if (tooMuch !== -1) return refuse('out-of-range', 3 + tooMuch)
    const age = (this.#uptime() - heat.seen) >>> 0
    if (age >= lease) return refuse('stale')
    const heating = heat.powers.some((power) => power > 0)
    if (heating && this.#leaseExpired) return refuse('lease-expired')
    session.newest = heat.sequence
    this.#leaseExpired = false
    this.#heat(heat.powers, heating ? this.#now - age + lease : null)
    this.#acknowledge('heat', heat.sequence)
  }

  #configure({ session, sequence, reportPeriod, thermalPeriod }: Configure): void {
    const refuse = (reason: NakReason, detail = 0): void => {
      this.#refuse(sequence, MESSAGE_CODES.configure, reason, detail)
    }
    if (this.#session?.id !== session) return refuse('wrong-session')
    if (reportPeriod < REPORT_PERIOD.least || reportPeriod > REPORT_PERIOD.most)
      return refuse('out-of-range', 1)
    if (!CameraFeed.accepts(thermalPeriod)) return refuse('out-of-range', 2)
    if (thermalPeriod > 0 && !this.#plant.description.thermalCamera) return refuse('unsupported')
    this.#reportPeriod = reportPeriod
    this.#reportDue = Math.min(this.#reportDue, this.#now + reportPeriod)
    this.#camera.every(thermalPeriod, this.#now)
    this.#acknowledge('configure', sequence)
  }

  #heat(powers: readonly Watts[], leaseEnds: number | null): void {
    this.#powers = powers
    this.#leaseEnds = leaseEnds
    this.#plant.command(powers)
  }

  #report(): void {
    const zones = this.#plant.read().map((reading, index) => this.#complete(reading, index))
    const uptime = milliseconds(this.#uptime())
    this.#out.push(encodeDeviceMessage({ type: 'report', sequence: this.#reports, uptime, zones }))
    this.#reports = (this.#reports + 1) % SEQUENCE_MODULUS
    this.#reportDue += this.#reportPeriod
    // After a stall the newest report is worth sending, the missed ones are not.
    if (this.#reportDue <= this.#now) this.#reportDue = this.#now + this.#reportPeriod
  }

  #complete(reading: ZoneReading, index: number): ZoneReading {
    const flags = reading.flags.filter((flag) => flag !== 'lease-expired')
    return {
      ...reading,
      commanded: this.#powers[index] ?? watts(0),
      flags: this.#leaseExpired ? [...flags, 'lease-expired'] : flags,
    }
  }

  #acknowledge(of: HostMessage['type'], sequence: number): void {
    this.#out.push(encodeDeviceMessage({ type: 'ack', sequence, of }))
  }

  #refuse(sequence: number, code: number, reason: NakReason, detail = 0): void {
    const of = (['hello', 'heat', 'off', 'configure'] as const).find((name) => MESSAGE_CODES[name] === code)
    this.#out.push(encodeDeviceMessage({ type: 'nak', sequence, of: of ?? null, reason, detail }))
  }

  #uptime(): number {
    return Math.floor(this.#now - this.#startedAt) % UPTIME_MODULUS
  }

  #nothing(): readonly Watts[] {
    return this.#plant.description.zones.map(() => watts(0))
  }
}
