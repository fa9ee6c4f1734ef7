import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SafetyCommand } from '#core/safety/command.ts'
import type { SafetyHappening } from '#core/safety/event.ts'
import type { Origin } from '#core/safety/request.ts'
import { initialState, type SafetyState } from '#core/safety/state.ts'
import { step } from '#core/safety/supervisor.ts'
import { view } from '#core/safety/to-view.ts'
import type { StoveDescription, StoveReport, ZoneTarget } from '#core/stove/stove.ts'
import { celsius, milliseconds, watts } from '#core/units/quantities.ts'
import { heats, offs, power, SETTINGS, temperature } from './support/kitchen-rig.ts'
import { describeStove } from './support/toy-stove.ts'

/**
 * Random evenings. A second, much simpler bookkeeping runs beside the supervisor and knows only what the laws say
 * from outside: who touched what, what was stopped, how old the news is. After every event both must agree.
 */
type Act =
  | { readonly do: 'wait'; readonly ms: number; readonly ticks: boolean }
  | { readonly do: 'report'; readonly surface: readonly (number | null)[]; readonly broken: boolean }
  | { readonly do: 'happen'; readonly happening: SafetyHappening }
  | {
      readonly do: 'request'
      readonly zone: number
      readonly target: ZoneTarget
      readonly origin: Origin
      readonly touchAge: number | null
    }
  | { readonly do: 'recover' }
  | {
      readonly do: 'connect'
      readonly lease: StoveDescription['leaseClass']
      readonly physicalOff: boolean
      /** How many of its zones regulate themselves, and whether it can tell its power. */
      readonly plates: number
      readonly tells: boolean
      readonly period: number
    }

const zoneId = fc.integer({ min: 0, max: 3 })
const target: fc.Arbitrary<ZoneTarget> = fc.oneof(
  fc.constant<ZoneTarget>({ kind: 'off' }),
  fc.integer({ min: 0, max: 12 }).map((tenths) => power(tenths / 10)),
  fc.integer({ min: 2, max: 31 }).map((tens) => temperature(tens * 10)),
  fc
    .integer({ min: 2, max: 31 })
    .map((tens): ZoneTarget => ({ kind: 'liquid', celsius: celsius(tens * 10) })),
  fc.integer({ min: 0, max: 11 }).map((tenths): ZoneTarget => ({ kind: 'simmer', vigour: tenths / 10 })),
)
const happening: fc.Arbitrary<SafetyHappening> = fc.oneof(
  fc.constant<SafetyHappening>({ type: 'display-beat', display: 'hob', touched: false }),
  fc.constant<SafetyHappening>({ type: 'lost', reason: 'unplugged' }),
  fc.record({
    type: fc.constant('stop' as const),
    zone: fc.option(zoneId),
    by: fc.constantFrom('hob', 'phone'),
  }),
  fc.record({
    type: fc.constant('answer-question' as const),
    question: fc.integer({ min: 1, max: 6 }),
    accept: fc.boolean(),
    by: fc.constant('hob'),
  }),
  fc.record({
    type: fc.constant('acknowledge' as const),
    fault: fc.integer({ min: 1, max: 4 }),
    by: fc.constant('hob'),
  }),
  fc.record({ type: fc.constant('log-state' as const), writable: fc.constantFrom(true, true, true, false) }),
  fc.record({
    type: fc.constant('lock' as const),
    locked: fc.constantFrom(false, false, true),
    by: fc.constant('hob'),
  }),
  fc.record({
    type: fc.constant('envelope' as const),
    envelope: fc.option(
      fc.array(
        fc.record({
          zone: zoneId,
          maxShare: fc.constantFrom(0.3, 0.7, 1),
          maxCelsius: fc.constantFrom(celsius(90), celsius(200)),
          maxLiquid: fc.constantFrom(celsius(0), celsius(85)),
          maxVigour: fc.constantFrom(0, 0.5),
        }),
        { maxLength: 3 },
      ),
    ),
    by: fc.constant('cook'),
  }),
  fc.record({
    type: fc.constant('configure' as const),
    settings: fc.record({
      circuit: fc.constantFrom(watts(800), watts(3680), watts(9000), watts(2300), null),
      externalCutOff: fc.boolean(),
      residual: fc.constant([]),
      remembered: fc.constantFrom(null, describeStove()),
      boiling: fc.constantFrom(celsius(100), celsius(88)),
    }),
  }),
)
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.constantFrom(100, 100, 100, 200, 300, 900, 900, 2500, 2500, 11_000, 31_000),
      ticks: fc.constantFrom(true, true, true, true, true, true, true, true, false),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('report' as const),
      surface: fc.array(fc.option(fc.integer({ min: 10, max: 330 }), { freq: 12 }), {
        minLength: 2,
        maxLength: 4,
      }),
      broken: fc.constantFrom(false, false, false, true),
    }),
  },
  { weight: 5, arbitrary: happening.map((one): Act => ({ do: 'happen', happening: one })) },
  {
    weight: 5,
    arbitrary: fc.constant<Act>({
      do: 'happen',
      happening: { type: 'display-beat', display: 'hob', touched: true },
    }),
  },
  // What a cook does who wants to go on: sees to all faults, and connects again.
  { weight: 3, arbitrary: fc.constant<Act>({ do: 'recover' }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('request' as const),
      zone: zoneId,
      target,
      origin: fc.constantFrom<Origin[]>(
        'display',
        'display',
        'display',
        'display',
        'program',
        'remote',
        'assistant',
      ),
      touchAge: fc.option(fc.constantFrom(0, 0, 0, 0, 0, 0, 1000, 29_000, 31_000, -5000), { freq: 8 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('connect' as const),
      lease: fc.constantFrom<StoveDescription['leaseClass'][]>('A', 'B', 'C'),
      physicalOff: fc.boolean(),
      plates: fc.integer({ min: 0, max: 3 }),
      tells: fc.boolean(),
      period: fc.constantFrom(100, 500, 2000),
    }),
  },
)

