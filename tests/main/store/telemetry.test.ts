import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NO_TEMPERATURE, type StoveReport } from '../../../src/core/stove/stove.ts'
import { BUCKETS, eachBucket } from '../../../src/main/store/chunk.ts'
import type { Keeper } from '../../../src/main/store/keeper.ts'
import { pack, runs, type Sample, unpack } from '../../../src/main/store/samples.ts'
import { WIDTHS } from '../../../src/main/store/telemetry.ts'
import { folder, keeperAt, NOON, near, reading, report, STOVE } from './kitchen.ts'

interface Given {
  readonly at: number
  readonly zones: readonly { readonly surface: number | null; readonly power: number }[]
}

const asReport = (given: Given): StoveReport =>
  report(...given.zones.map((zone) => reading(zone.surface, zone.power)))

const zone = fc.record({
  surface: fc.option(fc.integer({ min: -400, max: 5000 }).map((tenths) => tenths / 10)),
  power: fc.integer({ min: 0, max: 4000 }),
})
/** Time goes on mostly, and jumps now and then, also back; the stove has one to six zones. */
const course = fc
  .tuple(
    fc
      .integer({ min: 1, max: 6 })
      .chain((zones) =>
        fc.array(fc.array(zone, { minLength: zones, maxLength: zones }), { minLength: 1, maxLength: 60 }),
      ),
    fc.infiniteStream(
      fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: 1, max: 900 }) },
        { weight: 1, arbitrary: fc.integer({ min: -200_000, max: 4_000_000 }) },
      ),
    ),
  )
  .map(([readings, steps]): readonly Given[] => {
    let at = NOON
    return readings.map((zones) => {
      at += steps.next().value
      return { at, zones }
    })
  })

/** Everything that a width holds, as one line a bucket. */
function rollup(keeper: Keeper, width: number): readonly string[] {
  const lines: string[] = []
  const rows = keeper.db
    .prepare<[number], { at: number; body: Buffer }>(
      'SELECT at, body FROM rollups WHERE width = ? ORDER BY at',
    )
    .all(width)
  for (const row of rows) {
    eachBucket(row.body, (bucket, zoneId, min, max, sum, temperatures, reports, power) => {
      const range = temperatures === 0 ? '-' : `${min}..${max}`
      lines.push(`${row.at + bucket * width} z${zoneId} ${range} ${sum}/${temperatures} ${power}/${reports}`)
    })
  }
  return lines.sort()
}

/** The same, worked out in the plainest way. */
function expected(given: readonly Given[], width: number): readonly string[] {
  const groups = new Map<string, { tenths: number[]; power: number[] }>()
  for (const { at, zones } of given) {
    zones.forEach((one, index) => {
      const name = `${Math.floor(at / width) * width} z${index}`
      const group = groups.get(name) ?? { tenths: [], power: [] }
      groups.set(name, group)
      if (one.surface !== null) group.tenths.push(Math.round(one.surface * 10))
      group.power.push(one.power)
    })
  }
  const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
  return [...groups]
    .map(([name, { tenths, power }]) => {
      const range = tenths.length === 0 ? '-' : `${Math.min(...tenths)}..${Math.max(...tenths)}`
      return `${name} ${range} ${total(tenths)}/${tenths.length} ${total(power)}/${power.length}`
    })
    .sort()
}

