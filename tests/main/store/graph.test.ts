import { describe, expect, test } from 'vitest'
import type { CookGraph } from '../../../src/contract/commands.ts'
import type { Keeper } from '../../../src/main/store/keeper.ts'
import { sourceFor } from '../../../src/main/store/graph.ts'
import { unpackGraph } from '../../../src/main/store/packed-graph.ts'
import { cookGraph } from '../../../src/main/store/cook-graph.ts'
import { cook, entry, fault, keeperAt, NOON, reading, report, STOVE } from './kitchen.ts'

const HOUR = 3_600_000

/** A temperature that differs at every instant, so that a wrong bucket shows. */
const curve = (elapsed: number): number => Math.round((20 + elapsed / 10_000) * 10) / 10

interface Cooked {
  readonly length: number
  readonly period?: number
  readonly speed?: number
  readonly silent?: (elapsed: number) => boolean
  readonly now?: () => number
}

async function cooked({
  length,
  period = 100,
  speed = 1,
  silent = () => false,
  now = () => NOON + length,
}: Cooked) {
  const { keeper } = await keeperAt(':memory:', { now })
  keeper.write(({ cooks }) => cooks.begin(cook('s1', NOON, { speed })))
  for (let elapsed = 0; elapsed <= length; elapsed += period) {
    if (silent(elapsed)) continue
    const both = report(reading(curve(elapsed), 1000), reading(null, 0))
    keeper.append({ type: 'telemetry', stove: STOVE, at: NOON + elapsed, report: both })
    if (elapsed % 400 === 0 && keeper.waiting > 3000) keeper.flush()
  }
  keeper.append({ type: 'end', session: 's1', at: NOON + length, ending: 'finished' })
  expect(keeper.flush()).toBe(true)
  return keeper
}

function drawn(keeper: Keeper, points: number): CookGraph {
  const graph = cookGraph(keeper.tables, 's1', points, keeper.now())
  if (graph === null) throw new Error('no graph')
  return unpackGraph(graph)
}