/** What the laws say from outside. */
class Witness {
  at = 1_700_000_000_000
  state: SafetyState = initialState(this.at)
  stove: StoveDescription | null = null
  #lastTick: number | null = null
  #lastReport: number | null = null
  #lastBeat: number | null = null
  #circuit: number | null = null
  #cutOff = false
  #locked = false
  #writable = false
  /** Zones that a hand has started and that nothing has stopped since. */
  readonly #started = new Set<number>()
  #sequence = 0
  #tells = true

  play(one: Act): void {
    switch (one.do) {
      case 'wait':
        if (!one.ticks) {
          this.at += one.ms
          return
        }
        for (let left = one.ms; left > 0; left -= 100) {
          this.at += 100
          // A quiet line and a live display, so that longer waits reach the slower laws too.
          if (one.ms <= 1000 || left % 700 === 0) this.#report([null], false, true)
          this.#feed({ type: 'tick' })
        }
        return
      case 'report':
        this.#report(one.surface, one.broken, false)
        return
      case 'happen':
        this.#feed(one.happening)
        return
      case 'recover':
        if (!this.state.connected && this.stove !== null) {
          this.#feed({ type: 'connected', stove: this.stove })
          this.#report([25, 60, 120], false, false)
        }
        for (const { id } of this.state.faults) {
          this.#feed({ type: 'acknowledge', fault: id, by: 'hob' })
        }
        this.#feed({ type: 'lock', locked: false, by: 'hob' })
        this.#feed({ type: 'log-state', writable: true })
        return
      case 'connect':
        this.stove = stoveOf(one)
        this.#tells = one.tells
        this.#feed({ type: 'connected', stove: this.stove })
        return
      case 'request': {
        const touch =
          one.touchAge === null
            ? null
            : { zone: one.zone, target: one.target, at: milliseconds(this.at - one.touchAge) }
        this.#feed({
          type: 'request',
          id: 1,
          request: { zone: one.zone, target: one.target, origin: one.origin, by: one.origin, touch },
        })
      }
    }
  }

  #report(surface: readonly (number | null)[], broken: boolean, steady: boolean): void {
    if (this.stove === null) return
    this.#sequence = (this.#sequence + 1) % 65_536
    const report: StoveReport = {
      sequence: broken ? 0 : this.#sequence,
      uptime: milliseconds(broken ? 0 : this.at - 1_690_000_000_000),
      zones: this.stove.zones.map((_, index) => {
        const before = this.state.zones[index]?.reading.surface ?? 25
        const value = steady ? before + (this.#sequence % 3) / 10 - 0.1 : (surface[index] ?? null)
        return {
          surface: value === null ? null : celsius(Math.round(value * 10) / 10),
          probe: null,
          power: this.#tells ? watts(this.state.zones[index]?.demand ?? 0) : null,
          commanded: watts(this.state.zones[index]?.demand ?? 0),
          pan: 'present',
          flags: [],
        }
      }),
    }
    this.#feed({ type: 'report', report })
  }

  #feed(happening: SafetyHappening): void {
    const before = this.state
    const { state, commands } = step(before, { ...happening, at: milliseconds(this.at) })
    this.state = state
    this.#learn(happening, before, commands)
    this.#judge(before, commands)
  }

  #learn(happening: SafetyHappening, before: SafetyState, commands: readonly SafetyCommand[]): void {
    switch (happening.type) {
      case 'tick':
        this.#lastTick = this.at
        break
      case 'report':
        if (happening.report.uptime > 0) this.#lastReport = this.at
        break
      case 'display-beat':
        this.#lastBeat = this.at
        break
      case 'configure':
        this.#circuit = happening.settings.circuit
        this.#cutOff = happening.settings.externalCutOff
        break
      case 'lock':
        this.#locked = happening.locked
        break
      case 'log-state':
        this.#writable = happening.writable
        break
      case 'connected':
        expect(commands[0]).toEqual({ type: 'off' })
        this.#started.clear()
        break
      case 'lost':
        this.#started.clear()
        break
      case 'stop':
        if (happening.zone === null || happening.zone > 2) {
          expect(offs(commands)).toBe(1)
          this.#started.clear()
        } else {
          this.#started.delete(happening.zone)
          expect(state(this.state, happening.zone)).toBe('off')
        }
        break
      case 'request': {
        const { zone, target: wanted, origin, touch } = happening.request
        if (wanted.kind === 'off' || (wanted.kind === 'power' && wanted.share === 0))
          this.#started.delete(zone)
        const hand = origin === 'display' && touch !== null && this.at - touch.at <= 30_000
        const gated = this.#locked || !this.#writable || this.#circuit === null
        if (hand && !gated && state(this.state, zone) !== 'off') this.#started.add(zone)
        break
      }
      case 'answer-question': {
        const asked = before.questions.find((question) => question.id === happening.question)
        if (asked !== undefined && happening.accept && this.at < asked.expiresAt && !this.#locked) {
          this.#started.add(asked.request.zone)
        }
        break
      }
      case 'acknowledge':
      case 'envelope':
        break
    }
    for (const { zone } of this.state.faults) {
      if (zone === null) this.#started.clear()
      else this.#started.delete(zone)
    }
  }

  #judge(before: SafetyState, commands: readonly SafetyCommand[]): void {
    const latched = this.state.faults
    const told = view(this.state)
    this.state.zones.forEach((zone, index) => {
      if (zone.target.kind === 'off') {
        holds(zone.demand === 0, 'what is off gets nothing')
        return
      }
      holds(this.#started.has(zone.zone.id), 'laws 6 and 7: on without a hand')
      holds(
        !latched.some((fault) => fault.zone === null || fault.zone === zone.zone.id),
        'a latched fault keeps off what it concerns',
      )
      const offAt = told.zones[index]?.offAt ?? Number.POSITIVE_INFINITY
      holds(offAt <= this.at + 8 * 3_600_000, 'law 8: whatever is on goes off one day')
    })
    for (const fault of before.faults) {
      const gone = !latched.some((entry) => entry.id === fault.id)
      holds(!gone || commands.some(({ type }) => type === 'log'), 'law 11: a fault went unseen')
    }
    const frames = heats(commands)
    holds(frames.length <= 1, 'one frame a step')
    for (const frame of frames) {
      const sum = frame.reduce((all, power) => all + power, 0)
      holds(offs(commands) === 0, 'heat beside off')
      holds(this.at - (this.#lastTick ?? -Infinity) <= 300, 'law 2: heat without a tick in time')
      holds(this.state.connected, 'heat into nowhere')
      holds(this.stove?.leaseClass !== 'C' || this.#cutOff, 'law 2: class C without a cut-off')
      const age = this.at - (this.#lastReport ?? -Infinity)
      const oldest = Math.max(1000, 1.25 * (this.stove?.reportPeriod ?? 0))
      holds(sum === 0 || age <= oldest, 'law 3: heat on old news')
      holds(sum <= (this.#circuit ?? 0), 'law 10: more than the circuit')
      holds(
        this.stove?.physicalOff === true || this.at - (this.#lastBeat ?? -Infinity) <= 10_100,
        'law 13: heat without STOP',
      )
      frame.forEach((power, index) => {
        holds(power <= 2000, 'law 10: more than the zone')
        holds(power === 0 || this.state.zones[index]?.target.kind !== 'off', 'law 1: heat after off')
      })
    }
    for (const command of commands) {
      if (command.type === 'heat') this.#judgeSetpoints(command.setpoints, command.demand)
    }
    const heated = before.zones.some((zone) => zone.demand > 0)
    const nothingOn = this.state.zones.every((zone) => zone.target.kind === 'off')
    holds(!heated || !nothingOn || offs(commands) === 1, 'law 1: the stove must hear of it in the same step')
  }

  /** A plate is told a temperature that its target and its surface allow, and a burner none. */
  #judgeSetpoints(setpoints: readonly (number | null)[], demand: readonly number[]): void {
    setpoints.forEach((setpoint, index) => {
      const zone = this.state.zones[index]
      const plate = zone?.zone.sets === 'setpoint'
      const power = demand[index] ?? 0
      holds(plate || setpoint === null, 'a setpoint for a zone that takes power')
      holds(!plate || power === 0 || power === 2000, 'law 10: a plate takes all or nothing')
      holds(
        (setpoint !== null) === (plate && power > 0),
        'law 1: a setpoint without heat, or heat without one',
      )
      if (setpoint === null || zone === undefined) return
      const { target } = zone
      holds(setpoint <= 285, 'law 5: no room below the limit')
      holds(target.kind !== 'temperature' || setpoint <= target.celsius, 'law 5: hotter than was set')
      holds(target.kind !== 'simmer' || setpoint <= 160, 'law 5: hotter than water needs')
      holds(
        target.kind !== 'liquid' || setpoint <= Math.max(220, target.celsius + 15),
        'law 5: hotter than oil bears',
      )
    })
  }
}

type Connect = Extract<Act, { readonly do: 'connect' }>

const LEASES = { A: 1000, B: 20_000, C: 0 } as const

function stoveOf({ lease, physicalOff, plates, period }: Connect): StoveDescription {
  const usual = describeStove({ leaseClass: lease, physicalOff })
  return {
    ...usual,
    lease: milliseconds(LEASES[lease]),
    reportPeriod: milliseconds(period),
    zones: usual.zones.map((zone, index) => ({ ...zone, sets: index < plates ? 'setpoint' : 'power' })),
  }
}

/** Far cheaper than an `expect` for each of a million checks. */
function holds(condition: boolean, law: string): void {
  if (!condition) throw new Error(law)
}

const state = (from: SafetyState, zone: number): string => from.zones[zone]?.target.kind ?? 'off'

const OPENING: readonly Act[] = [
  { do: 'happen', happening: { type: 'configure', settings: SETTINGS } },
  { do: 'happen', happening: { type: 'log-state', writable: true } },
  { do: 'connect', lease: 'A', physicalOff: false, plates: 0, tells: true, period: 100 },
  { do: 'happen', happening: { type: 'display-beat', display: 'hob', touched: true } },
  { do: 'report', surface: [25, 60, 120], broken: false },
  { do: 'wait', ms: 100, ticks: true },
]

describe('whatever happens, no law is broken', () => {
  test('from nothing', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60, size: 'max' }), (acts) => {
        const witness = new Witness()
        for (const one of acts) witness.play(one)
      }),
      { numRuns: 200 },
    )
  })

  test('from a kitchen that is ready', () => {
    let heated = 0
    fc.assert(
      fc.property(fc.array(act, { minLength: 20, maxLength: 120, size: 'max' }), (acts) => {
        const witness = new Witness()
        for (const one of [...OPENING, ...acts]) {
          witness.play(one)
          if (witness.state.zones.some((zone) => zone.demand > 0)) heated += 1
        }
      }),
      { numRuns: 600 },
    )
    // A property that never heats proves nothing.
    expect(heated).toBeGreaterThan(600)
  })

  test('from a kitchen with plates that regulate themselves, of any class', () => {
    let heated = 0
    const opening = fc.record({
      do: fc.constant('connect' as const),
      lease: fc.constantFrom<StoveDescription['leaseClass'][]>('A', 'B', 'C'),
      physicalOff: fc.boolean(),
      plates: fc.integer({ min: 1, max: 3 }),
      tells: fc.boolean(),
      period: fc.constantFrom(100, 500, 2000),
    })
    const declared: Act = {
      do: 'happen',
      happening: { type: 'configure', settings: { ...SETTINGS, circuit: watts(6000), externalCutOff: true } },
    }
    fc.assert(
      fc.property(opening, fc.array(act, { minLength: 20, maxLength: 100, size: 'max' }), (connect, acts) => {
        const witness = new Witness()
        for (const one of [...OPENING.toSpliced(2, 1, connect), declared, ...acts]) {
          witness.play(one)
          if (witness.state.zones.some((zone) => zone.demand > 0 && zone.setpoint !== null)) heated += 1
        }
      }),
      { numRuns: 300 },
    )
    expect(heated).toBeGreaterThan(300)
  })

  test('the state is plain data: it survives a trip through JSON at any moment', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const witness = new Witness()
        for (const one of [...OPENING, ...acts]) witness.play(one)
        const copy = JSON.parse(JSON.stringify(witness.state)) as SafetyState
        expect(copy).toEqual(witness.state)
        const event = { type: 'tick', at: milliseconds(witness.at + 100) } as const
        expect(step(copy, event)).toEqual(step(witness.state, event))
      }),
      { numRuns: 100 },
    )
  })
})
