import type { CommandResult } from '#contract/commands.ts'
import type { Settings } from '#contract/settings.ts'
import type { Connection, Snapshot, ZoneSnapshot } from '#contract/snapshot.ts'
import { encodeTelemetry } from '#contract/telemetry.ts'
import { boilingPoint } from '#core/heat/boiling.ts'
import type { Techniques } from '#core/program/of-step.ts'
import type { LogEntry } from '#core/safety/log-entry.ts'
import type { HeatAnswer } from '#core/safety/request.ts'
import type { SafetyView } from '#core/safety/view.ts'
import type { StoveDescription, StoveReport, ThermalFrame, ZoneId, ZoneTarget } from '#core/stove/stove.ts'
import { milliseconds, watts } from '#core/units/quantities.ts'
import type { Screen } from '#main/bridge/screen.ts'
import type { Store } from '#main/store/store.ts'
import type { SupervisorClient } from '#main/supervisor/client.ts'
import type { ConnectionState, FromSupervisor, ResidualHeat } from '#main/supervisor/protocol.ts'
import { CookClock, type Clock } from './clock.ts'
import { Cooking } from './cooking.ts'
import { Estimates, type ZoneNotice } from './estimates.ts'
import { Envelopes } from './envelopes.ts'
import { KitchenTimers } from './kitchen-timers.ts'
import { Programs } from './programs.ts'
import { quietView } from './quiet.ts'
import type { SettingsKeeper } from './settings-keeper.ts'
import type { Tune } from './sound.ts'
import type { ZoneKnowledge } from './zone-knowledge.ts'

export interface StationOptions {
  readonly clock: Clock
  readonly store: Store
  readonly settings: SettingsKeeper
  readonly techniques: Techniques
  readonly supervisor: SupervisorClient
  readonly address: string
  /** Whose faults are latched in the supervisor: a stove's id, or the address where none was ever met. */
  readonly faultsOf: string
  /** A rehearsal needs no first run: its stove is virtual. */
  readonly rehearsal: boolean
  readonly sound: (tune: Tune) => void
  readonly changed: () => void
  readonly telemetry: (frame: Uint8Array) => void
}

/** The part of a snapshot that belongs to one stove. */
export type StationSnapshot = Pick<
  Snapshot,
  'cookNow' | 'speed' | 'connection' | 'zones' | 'safety' | 'cook' | 'programs' | 'interrupted' | 'timers'
>

const DONE: CommandResult = { kind: 'done' }
const TICK_MS = 250
const NOTHING_KNOWN: SafetyView = {
  zones: [],
  faults: [],
  questions: [],
  circuit: { limit: watts(0), used: watts(0), shared: false },
  log: 'ok',
  locked: false,
  displaySeenAt: null,
  attendanceDueAt: null,
}

/** One stove and all that happens on it: its supervisor, its cook, its timers, its estimates, its memory. */
export class Station {
  readonly #options: StationOptions
  readonly #cookClock: CookClock
  readonly #leave: (() => void)[] = []
  readonly cooking: Cooking
  readonly programs: Programs
  readonly timers: KitchenTimers
  #connection: ConnectionState = { kind: 'idle' }
  #stove: StoveDescription | null = null
  /** The stove that was last seen at this address, until one answers. */
  #remembered: StoveDescription | null = null
  #faultsOf: string
  #view: SafetyView = NOTHING_KNOWN
  #report: StoveReport | null = null
  #names: readonly string[] = []
  #residual: readonly ResidualHeat[] = []
  #estimates: Estimates | null = null
  #notices: readonly ZoneNotice[] = []
  #thermal: ThermalFrame | null = null

