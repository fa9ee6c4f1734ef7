import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { milliseconds, watts } from '#core/units/quantities.ts'
import { decodeDeviceMessage } from '#main/stove/link/device-codec.ts'
import { LinkDevice } from '#main/stove/link/device.ts'
import { FrameDecoder } from '#main/stove/link/frame.ts'
import { encodeHostMessage } from '#main/stove/link/host-codec.ts'
import type { DeviceMessage, Heat, HostMessage } from '#main/stove/link/message.ts'
import { FakePlant, TWO_ZONES } from './fake-plant.ts'

const SESSION = 0xbeef

/** A device and somebody who talks to it by hand. */
class Bench {
  readonly plant: FakePlant
  readonly device: LinkDevice
  readonly heard: DeviceMessage[] = []
  now = 10_000
  #decoder = new FrameDecoder((body) => {
    const found = decodeDeviceMessage(body)
    if (found.kind === 'message') this.heard.push(found.message)
  })

  constructor(plant = new FakePlant()) {
    this.plant = plant
    this.device = new LinkDevice(plant, milliseconds(0))
  }

  say(...messages: readonly HostMessage[]): void {
    this.hand(Buffer.concat(messages.map((message) => encodeHostMessage(message))))
  }

  hand(bytes: Uint8Array): void {
    for (const frame of this.device.receive(bytes, milliseconds(this.now))) this.#decoder.push(frame)
  }

  /** Lets `ms` pass in steps of 10 ms. */
  pass(ms: number): void {
    for (let left = ms; left > 0; left -= 10) {
      this.now += Math.min(10, left)
      for (const frame of this.device.tick(milliseconds(this.now))) this.#decoder.push(frame)
    }
  }

  greet(session = SESSION, sequence = 1): void {
    this.say({ type: 'hello', sequence, version: 1, session })
  }

  of<Type extends DeviceMessage['type']>(type: Type): Extract<DeviceMessage, { type: Type }>[] {
    return this.heard.filter((one): one is Extract<DeviceMessage, { type: Type }> => one.type === type)
  }
}

function heat(bench: Bench, sequence: number, powers: readonly number[], session = SESSION): Heat {
  return { type: 'heat', sequence, session, seen: Math.floor(bench.now), powers: powers.map(watts) }
}

describe('lease', () => {
  test('law 2: a device that hears no heat for 1 s drops every zone by itself and says so', () => {
    const bench = new Bench()
    bench.greet()
    bench.say(heat(bench, 2, [1500, 700]))
    expect(bench.plant.powers).toEqual([1500, 700])
    bench.pass(990)
    expect(bench.plant.powers).toEqual([1500, 700])
    bench.pass(10)
    expect(bench.plant.powers).toEqual([0, 0])
    bench.pass(200)
    const zones = bench.of('report').at(-1)?.zones ?? []
    expect(zones.map((zone) => zone.flags)).toEqual([['lease-expired'], ['lease-expired']])
    expect(zones.map((zone) => zone.commanded)).toEqual([0, 0])
  })

  test('law 2: the lease also ends when nobody ticks the device before the next bytes come', () => {
    const bench = new Bench()
    bench.greet()
    bench.say(heat(bench, 2, [1500, 0]))
    bench.now += 1000
    bench.hand(Uint8Array.of(0))
    expect(bench.plant.powers).toEqual([0, 0])
  })

  test('is renewed by heat 5 times a second, for hours', () => {
    const bench = new Bench()
    bench.greet()
    for (let sequence = 2; sequence < 400; sequence++) {
      bench.say(heat(bench, sequence, [1000, 0]))
      bench.pass(200)
      expect(bench.plant.powers).toEqual([1000, 0])
    }
  })

  test('is not renewed by anything else the host says', () => {
    const bench = new Bench()
    bench.greet()
    bench.say(heat(bench, 2, [1500, 0]))
    const first = heat(bench, 2, [1500, 0])
    for (let round = 0; round < 12; round++) {
      bench.pass(90)
      bench.greet(SESSION, 3 + round)
      bench.say(first)
      bench.say({
        type: 'configure',
        sequence: 50 + round,
        session: SESSION,
        reportPeriod: milliseconds(100),
        thermalPeriod: milliseconds(0),
      })
    }
    expect(bench.plant.powers).toEqual([0, 0])
  })

  test('runs from the report that was answered, not from the arrival of the command', () => {
    const bench = new Bench()
    bench.greet()
    const late = heat(bench, 2, [1500, 0])
    bench.pass(900)
    bench.say(late)
    expect(bench.plant.powers).toEqual([1500, 0])
    bench.pass(100)
    expect(bench.plant.powers).toEqual([0, 0])
  })

  test('once it has run out, heat is refused until the host took note with off', () => {
    const bench = new Bench()
    bench.greet()
    bench.say(heat(bench, 2, [1500, 0]))
    bench.pass(1100)
    bench.say(heat(bench, 3, [1500, 0]))
    expect(bench.plant.powers).toEqual([0, 0])
    expect(bench.of('nak').at(-1)?.reason).toBe('lease-expired')
    bench.say({ type: 'off', sequence: 4, session: SESSION }, heat(bench, 5, [1500, 0]))
    expect(bench.plant.powers).toEqual([1500, 0])
  })
})

