import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { milliseconds, watts } from '#core/units/quantities.ts'
import { encodeDeviceMessage } from '#main/stove/link/device-codec.ts'
import { LinkDevice } from '#main/stove/link/device.ts'
import { openLink, type LinkOpening, type LinkStove } from '#main/stove/link/driver.ts'
import { UPTIME_MODULUS } from '#main/stove/link/limits.ts'
import type { StoveDescription } from '#core/stove/stove.ts'
import type { StoveEvent } from '#main/stove/stove.ts'
import { FakePlant, TWO_ZONES } from './fake-plant.ts'
import { ManualTime, MemoryLine } from './memory-line.ts'

/** Lets promises settle. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const powers = (...values: number[]): ReturnType<typeof watts>[] => values.map((value) => watts(value))

interface Setup {
  readonly time: ManualTime
  readonly plant: FakePlant
  readonly line: MemoryLine
  readonly events: StoveEvent[]
  opening: LinkOpening | null
}

/** The driver at one end, a device engine at the other; nothing is said yet to whoever waits for the opening. */
async function begin(
  description: StoveDescription = TWO_ZONES,
  change: (line: MemoryLine) => void = () => undefined,
): Promise<Setup> {
  const time = new ManualTime()
  const plant = new FakePlant(description)
  const line = new MemoryLine(time, new LinkDevice(plant, milliseconds(time.now - 60_000)))
  change(line)
  const events: StoveEvent[] = []
  const setup: Setup = { time, plant, line, events, opening: null }
  let drawn = 0
  void openLink(line, (event) => events.push(event), {
    clock: time.clock,
    timer: time.timer,
    random: (least) => least + 1000 + drawn++,
  }).then((opening) => {
    setup.opening = opening
  })
  await settled()
  return setup
}

async function connect(description?: StoveDescription): Promise<Setup & { stove: LinkStove }> {
  const setup = await begin(description)
  setup.line.pass(5)
  const { opening } = setup
  if (opening?.kind !== 'open') throw new Error(`not open: ${JSON.stringify(opening)}`)
  return Object.assign(setup, { stove: opening.stove })
}

describe('greeting', () => {
  test('law 2: the first thing sent is off, the second is hello', async () => {
    const { line, opening } = await begin()
    expect(line.said.slice(0, 2).map(({ message }) => message.type)).toEqual(['off', 'hello'])
    expect(opening?.kind === 'open' && opening.stove.description).toEqual(TWO_ZONES)
  })

  test('nobody at the other end: both are said again, then there is no answer', async () => {
    const setup = await begin(TWO_ZONES, (line) => {
      line.device = null
    })
    setup.line.pass(3999)
    await settled()
    expect(setup.opening).toBeNull()
    setup.line.pass(1)
    await settled()
    expect(setup.opening).toMatchObject({ kind: 'failed', reason: 'no-answer' })
    expect(setup.line.of('hello').length).toBeGreaterThanOrEqual(14)
    expect(setup.line.of('off').length).toBeGreaterThanOrEqual(45)
    expect(setup.line.closed).toBe(true)
    expect(setup.time.pending).toBe(0)
  })

  test('a board that needs two seconds to start is waited for', async () => {
    const setup = await begin(TWO_ZONES, (line) => {
      line.loseToDevice = true
    })
    setup.line.pass(2000)
    setup.line.loseToDevice = false
    setup.line.pass(300)
    await settled()
    expect(setup.opening?.kind).toBe('open')
  })

  test('a device of another version is reported as that', async () => {
    const setup = await begin(TWO_ZONES, (line) => {
      line.device = null
    })
    const { sequence } = setup.line.of('hello')[0] ?? { sequence: -1 }
    setup.line.carry([
      encodeDeviceMessage({ type: 'nak', sequence, of: 'hello', reason: 'wrong-version', detail: 3 }),
    ])
    await settled()
    expect(setup.opening).toMatchObject({ kind: 'failed', reason: 'wrong-version' })
  })

  test('garbage, and a welcome to somebody else, are no answer', async () => {
    const setup = await begin(TWO_ZONES, (line) => {
      line.device = null
    })
    const stranger = { type: 'welcome', sequence: 1, session: 5, uptime: 0, description: TWO_ZONES } as const
    setup.line.carry([Uint8Array.from({ length: 5000 }, (_, index) => (index * 7) & 0xff)])
    setup.line.carry([encodeDeviceMessage(stranger)])
    setup.line.pass(4000)
    await settled()
    expect(setup.opening).toMatchObject({ kind: 'failed', reason: 'no-answer' })
  })

  test('a cable that is pulled while greeting ends it', async () => {
    const setup = await begin(TWO_ZONES, (line) => {
      line.device = null
    })
    setup.line.unplug()
    await settled()
    expect(setup.opening).toMatchObject({ kind: 'failed', reason: 'unplugged' })
  })

  test('an echoing line (its own bytes come back) is no stove', async () => {
    const setup = await begin(TWO_ZONES, (line) => {
      line.device = null
    })
    setup.line.carry(setup.line.wire)
    setup.line.pass(4000)
    await settled()
    expect(setup.opening).toMatchObject({ kind: 'failed', reason: 'no-answer' })
  })

  test('what comes before the opener holds the stove is kept for it', async () => {
    const time = new ManualTime()
    const line = new MemoryLine(time, new LinkDevice(new FakePlant(), milliseconds(0)))
    const events: StoveEvent[] = []
    const opening = openLink(line, (event) => events.push(event), time)
    line.carry(line.device?.tick(milliseconds(time.now)) ?? [])
    line.unplug()
    expect(events).toEqual([])
    expect((await opening).kind).toBe('open')
    line.pass(1)
    expect(events.map((event) => event.type)).toEqual(['report', 'lost'])
  })
})