  constructor(options: StationOptions) {
    this.#options = options
    this.#faultsOf = options.faultsOf
    const { clock, store, supervisor } = options
    this.#cookClock = new CookClock(clock.now())
    const cookNow = (): number => this.#cookClock.at(clock.now())
    const ring = (): void => options.sound('timer')
    const envelopes = new Envelopes((message) => supervisor.send(message))
    this.programs = new Programs({
      techniques: options.techniques,
      envelopes,
      request: (request) => supervisor.request(request),
      wallNow: () => clock.now(),
      cookNow,
      speed: () => this.#cookClock.speed,
      stove: () => this.#stove,
      boilsAt: () => boilingPoint(options.settings.current.altitudeMetres),
      foresee: (zone, target, seconds, food) => {
        const index = this.#stove?.zones.findIndex(({ id }) => id === zone) ?? -1
        return this.#estimates?.forecast(index, target, this.#view.circuit.limit, seconds, food) ?? null
      },
      changed: options.changed,
      ring,
      log: (entry) => this.#write([entry]),
      keep: () => this.#keepPlaces(),
      tellCook: (zone, news) => this.cooking.hear(zone, news),
    })
    this.cooking = new Cooking({
      store,
      techniques: options.techniques,
      envelopes,
      drive: (zone, heat) => this.programs.drive(zone, heat),
      coreOf: (zone) => this.programs.coreOf(zone),
      request: (request) => supervisor.request(request),
      wallNow: () => clock.now(),
      cookNow,
      speed: () => this.#cookClock.speed,
      stove: () => this.#stove,
      changed: options.changed,
      ring,
    })
    this.timers = new KitchenTimers({
      cookNow,
      changed: options.changed,
      ring,
      keep: () => this.#keepPlaces(),
    })
    this.#leave.push(
      supervisor.onMessage((message) => this.#hear(message)),
      store.onHealth((health) => {
        supervisor.send({ type: 'log-state', writable: health.kind === 'ok' })
        options.changed()
      }),
      options.settings.watch((settings) => this.#configure(settings)),
      clock.every(TICK_MS, () => {
        this.timers.tick()
        this.#observe(this.#view)
        this.#notice()
      }),
    )
    void this.#remember(options.address)
    supervisor.send({ type: 'connect', address: options.address })
  }

  /** Nothing heats, nothing is about to. */
  get idle(): boolean {
    return (
      !this.cooking.active &&
      !this.programs.active &&
      this.#view.zones.every((zone) => zone.target.kind === 'off')
    )
  }

  /** What the store keeps things by; before any stove was met, things belong to none. */
  get #id(): string {
    return (this.#stove ?? this.#remembered)?.id ?? 'none'
  }

  get stove(): StoveDescription | null {
    return this.#stove
  }

  snapshot(): StationSnapshot {
    return {
      cookNow: this.#cookClock.at(this.#options.clock.now()),
      speed: this.#cookClock.speed,
      connection: this.#connectionSnapshot(),
      zones: this.#zones(),
      safety: quietView(this.#view),
      cook: this.cooking.snapshot(),
      programs: this.programs.snapshot(),
      interrupted: this.cooking.interrupted(),
      timers: this.timers.snapshot(),
    }
  }

  connect(address: string): void {
    this.#options.supervisor.send({ type: 'connect', address })
  }

  stop(zone: ZoneId | null, by: string): void {
    this.#options.supervisor.send({ type: 'stop', zone, by })
  }

  /** Law 6: a hand at the display is the touch itself; any other screen asks. */
  heat(zone: ZoneId, target: ZoneTarget, touchedAt: number | null, screen: Screen): Promise<HeatAnswer> {
    const display = screen.role === 'display'
    const now = this.#options.clock.now()
    const at = milliseconds(Math.min(now, touchedAt ?? now))
    return this.#options.supervisor.request({
      zone,
      target,
      origin: display ? 'display' : 'remote',
      by: screen.id,
      touch: display ? { zone, target, at } : null,
    })
  }

  answer(question: number, accept: boolean, by: string): void {
    this.#options.supervisor.send({ type: 'answer-question', question, accept, by })
  }

  acknowledge(fault: number, by: string): CommandResult {
    const standing = this.#view.faults.find((candidate) => candidate.id === fault)
    if (standing === undefined) return { kind: 'refused', code: 'fault-unknown' }
    if (!standing.cleared) return { kind: 'refused', code: 'fault-stands' }
    this.#options.supervisor.send({ type: 'acknowledge', fault, by })
    return DONE
  }

  lock(locked: boolean, by: string): void {
    this.#options.supervisor.send({ type: 'lock', locked, by })
  }

  beat(touched: boolean, display: string): void {
    this.#options.supervisor.send({ type: 'display-beat', display, touched })
  }

