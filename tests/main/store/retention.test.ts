import { describe, expect, test } from 'vitest'
import { KEEP_ROLLUPS, KEEP_SAMPLES } from '../../../src/main/store/retention.ts'
import { cookGraph } from '../../../src/main/store/cook-graph.ts'
import { cook, keeperAt, NOON, reading, report, STOVE } from './kitchen.ts'

const DAY = 86_400_000

async function kitchen() {
  const clock = { now: NOON }
  const { keeper } = await keeperAt(':memory:', { now: () => clock.now })
  const rows = (table: string, where = '1'): number =>
    Number(keeper.db.prepare(`SELECT count(*) FROM ${table} WHERE ${where}`).pluck().get())
  const append = (at: number): void => {
    keeper.append({ type: 'telemetry', stove: STOVE, at, report: report(reading(50)) })
    expect(keeper.flush()).toBe(true)
  }
  const tidy = (): number => {
    let slices = 0
    while (keeper.tidy()) slices += 1
    return slices
  }
  return { keeper, clock, rows, append, tidy }
}

describe('telemetry past its time', () => {
  test('goes slice by slice, never in one long transaction', async () => {
    const { clock, rows, append, tidy } = await kitchen()
    for (let i = 0; i < 1800; i++) append(NOON + i * 300)
    clock.now = NOON + KEEP_SAMPLES + 1800 * 300
    expect(rows('telemetry')).toBe(1800)
    expect(tidy()).toBe(4)
    expect(rows('telemetry')).toBe(0)
  })

  test('is full rate for a day, seconds for a month, ten seconds for a year, minutes for good', async () => {
    const { clock, rows, append, tidy } = await kitchen()
    expect([KEEP_SAMPLES, KEEP_ROLLUPS[1000], KEEP_ROLLUPS[10_000]]).toEqual([DAY, 30 * DAY, 400 * DAY])
    append(NOON)
    const kept = (): readonly number[] => {
      tidy()
      return [
        rows('telemetry'),
        ...[1000, 10_000, 60_000].map((width) => rows('rollups', `width = ${width}`)),
      ]
    }
    clock.now = NOON + KEEP_SAMPLES
    expect(kept()).toEqual([1, 1, 1, 1])
    clock.now = NOON + KEEP_SAMPLES + 1
    expect(kept()).toEqual([0, 1, 1, 1])
    clock.now = NOON + KEEP_ROLLUPS[1000] + DAY
    expect(kept()).toEqual([0, 0, 1, 1])
    clock.now = NOON + KEEP_ROLLUPS[10_000] + DAY
    expect(kept()).toEqual([0, 0, 0, 1])
    clock.now = NOON + 100 * 365 * DAY
    expect(kept()).toEqual([0, 0, 0, 1])
  })

  test('leaves what is not: the latest day and every stove that is younger', async () => {
    const { keeper, clock, rows, append, tidy } = await kitchen()
    append(NOON)
    append(NOON + 2 * DAY)
    keeper.append({ type: 'telemetry', stove: 'other', at: NOON + 2 * DAY, report: report(reading(1)) })
    keeper.flush()
    clock.now = NOON + 2 * DAY + 1
    tidy()
    expect(rows('telemetry')).toBe(2)
  })

  test('still leaves a graph of the cook', async () => {
    const { keeper, clock, append, tidy } = await kitchen()
    keeper.write(({ cooks }) => cooks.begin(cook('s1')))
    for (let i = 0; i < 600; i++) append(NOON + i * 100)
    keeper.write(({ cooks }) => cooks.end('s1', NOON + 60_000, 'finished'))
    clock.now = NOON + 500 * DAY
    tidy()
    expect(cookGraph(keeper.tables, 's1', 500, clock.now)?.zones[0]?.mean).toEqual(Float64Array.of(50))
  })
})