describe('old bytes', () => {
  test('law 12: heat of a former session is refused', () => {
    const bench = new Bench()
    bench.greet(1)
    bench.say(heat(bench, 2, [1000, 0], 1))
    bench.greet(2)
    expect(bench.plant.powers).toEqual([0, 0])
    bench.say(heat(bench, 3, [1000, 0], 1))
    expect(bench.plant.powers).toEqual([0, 0])
    expect(bench.of('nak').at(-1)?.reason).toBe('wrong-session')
  })

  test('law 12: heat that lay in a buffer never heats, even while its session lives on', () => {
    const bench = new Bench()
    bench.greet()
    const left = encodeHostMessage(heat(bench, 2, [1000, 0]))
    bench.pass(1500)
    bench.hand(left)
    expect(bench.plant.powers).toEqual([0, 0])
    expect(bench.of('nak').at(-1)?.reason).toBe('stale')
  })

  test('law 12: a whole former conversation, heard again after a restart, does not heat', () => {
    const before = new Bench()
    before.greet()
    const recorded = Buffer.concat([
      encodeHostMessage({ type: 'off', sequence: 0, session: SESSION }),
      encodeHostMessage({ type: 'hello', sequence: 1, version: 1, session: SESSION }),
      encodeHostMessage(heat(before, 2, [1000, 0])),
    ])
    const restarted = new Bench()
    restarted.now = 40
    restarted.hand(recorded)
    expect(restarted.plant.powers).toEqual([0, 0])
    expect(restarted.of('nak').at(-1)?.reason).toBe('stale')
  })

  test('law 12: no heat without a hello', () => {
    const bench = new Bench()
    bench.say(heat(bench, 2, [1000, 0]))
    expect(bench.plant.powers).toEqual([0, 0])
    expect(bench.of('nak').at(-1)?.reason).toBe('wrong-session')
  })

  test('an overtaken command changes nothing, a duplicate is acknowledged and changes nothing', () => {
    const bench = new Bench()
    bench.greet()
    bench.say(heat(bench, 5, [500, 0]), heat(bench, 4, [2000, 0]), heat(bench, 5, [2000, 0]))
    expect(bench.plant.powers).toEqual([500, 0])
    expect(bench.of('ack').map((ack) => ack.sequence)).toEqual([5, 5])
    expect(bench.of('nak').map((nak) => nak.reason)).toEqual(['old-sequence'])
  })

  test('heat from before an off does not undo it', () => {
    const bench = new Bench()
    bench.greet()
    const overtaken = heat(bench, 2, [2000, 0])
    bench.say({ type: 'off', sequence: 3, session: SESSION }, overtaken)
    expect(bench.plant.powers).toEqual([0, 0])
  })

  test('sequences go on beyond their wrap', () => {
    const bench = new Bench()
    bench.greet(SESSION, 65_533)
    for (const [sequence, power] of [
      [65_534, 100],
      [65_535, 200],
      [0, 300],
      [1, 400],
    ] as const) {
      bench.say(heat(bench, sequence, [power, 0]))
      expect(bench.plant.powers).toEqual([power, 0])
    }
  })
})

describe('off', () => {
  test('law 1: is obeyed and acknowledged in every state, from anybody, also cut short', () => {
    fc.assert(
      fc.property(fc.nat(0xffff), fc.nat(0xffff_ffff), fc.boolean(), (sequence, session, greeted) => {
        const bench = new Bench()
        if (greeted) {
          bench.greet()
          bench.say(heat(bench, 2, [2000, 1400]))
        }
        bench.say({ type: 'off', sequence, session })
        expect(bench.plant.powers).toEqual([0, 0])
        expect(bench.of('ack').at(-1)).toEqual({ type: 'ack', of: 'off', sequence })
      }),
    )
  })

  test('of a stranger does not take the present host its sequence', () => {
    const bench = new Bench()
    bench.greet()
    bench.say({ type: 'off', sequence: 30_000, session: 99 }, heat(bench, 2, [300, 0]))
    expect(bench.plant.powers).toEqual([300, 0])
  })
})