describe('the graph of a cook', () => {
  test.each([
    ['reports', 60_000, 200],
    ['seconds', HOUR, 2000],
    ['ten seconds', HOUR, 300],
    ['minutes', HOUR, 50],
  ])('drawn from %s shows the temperature at its time', async (_, length, points) => {
    const graph = drawn(await cooked({ length, period: 500 }), points)
    const mean = graph.zones[0]?.mean ?? []
    expect(graph.t.length).toBeLessThanOrEqual(points)
    expect(graph.t.length).toBeGreaterThan(points / 2.5)
    const width = length / graph.t.length
    graph.t.forEach((t, index) => {
      const [low, middle, high] = [graph.zones[0]?.min[index], mean[index], graph.zones[0]?.max[index]]
      expect(Math.abs((middle ?? 0) - curve(t * 1000))).toBeLessThan((width + 1000) / 10_000 + 0.1)
      expect(low).toBeLessThanOrEqual(middle ?? Number.NaN)
      expect(high).toBeGreaterThanOrEqual(middle ?? Number.NaN)
      expect(graph.zones[0]?.power[index]).toBe(1000)
    })
    expect([...graph.t].sort((a, b) => a - b)).toEqual(graph.t)
  })

  test('agrees between all widths in its extremes', async () => {
    const keeper = await cooked({ length: HOUR, period: 500 })
    const extremes = [3000, 1500, 300, 50].map((points) => {
      const { min = [], max = [] } = drawn(keeper, points).zones[0] ?? {}
      const known = (values: readonly (number | null)[]) => values.filter((value) => value !== null)
      return [Math.min(...known(min)), Math.max(...known(max))]
    })
    expect(extremes[0]).toEqual([20, 380])
    // A minute that the cook only grazes is left out: at the end of this curve, that is up to 3 K.
    for (const [low, high] of extremes) {
      expect(low).toBe(20)
      expect(high).toBeGreaterThan(376)
    }
  })

  test('runs on the clock of the cook: at 20x, a minute on the wall is twenty', async () => {
    const graph = drawn(await cooked({ length: 60_000, speed: 20 }), 100)
    expect(graph.t.at(-1)).toBeGreaterThan(1190)
    expect(graph.t.at(-1)).toBeLessThanOrEqual(1200)
  })

  test('keeps what is unknown unknown', async () => {
    const graph = drawn(await cooked({ length: 60_000 }), 100)
    expect(graph.zones[1]?.mean.every((value) => value === null)).toBe(true)
    expect(graph.zones[1]?.min.every((value) => value === null)).toBe(true)
    expect(graph.zones[1]?.power.every((value) => value === 0)).toBe(true)
  })

  test.each([50, 200, 2000])('shows silence as a hole and does not bridge it (%i points)', async (points) => {
    const silent = (elapsed: number): boolean => elapsed > 200_000 && elapsed < 500_000
    const graph = drawn(await cooked({ length: 600_000, silent }), points)
    const hole = graph.zones[0]?.mean.indexOf(null) ?? -1
    expect(hole).toBeGreaterThan(0)
    expect(graph.t[hole]).toBeGreaterThan(190)
    expect(graph.t[hole]).toBeLessThan(500)
    expect(graph.t[hole + 1]).toBeGreaterThan(480)
    expect(graph.zones[0]?.power[hole]).toBeNull()
  })

  test('has no holes where reports only come unevenly', async () => {
    const uneven = (elapsed: number): boolean => elapsed % 1300 < 900
    const graph = drawn(await cooked({ length: 30_000, silent: uneven }), 4000)
    expect(graph.zones[0]?.mean).not.toContain(null)
  })

  test('calls the zones what the household calls them', async () => {
    const keeper = await cooked({ length: 10_000 })
    expect(drawn(keeper, 50).zones.map((zone) => zone.name)).toEqual(['1', '2'])
    keeper.write(({ stoves }) => stoves.nameZones(STOVE, ['back left']))
    expect(drawn(keeper, 50).zones.map((zone) => zone.name)).toEqual(['back left', '2'])
  })

  test('marks what happened, from the cook and from the log of its stove, once', async () => {
    const keeper = await cooked({ length: 60_000 })
    const stop = { ...entry(NOON + 50_000), kind: 'off', zone: null, details: { code: 'touch' } } as const
    const elsewhere = fault(NOON + 5000, 'too-hot')
    keeper.append({
      type: 'event',
      session: 's1',
      event: { at: NOON + 10_000, kind: 'step', data: { index: 2 } },
    })
    keeper.append({
      type: 'event',
      session: 's1',
      event: { at: NOON + 30_100, kind: 'fault', data: { code: 'no-rise' } },
    })
    keeper.append({
      type: 'log',
      stove: STOVE,
      entries: [fault(NOON + 30_000, 'no-rise'), fault(NOON + 40_000), stop],
    })
    keeper.append({ type: 'log', stove: 'another', entries: [elsewhere] })
    keeper.flush()
    expect(drawn(keeper, 50).events).toEqual([
      { t: 10, kind: 'step', detail: '2' },
      { t: 30.1, kind: 'fault', detail: 'no-rise' },
      { t: 40, kind: 'fault', detail: 'link-lost' },
      { t: 50, kind: 'stop', detail: 'touch' },
      { t: 60, kind: 'end', detail: 'finished' },
    ])
  })

  test('of a cook that runs goes up to now', async () => {
    const { keeper } = await keeperAt(':memory:', { now: () => NOON + 20_000 })
    keeper.write(({ cooks }) => cooks.begin(cook('s1')))
    for (let at = NOON; at <= NOON + 20_000; at += 100) {
      keeper.append({ type: 'telemetry', stove: STOVE, at, report: report(reading(50)) })
    }
    keeper.flush()
    const { t } = drawn(keeper, 50)
    expect(t.length).toBeGreaterThan(40)
    expect(t.at(-1)).toBeGreaterThan(19)
  })

  test('of a cook without a report has no points, and of no cook is null', async () => {
    const { keeper } = await keeperAt(':memory:')
    keeper.write(({ cooks }) => cooks.begin(cook('s1')))
    expect(drawn(keeper, 100)).toEqual({ t: [], zones: [], events: [] })
    expect(cookGraph(keeper.tables, 'nobody', 100, NOON)).toBeNull()
  })
})

describe('the source of a graph', () => {
  const DAY = 24 * HOUR
  test.each([
    ['the coarsest that gives the points', NOON - HOUR, 36_000, 10_000],
    ['minutes for a long cook in few points', NOON - 8 * HOUR, 72_000, 60_000],
    ['single reports for a short one', NOON - 60_000, 300, 'samples'],
    ['seconds when the reports are gone', NOON - 2 * DAY, 300, 1000],
    ['ten seconds when the seconds are gone', NOON - 31 * DAY, 300, 10_000],
    ['minutes when all else is gone', NOON - 500 * DAY, 300, 60_000],
  ])('is %s', (_, began, wide, source) => {
    expect(sourceFor(began, wide, NOON)).toBe(source)
  })
})