describe('heat', () => {
  test('reaches the zones in whole watts, within what each can give', async () => {
    const { stove, plant, line } = await connect()
    stove.heat(powers(1234.6, 99_999))
    expect(plant.powers).toEqual([1235, 1400])
    stove.heat(powers(-5, 10))
    expect(plant.powers).toEqual([0, 10])
    expect(() => {
      stove.heat(powers(1))
    }).toThrow(RangeError)
    expect(line.of('heat')).toHaveLength(2)
  })

  test('law 2: lasts only while it is renewed; the driver renews nothing by itself', async () => {
    const { stove, plant, line, events } = await connect()
    stove.heat(powers(2000, 0))
    line.pass(980)
    expect(plant.powers).toEqual([2000, 0])
    line.pass(120)
    expect(plant.powers).toEqual([0, 0])
    line.pass(200)
    const last = events.at(-1)
    expect(last?.type === 'report' && last.report.zones[0]?.flags).toEqual(['lease-expired'])
  })

  test('is not said again once it is acknowledged', async () => {
    const { stove, line } = await connect()
    stove.heat(powers(700, 0))
    line.pass(500)
    expect(line.of('heat')).toHaveLength(1)
  })

  test('law 2: unanswered it is said again with the same bytes, for a quarter of a second', async () => {
    const { stove, line } = await connect()
    line.loseToDevice = true
    stove.heat(powers(700, 0))
    line.pass(900)
    const said = line.of('heat')
    expect(said).toHaveLength(4)
    for (const heat of said) expect(heat).toEqual(said[0])
  })

  test('newest wins while the line is full: nothing queues, and an old demand is not sent at all', async () => {
    const { stove, line, plant } = await connect()
    line.congested = true
    stove.heat(powers(100, 0))
    stove.heat(powers(200, 0))
    stove.heat(powers(300, 0))
    expect(line.of('heat')).toEqual([])
    line.pass(100)
    line.drain()
    expect(line.of('heat')).toHaveLength(1)
    expect(plant.powers).toEqual([300, 0])
    line.congested = true
    stove.heat(powers(400, 0))
    line.pass(300)
    line.drain()
    expect(line.of('heat')).toHaveLength(1)
  })

  test('a lost command shows in nothing but time: the next demand gets through', async () => {
    const { stove, plant, line } = await connect()
    line.loseToDevice = true
    stove.heat(powers(500, 0))
    line.loseToDevice = false
    stove.heat(powers(600, 0))
    expect(plant.powers).toEqual([600, 0])
    expect(stove.counters.refused).toBe(0)
  })
})

