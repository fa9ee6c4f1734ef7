import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { celsius, milliseconds, seconds, watts } from '../../src/core/units/quantities.ts'
import type { LogEntry } from '../../src/core/safety/log-entry.ts'
import type { StoveReport } from '../../src/core/stove/stove.ts'
import { openStore } from '../../src/main/store/open.ts'
import type { Store } from '../../src/main/store/store.ts'
import type { BenchFigure } from './figure.ts'

const BEGAN = Date.UTC(2026, 0, 1)
const HOURS = 8
const REPORTS = HOURS * 36_000
const ZONES = 4
const STOVE = 'bench'

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? Number.NaN

const reportAt = (number: number): StoveReport => ({
  sequence: number % 65_536,
  uptime: milliseconds(number * 100),
  zones: Array.from({ length: ZONES }, (_, zone) => ({
    surface: celsius(60 + 40 * Math.sin(number / 4000 + zone)),
    probe: null,
    power: watts((number * 7) % 1800),
    commanded: watts(900),
    pan: 'present' as const,
    flags: [],
  })),
})

/** Eight hours at 10 Hz with four zones, as fast as the store takes them; the time of each append in µs. */
async function cookEightHours(store: Store): Promise<readonly number[]> {
  await store.beginCook({
    session: 'long',
    stove: STOVE,
    at: BEGAN,
    speed: 1,
    recipe: {
      id: 'stock',
      title: { en: 'Stock' },
      story: {},
      author: 'bench',
      servings: 4,
      total: seconds(HOURS * 3600),
      zones: [],
      equipment: [],
      ingredients: [],
      steps: [],
    },
    servings: 4,
    zones: {},
  })
  const appends: number[] = []
  for (let number = 0; number < REPORTS; number++) {
    const report = reportAt(number)
    const begin = performance.now()
    store.appendTelemetry(STOVE, BEGAN + number * 100, report)
    appends.push((performance.now() - begin) * 1000)
    if (number % 4 === 3) await Promise.resolve()
    if (number % 5000 === 4999) await store.flush()
  }
  await store.endCook('long', BEGAN + REPORTS * 100, 'finished')
  return appends
}

async function timed(rounds: number, work: (round: number) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now()
    await work(round)
    times.push(performance.now() - begin)
  }
  return times
}

/** The store as the kitchen uses it, over its thread, on a real disk. */
export async function benchStore(): Promise<readonly BenchFigure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'smarttop-bench-'))
  const store = await openStore({ directory, now: () => BEGAN + REPORTS * 100 })
  try {
    const begin = performance.now()
    const appends = await cookEightHours(store)
    const perReport = ((performance.now() - begin) * 1000) / REPORTS
    const graphs: { readonly points: number; readonly p95: number }[] = []
    for (const points of [400, 800, 1600, 4000]) {
      const times = await timed(40, () => store.graph('long', points))
      graphs.push({ points, p95: quantile(times, 0.95) })
    }
    const entry: LogEntry = {
      at: milliseconds(BEGAN),
      kind: 'heat',
      zone: 0,
      by: 'display',
      details: { share: 0.5 },
    }
    const log = await timed(100, async () => {
      store.appendLog(STOVE, [entry])
      if (!(await store.flush())) throw new Error('the log could not be written')
    })
    return [
      ...graphs.map(({ points, p95 }) => ({
        name: `graph of an 8-hour cook, ${ZONES} zones at 10 Hz, ${points} points, p95`,
        goal: '< 20 ms',
        figure: `${p95.toFixed(1)} ms`,
        met: p95 < 20,
      })),
      {
        name: 'append of a report: the kitchen waits, p99',
        goal: '< 100 µs',
        figure: `${quantile(appends, 0.99).toFixed(1)} µs`,
        met: quantile(appends, 0.99) < 100,
      },
      {
        name: 'append of a report: whole cost on both threads',
        goal: '< 500 µs',
        figure: `${perReport.toFixed(0)} µs`,
        met: perReport < 500,
      },
      {
        name: 'log entry to the disk (forced), p95',
        goal: '< 250 ms',
        figure: `${quantile(log, 0.95).toFixed(1)} ms`,
        met: quantile(log, 0.95) < 250,
      },
    ]
  } finally {
    await store.close()
    rmSync(directory, { recursive: true, force: true })
  }
}