describe('reports', () => {
  test('come ten times a second in a row, and only after hello', () => {
    const bench = new Bench()
    bench.pass(1000)
    expect(bench.heard).toEqual([])
    bench.greet()
    bench.pass(2000)
    const reports = bench.of('report')
    expect(reports.map((report) => report.sequence)).toEqual(Array.from({ length: 21 }, (_, index) => index))
    // The first is due at once and waits for the next tick, 10 ms later.
    expect(reports[0]?.uptime).toBe(11_010)
    reports.slice(1).forEach((report, index) => {
      expect(report.uptime).toBe(11_100 + index * 100)
    })
  })

  test('are not made up for after a stall', () => {
    const bench = new Bench()
    bench.greet()
    bench.pass(100)
    bench.now += 5000
    bench.heard.length = 0
    bench.pass(100)
    expect(bench.of('report').length).toBeLessThanOrEqual(2)
  })

  test('and pictures come as they were asked for', () => {
    const bench = new Bench()
    bench.greet()
    const ask = { type: 'configure', session: SESSION } as const
    bench.say({
      ...ask,
      sequence: 2,
      reportPeriod: milliseconds(200),
      thermalPeriod: milliseconds(500),
    })
    bench.pass(3000)
    expect(bench.of('report').length).toBeGreaterThanOrEqual(15)
    expect(bench.of('report').length).toBeLessThanOrEqual(16)
    const rows = bench.of('thermal')
    expect(rows.length).toBeGreaterThanOrEqual(34)
    expect(rows.length).toBeLessThanOrEqual(37)
    expect(rows.slice(0, 7).map((part) => [part.picture, part.firstRow])).toEqual([
      [0, 0],
      [0, 4],
      [0, 8],
      [0, 12],
      [0, 16],
      [0, 20],
      [1, 0],
    ])
    bench.say({ ...ask, sequence: 3, reportPeriod: milliseconds(20), thermalPeriod: milliseconds(0) })
    expect(bench.of('nak').at(-1)).toMatchObject({ reason: 'out-of-range', detail: 1 })
  })

  test('pictures are refused by a device without a camera', () => {
    const bench = new Bench(new FakePlant({ ...TWO_ZONES, thermalCamera: false }))
    bench.greet()
    bench.say({
      type: 'configure',
      sequence: 2,
      session: SESSION,
      reportPeriod: milliseconds(100),
      thermalPeriod: milliseconds(500),
    })
    expect(bench.of('nak').at(-1)?.reason).toBe('unsupported')
  })
})

test('more than a zone can, or a wrong number of zones, is refused whole', () => {
  const bench = new Bench()
  bench.greet()
  bench.say(heat(bench, 2, [100, 1401]), heat(bench, 3, [100]), heat(bench, 4, [100, 100, 100]))
  expect(bench.plant.powers).toEqual([0, 0])
  expect(bench.of('nak').map(({ reason, detail }) => [reason, detail])).toEqual([
    ['out-of-range', 4],
    ['out-of-range', 2],
    ['out-of-range', 2],
  ])
})

test('a host of another version is told which one is spoken here', () => {
  const bench = new Bench()
  bench.say({ type: 'hello', sequence: 7, version: 2, session: SESSION })
  expect(bench.of('nak')).toEqual([
    { type: 'nak', of: 'hello', sequence: 7, reason: 'wrong-version', detail: 1 },
  ])
  expect(bench.device.nextDue).toBe(Infinity)
})

test('a line that is hung up ends heat and session', () => {
  const bench = new Bench()
  bench.greet()
  bench.say(heat(bench, 2, [1000, 0]))
  bench.device.hangUp(milliseconds(bench.now))
  expect(bench.plant.powers).toEqual([0, 0])
  expect(bench.device.nextDue).toBe(Infinity)
})

test('law 2: whatever is said to a device, it never heats longer than a lease beyond the last heat', () => {
  const message = fc.oneof(
    fc.record({ kind: fc.constant('heat' as const), power: fc.nat(2200), back: fc.nat(1500) }),
    fc.record({ kind: fc.constant('off' as const) }),
    fc.record({ kind: fc.constant('hello' as const), session: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ kind: fc.constant('garbage' as const), bytes: fc.uint8Array({ maxLength: 30 }) }),
    fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 700 }) }),
  )
  fc.assert(
    fc.property(fc.array(message, { maxLength: 60 }), (story) => {
      const bench = new Bench()
      let session = 1
      let lastHeat = -Infinity
      story.forEach((event, index) => {
        const sequence = index + 10
        if (event.kind === 'off') bench.say({ type: 'off', sequence, session })
        if (event.kind === 'hello') bench.greet((session = event.session), sequence)
        if (event.kind === 'garbage') bench.hand(event.bytes)
        if (event.kind === 'pass') bench.pass(event.ms)
        if (event.kind === 'heat') {
          const said = heat(bench, sequence, [event.power, 0], session)
          bench.say({ ...said, seen: Math.max(0, said.seen - event.back) })
          lastHeat = bench.now
        }
        const heats = bench.plant.powers.some((power) => power > 0)
        if (heats) expect(bench.now - lastHeat).toBeLessThan(1000)
        if (event.kind === 'off' || event.kind === 'hello') {
          expect(heats && event.kind === 'off').toBe(false)
        }
      })
    }),
    { numRuns: 200 },
  )
})