describe('off', () => {
  test('law 1: goes out at once while the line is full and a demand waits', async () => {
    const { stove, line, plant } = await connect()
    stove.heat(powers(900, 0))
    line.congested = true
    stove.heat(powers(2000, 0))
    stove.off()
    expect(line.said.at(-1)?.message.type).toBe('off')
    expect(line.said.at(-1)?.at).toBe(line.time.now)
    line.drain()
    line.pass(300)
    expect(plant.powers).toEqual([0, 0])
    expect(line.of('heat')).toHaveLength(1)
  })

  test('law 1: is said again until the device has it', async () => {
    const { stove, line, plant } = await connect()
    stove.heat(powers(900, 0))
    line.loseToDevice = true
    stove.off()
    line.pass(410)
    const offs = line.said.filter(({ message }) => message.type === 'off').slice(1)
    expect(offs).toHaveLength(6)
    for (const [index, off] of offs.entries()) {
      const previous = offs[index - 1]
      if (previous !== undefined) expect(off.at - previous.at).toBeLessThanOrEqual(100)
    }
    expect(plant.powers).toEqual([900, 0])
    line.loseToDevice = false
    line.pass(80)
    expect(plant.powers).toEqual([0, 0])
    const count = line.of('off').length
    line.pass(500)
    expect(line.of('off')).toHaveLength(count)
  })

  test('a demand made after it waits for its acknowledgement', async () => {
    const { stove, line, plant } = await connect()
    line.loseToDevice = true
    stove.off()
    stove.heat(powers(500, 0))
    expect(line.of('heat')).toEqual([])
    line.loseToDevice = false
    line.pass(80)
    expect(plant.powers).toEqual([500, 0])
  })

  test('a lost acknowledgement costs another off and nothing else', async () => {
    const { stove, line, plant } = await connect()
    line.loseToHost = true
    stove.off()
    line.loseToHost = false
    line.pass(100)
    stove.heat(powers(500, 0))
    expect(plant.powers).toEqual([500, 0])
  })
})

describe('reports', () => {
  test('come as the device sends them, with an uptime that goes on beyond its wrap', async () => {
    const { line, events } = await begin(TWO_ZONES, (changed) => {
      changed.device = new LinkDevice(
        new FakePlant(),
        milliseconds(changed.time.now - UPTIME_MODULUS + 700),
        65_533,
      )
    })
    line.pass(1500)
    const reports = events.flatMap((event) => (event.type === 'report' ? [event.report] : []))
    expect(reports.slice(0, 5).map((report) => report.sequence)).toEqual([65_533, 65_534, 65_535, 0, 1])
    expect(reports).toHaveLength(16)
    reports.slice(1).forEach((report, index) => {
      expect(Math.abs(report.uptime - (reports[index]?.uptime ?? 0) - 100)).toBeLessThanOrEqual(1)
    })
  })

  test('law 3: that were held up on the line are not passed on as if they were new', async () => {
    const { line, events, stove } = await connect()
    line.pass(1000)
    events.length = 0
    line.holdToHost = true
    line.pass(2000)
    line.release()
    const ages = events.flatMap((event) =>
      event.type === 'report' ? [line.time.now - (event.report.uptime + 940_000)] : [],
    )
    expect(ages.length).toBeGreaterThan(3)
    // Half a second, and what clocks may drift apart while nothing comes (1 % of two seconds).
    for (const age of ages) expect(age).toBeLessThanOrEqual(530)
    expect(stove.counters.lateReports).toBeGreaterThan(10)
  })

  test('twice or out of order are dropped, but a device that stands still is shown', async () => {
    const { line, events, stove, time } = await connect()
    line.device = null
    events.length = 0
    const report = (sequence: number): Uint8Array =>
      encodeDeviceMessage({
        type: 'report',
        sequence,
        uptime: milliseconds(60_005 + sequence * 100),
        zones: new FakePlant().read(),
      })
    for (const sequence of [10, 11, 11, 13, 12, 14]) {
      line.carry([report(sequence)])
    }
    const seen = (): number[] =>
      events.flatMap((event) => (event.type === 'report' ? [event.report.sequence] : []))
    expect(seen()).toEqual([10, 11, 13, 14])
    expect(stove.counters.droppedReports).toBe(2)
    for (let round = 0; round < 5; round++) {
      line.carry([report(14)])
      time.pass(100)
    }
    expect(seen()).toEqual([10, 11, 13, 14, 14, 14, 14])
  })

  test('with another number of zones than the welcome are not believed', async () => {
    const { line, events } = await connect()
    line.device = null
    events.length = 0
    const [zone] = new FakePlant().read()
    if (zone === undefined) throw new Error('no zone')
    line.carry([
      encodeDeviceMessage({ type: 'report', sequence: 500, uptime: milliseconds(61_000), zones: [zone] }),
    ])
    expect(events).toEqual([])
  })

  test('pictures arrive whole, twice a second, while reports keep their pace', async () => {
    const { line, events } = await connect()
    line.pass(5000)
    const pictures = events.filter((event) => event.type === 'thermal')
    const reports = events.filter((event) => event.type === 'report')
    expect(pictures.length).toBeGreaterThanOrEqual(9)
    expect(pictures.length).toBeLessThanOrEqual(10)
    expect(pictures[0]?.frame).toEqual(new FakePlant().thermal())
    expect(reports.length).toBeGreaterThanOrEqual(50)
  })
})