  /** The store has another past now (a backup was put back). */
  async reload(): Promise<void> {
    const stove = this.#stove ?? this.#remembered
    if (stove === null) return
    const { clock, store } = this.#options
    // What is latched now is latched, whatever was when the backup was made.
    if (this.#connection.kind === 'connected') {
      store.rememberStove(stove, clock.now(), this.#connection.address)
    }
    this.#keepFaults()
    await this.#recall(stove)
  }

  async nameZones(names: readonly string[]): Promise<CommandResult> {
    if (this.#stove === null) return { kind: 'refused', code: 'not-connected' }
    try {
      await this.#options.store.nameZones(this.#stove.id, names)
    } catch {
      return { kind: 'refused', code: 'not-saved' }
    }
    this.#names = names
    this.#options.changed()
    return DONE
  }

  async close(): Promise<void> {
    // Its last words belong into the log (law 11): they are heard until it has gone.
    await this.#options.supervisor.close()
    for (const leave of this.#leave) leave()
  }

  #hear(message: FromSupervisor): void {
    switch (message.type) {
      case 'connection':
        this.#connection = message.state
        if (message.state.kind === 'connected') void this.#meet(message.state.stove, message.state.address)
        this.#options.changed()
        return
      case 'report':
        this.#arrive(message.at, message.report, message.view)
        return
      case 'view':
        this.#look(message.view)
        return
      case 'thermal':
        this.#thermal = message.frame
        return
      case 'log':
        this.#write(message.entries)
        return
      case 'answer':
      case 'stop-door':
      case 'pong':
        return
    }
  }

  #look(view: SafetyView): void {
    const known = new Set(this.#view.faults.map((fault) => fault.id))
    const arisen = view.faults.some((fault) => !known.has(fault.id))
    if (arisen) this.#options.sound('fault')
    this.#view = view
    if (arisen || view.faults.length !== known.size) this.#keepFaults()
    this.#observe(view)
    this.#options.changed()
  }

  #observe(view: SafetyView): void {
    this.cooking.observe(view)
    this.programs.observe(view, (zone) => this.#know(zone))
  }

  /** Looks over the pans: what is noticed newly is told. */
  #notice(): void {
    const declared = this.#stove?.zones.map(({ id }) => this.programs.declared(id)) ?? []
    const live = this.#connection.kind === 'connected'
    const found = live ? (this.#estimates?.notices(this.#view, declared) ?? []) : []
    const codes = (notices: readonly ZoneNotice[]): string =>
      notices.map(({ zone, notice }) => `${zone} ${notice.code}`).join()
    const news = codes(found) !== codes(this.#notices)
    this.#notices = found
    if (news) this.#options.changed()
  }

  #know(zone: ZoneId): ZoneKnowledge | null {
    const index = this.#stove?.zones.findIndex(({ id }) => id === zone) ?? -1
    const safety = this.#view.zones.find((candidate) => candidate.zone === zone)
    if (index < 0 || safety === undefined) return null
    const probe = this.#report?.zones[index]?.probe ?? null
    return { safety, estimate: this.#estimates?.zones[index] ?? null, probe }
  }

  /** What outlives the process, with the clocks it goes by. */
  #keepPlaces(): void {
    const at = this.#options.clock.now()
    this.#options.store.keepTimers(this.#id, {
      at,
      cookAt: this.#cookClock.at(at),
      speed: this.#cookClock.speed,
      timers: this.timers.current,
      programs: this.programs.kept,
    })
  }