describe('telemetry', () => {
  test('is kept whole at full rate, whatever the order of times', async () => {
    await fc.assert(
      fc.asyncProperty(course, async (given) => {
        const { keeper } = await keeperAt(':memory:')
        for (const one of given)
          keeper.append({ type: 'telemetry', stove: STOVE, at: one.at, report: asReport(one) })
        expect(keeper.flush()).toBe(true)
        const found: Sample[] = []
        const rows = keeper.db
          .prepare<[], { at: number; body: Buffer }>('SELECT at, body FROM telemetry')
          .all()
        for (const row of rows) unpack(row.at, row.body, (sample) => found.push(sample))
        const text = (sample: Sample): string =>
          `${sample.at} ${sample.zone} ${sample.tenths} ${sample.power}`
        const sent = given.flatMap((one) =>
          one.zones.map((reads, index) => ({
            at: one.at,
            zone: index,
            tenths: reads.surface === null ? NO_TEMPERATURE : Math.round(reads.surface * 10),
            power: reads.power,
          })),
        )
        expect(found.map(text).sort()).toEqual(sent.map(text).sort())
      }),
      { numRuns: 50 },
    )
  })

  test('adds up by the second, the ten seconds and the minute exactly, over commits and restarts', async () => {
    await fc.assert(
      fc.asyncProperty(course, fc.array(fc.nat(60), { maxLength: 6 }), async (given, commits) => {
        const { keeper } = await keeperAt(':memory:')
        given.forEach((one, index) => {
          keeper.append({ type: 'telemetry', stove: STOVE, at: one.at, report: asReport(one) })
          if (!commits.includes(index)) return
          expect(keeper.flush()).toBe(true)
          // A restart forgets the chunks that are being filled.
          keeper.tables.telemetry.forget()
        })
        expect(keeper.flush()).toBe(true)
        for (const width of WIDTHS) expect(rollup(keeper, width)).toEqual(expected(given, width))
      }),
      { numRuns: 60 },
    )
  })

  test('of a stove that grows a zone goes on in the same minute', async () => {
    const { keeper } = await keeperAt(':memory:')
    const given: Given[] = [
      { at: NOON, zones: [{ surface: 20, power: 5 }] },
      {
        at: NOON + 100,
        zones: [
          { surface: 30, power: 5 },
          { surface: 40, power: 7 },
        ],
      },
      { at: NOON + 200, zones: [{ surface: 25, power: 5 }] },
    ]
    for (const one of given) {
      keeper.append({ type: 'telemetry', stove: STOVE, at: one.at, report: asReport(one) })
      keeper.flush()
    }
    for (const width of WIDTHS) expect(rollup(keeper, width)).toEqual(expected(given, width))
  })

  test('of two stoves stays apart', async () => {
    const { keeper } = await keeperAt(':memory:')
    keeper.append({ type: 'telemetry', stove: 'a', at: NOON, report: report(reading(100)) })
    keeper.append({ type: 'telemetry', stove: 'b', at: NOON, report: report(reading(200)) })
    keeper.flush()
    expect(keeper.tables.telemetry.residual('a')).toEqual([{ zone: 0, surface: 100, at: NOON }])
    expect(keeper.tables.telemetry.residual('b')).toEqual([{ zone: 0, surface: 200, at: NOON }])
  })

  test('without a time is given the present, and absurd figures are cut to what fits', async () => {
    const { keeper } = await keeperAt(':memory:')
    const absurd = report(reading(1e9, 1e9), reading(-1e9, 0))
    keeper.append({ type: 'telemetry', stove: STOVE, at: Number.NaN, report: absurd })
    expect(keeper.flush()).toBe(true)
    expect(keeper.tables.telemetry.residual(STOVE)).toEqual([
      { zone: 0, surface: 3276.7, at: NOON },
      { zone: 1, surface: -3276.7, at: NOON },
    ])
  })
})

describe('residual heat (law 9)', () => {
  test('is the last temperature known of each zone and survives a restart', async () => {
    const directory = folder()
    const before = await near(directory)
    before.appendTelemetry(STOVE, NOON, report(reading(180), reading(40)))
    before.appendTelemetry(STOVE, NOON + 100, report(reading(null), reading(41)))
    await before.close()
    const after = await near(directory)
    expect(await after.residual(STOVE)).toEqual([
      { zone: 0, surface: 180, at: NOON },
      { zone: 1, surface: 41, at: NOON + 100 },
    ])
    expect(await after.residual('another')).toEqual([])
  })
})

describe('a packed row', () => {
  test('keeps pan and flags beside the figures, in seven bytes a zone', () => {
    const zones = [reading(21.5, 900), reading(null)]
    expect(pack([{ at: NOON, report: report(...zones) }])).toHaveLength(2 + 2 + 2 * 7)
  })

  test('of another version is passed over', () => {
    const found: Sample[] = []
    unpack(NOON, Buffer.from([9, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]), (sample) => found.push(sample))
    unpack(NOON, Buffer.alloc(0), (sample) => found.push(sample))
    eachBucket(Buffer.from([9, 1]), () => expect.unreachable())
    expect(found).toEqual([])
  })

  test('never spans more than its clock can tell, nor runs back', () => {
    const at = (offset: number) => ({ at: NOON + offset, report: report(reading(1)) })
    const split = runs([at(0), at(100), at(70_000), at(69_000), at(69_100)])
    expect(split.map((run) => run.length)).toEqual([2, 1, 2])
    expect(BUCKETS).toBe(60)
  })
})