describe('the end of a line', () => {
  test('no sound frame for three seconds: silent, and nothing is written after', async () => {
    const { line, events, stove, time } = await connect()
    line.device = null
    line.pass(3100)
    expect(events.at(-1)).toMatchObject({ type: 'lost', reason: 'silent' })
    expect(line.closed).toBe(true)
    stove.heat(powers(100, 0))
    stove.off()
    line.pass(1000)
    expect(events.filter((event) => event.type === 'lost')).toHaveLength(1)
    expect(time.pending).toBe(0)
  })

  test('law 12: nothing is written on a line that has ended', async () => {
    const { line, events, stove } = await connect()
    line.unplug()
    expect(events.at(-1)).toMatchObject({ type: 'lost', reason: 'unplugged' })
    const written = line.wire.length
    stove.heat(powers(100, 0))
    stove.off()
    await stove.close()
    line.pass(500)
    expect(line.wire).toHaveLength(written)
  })

  test('a device that has restarted is a lost one: it must be greeted anew', async () => {
    const { line, events, stove, time } = await connect()
    line.device = new LinkDevice(new FakePlant(), milliseconds(time.now))
    stove.heat(powers(100, 0))
    expect(events.at(-1)).toMatchObject({ type: 'lost', reason: 'silent' })
    expect(line.closed).toBe(true)
  })

  test('closing says off, waits for its acknowledgement and is the same promise to everybody', async () => {
    const { line, stove, plant, events } = await connect()
    stove.heat(powers(800, 0))
    events.length = 0
    const closed = stove.close()
    expect(plant.powers).toEqual([0, 0])
    await closed
    await stove.close()
    expect(line.closed).toBe(true)
    line.pass(5000)
    expect(events).toEqual([])
  })

  test('closing does not wait for ever for a device that is gone', async () => {
    const { line, stove } = await connect()
    line.device = null
    const closed = stove.close()
    expect(line.closed).toBe(false)
    line.pass(250)
    await closed
    expect(line.closed).toBe(true)
    expect(line.said.at(-1)?.message.type).toBe('off')
  })

  test('reports that stay late for three seconds end the connection', async () => {
    const { line, events, time } = await connect()
    const device = line.device
    line.device = null
    for (let sequence = 0; sequence < 60; sequence++) {
      time.pass(100)
      const uptime = milliseconds(60_005 + sequence * 100 - 2000)
      line.carry([
        encodeDeviceMessage({
          type: 'report',
          sequence: 900 + sequence,
          uptime,
          zones: new FakePlant().read(),
        }),
      ])
    }
    expect(device).not.toBeNull()
    expect(events.at(-1)).toMatchObject({ type: 'lost', reason: 'silent' })
  })
})

test('laws 1 and 2: whatever happens to the line, off comes through and heat ends, as soon as a frame does', async () => {
  const event = fc.oneof(
    fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 300 }) }),
    fc.record({ kind: fc.constant('heat' as const), power: fc.nat(1400) }),
    fc.record({ kind: fc.constant('off' as const) }),
    fc.record({ kind: fc.constant('lose' as const), out: fc.boolean(), back: fc.boolean() }),
    fc.record({ kind: fc.constant('hold' as const), on: fc.boolean() }),
    fc.record({ kind: fc.constant('full' as const), on: fc.boolean() }),
    fc.record({ kind: fc.constant('noise' as const), bytes: fc.uint8Array({ maxLength: 40 }) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 40 }), async (story) => {
      const { line, stove, plant } = await connect()
      let lastDemand = -Infinity
      let stopped = false
      for (const happening of story) {
        if (happening.kind === 'pass') line.pass(happening.ms)
        if (happening.kind === 'heat') {
          stove.heat(powers(happening.power, 0))
          lastDemand = line.time.now
          stopped = false
        }
        if (happening.kind === 'off') {
          stove.off()
          stopped = true
        }
        if (happening.kind === 'lose') {
          line.loseToDevice = happening.out
          line.loseToHost = happening.back
        }
        if (happening.kind === 'hold') {
          if (happening.on) line.holdToHost = true
          else line.release()
        }
        if (happening.kind === 'full') {
          if (happening.on) line.congested = true
          else line.drain()
        }
        if (happening.kind === 'noise') line.carry([happening.bytes])
        const heats = plant.powers.some((power) => power > 0)
        if (heats) expect(line.time.now - lastDemand).toBeLessThanOrEqual(1000)
        if (stopped && !line.loseToDevice && happening.kind === 'off') expect(heats).toBe(false)
      }
      line.loseToDevice = false
      line.loseToHost = false
      line.release()
      const dead = line.closed
      stove.off()
      line.pass(dead ? 1000 : 100)
      expect(plant.powers).toEqual([0, 0])
    }),
    { numRuns: 100 },
  )
})