  #arrive(at: number, report: StoveReport, view: SafetyView): void {
    this.#report = report
    const stove = this.#stove
    if (stove !== null) this.#options.store.appendTelemetry(stove.id, at, report)
    this.#look(view)
    if (stove === null || this.#estimates === null) return
    const frame = this.#estimates.observe(
      report,
      view,
      this.#thermal,
      this.#cookClock.at(at) / 1000,
      this.programs.probedFood,
    )
    this.#options.telemetry(encodeTelemetry({ ...frame, at }))
  }

  /** What belongs to this very stove: its clock, its memory, its names, what was hot on it. */
  async #meet(stove: StoveDescription, address: string): Promise<void> {
    const { clock, store } = this.#options
    const known = this.#id === stove.id
    this.#stove = stove
    this.#cookClock.setSpeed(stove.speed, clock.now())
    this.#estimates = new Estimates(stove, boilingPoint(this.#options.settings.current.altitudeMetres))
    this.#thermal = null
    store.rememberStove(stove, clock.now(), address)
    await this.#takeFaults(stove.id)
    if (!known) await this.#recall(stove)
  }

  /** Not while another stove is at the line than the one on which they are latched: they would be kept as its own. */
  #keepFaults(): void {
    if (this.#stove !== null && this.#stove.id !== this.#faultsOf) return
    this.#options.store.keepFaults(this.#faultsOf, this.#options.clock.now(), this.#view.faults)
  }

  /**
   * Faults stay with the stove on which they arose, whichever port it comes back at. What was latched while no stove
   * had been met at this address goes with the one that answers first.
   */
  async #takeFaults(stove: string): Promise<void> {
    const { store, clock, supervisor, address, faultsOf } = this.#options
    const held = this.#faultsOf
    if (held === stove) return
    const ownerless = held === address && faultsOf === address
    const others = new Set(ownerless ? [] : this.#view.faults.map((fault) => fault.id))
    const own = await store.faults(stove).catch(() => [])
    if (this.#stove?.id !== stove || this.#faultsOf !== held) return
    const arisen = this.#view.faults.filter((fault) => !others.has(fault.id))
    const standing = [...own, ...arisen].map((fault, index) => ({ ...fault, id: index + 1 }))
    this.#faultsOf = stove
    if (arisen.length > 0) store.keepFaults(stove, clock.now(), standing)
    if (ownerless) store.keepFaults(held, clock.now(), [])
    if (own.length > 0 || others.size > 0) supervisor.renew(standing)
  }

  /** What is known of the stove before it answers: its zones, and what was hot on it (law 9). */
  async #remember(address: string): Promise<void> {
    const stove = await this.#options.store.lastStove(address).catch(() => null)
    if (stove === null || this.#stove !== null) return
    this.#remembered = stove
    await this.#recall(stove)
  }

  async #recall(stove: StoveDescription): Promise<void> {
    const { clock, store, settings } = this.#options
    const [names, residual, left, kept] = await Promise.all([
      store.zoneNames(stove.id).catch(() => null),
      store.residual(stove.id).catch(() => []),
      store.unfinishedCook(stove.id).catch(() => null),
      store.timers(stove.id).catch(() => null),
    ])
    if (this.#id !== stove.id) return
    this.#names = names ?? []
    this.#residual = residual
    if (!this.cooking.active) this.cooking.offer(left)
    if (kept !== null) this.programs.offer(kept.programs ?? [])
    if (kept !== null) this.timers.takeUp(kept.timers, kept.cookAt + (clock.now() - kept.at) * kept.speed)
    this.#configure(settings.current)
    this.#options.changed()
  }

  #configure(settings: Settings): void {
    const known = settings.setUp || this.#options.rehearsal
    this.#estimates?.setBoiling(boilingPoint(settings.altitudeMetres))
    this.#options.supervisor.send({
      type: 'configure',
      settings: {
        circuit: known ? watts(settings.circuitAmperes * settings.circuitVolts) : null,
        externalCutOff: settings.externalCutOff,
        residual: this.#residual,
        remembered: this.#remembered,
        boiling: boilingPoint(settings.altitudeMetres),
      },
    })
    this.#options.changed()
  }

  #write(entries: readonly LogEntry[]): void {
    this.#options.store.appendLog(this.#id, entries)
  }

  #zones(): readonly ZoneSnapshot[] {
    return ((this.#stove ?? this.#remembered)?.zones ?? []).map(({ id }, index) => ({
      id,
      name: this.#names[index] ?? '',
      pan: this.#report?.zones[index]?.pan ?? 'unknown',
      notices: this.#notices
        .filter(({ zone }) => zone === index)
        .map(({ notice: { code, figures } }) => ({ code, figures })),
    }))
  }

  #connectionSnapshot(): Connection {
    const state = this.#connection
    switch (state.kind) {
      case 'idle':
        return { kind: 'idle' }
      case 'connecting':
        return { kind: 'connecting', address: state.address }
      case 'connected':
        return { kind: 'connected', address: state.address, stove: state.stove }
      case 'lost': {
        const { address, reason, detail, retryAt, stove } = state
        const last = stove ?? this.#remembered
        return { kind: 'lost', address, code: reason, detail, retryAtWall: retryAt, stove: last }
      }
    }
  }
}
