import type Database from 'better-sqlite3'
import { MAX_ZONES, NO_TEMPERATURE } from '#core/stove/stove.ts'
import { BUCKETS, eachBucket } from './chunk.ts'
import type { CookRow } from './cooks.ts'
import type { PackedGraph, PackedZone } from './packed-graph.ts'
import { KEEP_ROLLUPS, KEEP_SAMPLES } from './retention.ts'
import { unpack } from './samples.ts'
import { type Width, WIDTHS } from './telemetry.ts'

/** Points drawn from single reports lie at least this far apart in milliseconds: reports come at 10 Hz. */
const FINEST = 250

/** Silence longer than this, in milliseconds, is shown as a hole and not bridged (law 9). */
const HOLE = 3000

/** Where a graph is drawn from: rollups of one width, or the reports themselves. */
type Source = Width | 'samples'

/** The coarsest source that still gives the points asked for, of those that reach back to the beginning. */
export function sourceFor(began: number, wide: number, now: number): Source {
  const coarseFirst = [...WIDTHS].reverse()
  const enough = coarseFirst.find((width) => width <= wide)
  if (enough === undefined && began >= now - KEEP_SAMPLES) return 'samples'
  const floor = enough ?? WIDTHS[0]
  return WIDTHS.find((width) => width >= floor && began >= now - KEEP_ROLLUPS[width]) ?? 60_000
}

/** Adds up what falls into each point, zone by zone. */
function accumulator(points: number) {
  const cells = points * MAX_ZONES
  const min = new Int16Array(cells).fill(32_767)
  const max = new Int16Array(cells).fill(-32_768)
  const sum = new Float64Array(cells)
  const counted = new Uint32Array(cells)
  const power = new Float64Array(cells)
  const reports = new Uint32Array(cells)
  const seen = Array.from({ length: MAX_ZONES }, () => false)

  function add(
    point: number,
    zone: number,
    low: number,
    high: number,
    total: number,
    temperatures: number,
    times: number,
    energy: number,
  ): void {
    if (zone >= MAX_ZONES) return
    const cell = point * MAX_ZONES + zone
    seen[zone] = true
    reports[cell] = (reports[cell] ?? 0) + times
    power[cell] = (power[cell] ?? 0) + energy
    if (temperatures === 0) return
    if (low < (min[cell] ?? low)) min[cell] = low
    if (high > (max[cell] ?? high)) max[cell] = high
    sum[cell] = (sum[cell] ?? 0) + total
    counted[cell] = (counted[cell] ?? 0) + temperatures
  }

  const has = (point: number): boolean => {
    for (let cell = point * MAX_ZONES; cell < (point + 1) * MAX_ZONES; cell++) if (reports[cell]) return true
    return false
  }

  const zones = (): readonly number[] => seen.flatMap((is, zone) => (is ? [zone] : []))

  /** NaN for a point where nothing is known. */
  function series(zone: number, chosen: readonly number[]): Omit<PackedZone, 'zone' | 'name'> {
    const empty = (): Float64Array => new Float64Array(chosen.length).fill(Number.NaN)
    const all = { mean: empty(), min: empty(), max: empty(), power: empty() }
    chosen.forEach((point, index) => {
      const cell = point * MAX_ZONES + zone
      const times = reports[cell] ?? 0
      if (times > 0) all.power[index] = Math.round((power[cell] ?? 0) / times)
      const temperatures = counted[cell] ?? 0
      if (temperatures === 0) return
      all.mean[index] = Math.round(((sum[cell] ?? 0) / temperatures) * 10) / 100
      all.min[index] = (min[cell] ?? 0) / 10
      all.max[index] = (max[cell] ?? 0) / 10
    })
    return all
  }

  return { add, has, zones, series }
}

/** Draws the graph of one cook, see CookGraph. */
export function graphs(db: Database.Database) {
  const chunks = db.prepare<[number, Width, number, number], { at: number; body: Buffer }>(
    'SELECT at, body FROM rollups WHERE stove = ? AND width = ? AND at BETWEEN ? AND ? ORDER BY at',
  )
  // A row of reports begins up to 66 s before its last report.
  const samples = db.prepare<[number, number, number], { at: number; body: Buffer }>(
    'SELECT at, body FROM telemetry WHERE stove = ? AND at BETWEEN ? - 66000 AND ? ORDER BY at, part',
  )

  /** Draws from the best source there is: after a damaged file was salvaged, only the coarse ones are left. */
  function draw(
    cook: Pick<CookRow, 'began_at' | 'ended_at' | 'speed'>,
    stove: number | null,
    names: readonly string[],
    points: number,
    now: number,
  ): Omit<PackedGraph, 'events'> {
    const span = Math.max((cook.ended_at ?? now) - cook.began_at, 1)
    let source: Source | undefined = sourceFor(cook.began_at, span / points, now)
    for (;;) {
      const drawn = drawFrom(source, cook, stove, names, points, now)
      const coarser: Source | undefined = WIDTHS.find(
        (width) => source === 'samples' || width > Number(source),
      )
      if (drawn.t.length > 0 || stove === null || coarser === undefined) return drawn
      source = coarser
    }
  }

  function drawFrom(
    source: Source,
    cook: Pick<CookRow, 'began_at' | 'ended_at' | 'speed'>,
    stove: number | null,
    names: readonly string[],
    points: number,
    now: number,
  ): Omit<PackedGraph, 'events'> {
    const began = cook.began_at
    const ended = Math.max(cook.ended_at ?? now, began + 1)
    const span = ended - began
    const wide = Math.max(span / points, source === 'samples' ? FINEST : source)
    const count = Math.max(1, Math.ceil(span / wide))
    const total = accumulator(count)
    const pointOf = (at: number): number | null =>
      at < began || at > ended ? null : Math.min(count - 1, Math.floor((at - began) / wide))

    if (stove !== null && source === 'samples') {
      for (const row of samples.iterate(stove, began, ended)) {
        unpack(row.at, row.body, ({ at, zone, tenths, power }) => {
          const point = pointOf(at)
          if (point === null) return
          const temperatures = tenths === NO_TEMPERATURE ? 0 : 1
          total.add(point, zone, tenths, tenths, tenths, temperatures, 1, power)
        })
      }
    } else if (stove !== null && source !== 'samples') {
      for (const row of chunks.iterate(stove, source, began - source * BUCKETS, ended)) {
        eachBucket(row.body, (bucket, zone, min, max, sum, temperatures, reports, power) => {
          // The middle decides: a bucket that the cook only grazes belongs to before or after.
          const point = pointOf(row.at + (bucket + 0.5) * source)
          if (point !== null) total.add(point, zone, min, max, sum, temperatures, reports, power)
        })
      }
    }

    const chosen: number[] = []
    let last: number | null = null
    for (let point = 0; point < count; point++) {
      if (!total.has(point)) continue
      if (last !== null && point - last > 1 && (point - last) * wide > HOLE) chosen.push(last + 1)
      chosen.push(point)
      last = point
    }
    return {
      t: Float64Array.from(chosen, (point) => clockOf(Math.min((point + 0.5) * wide, span), cook.speed)),
      zones: total
        .zones()
        .map((zone) => ({ zone, name: names[zone] ?? String(zone + 1), ...total.series(zone, chosen) })),
    }
  }

  return { draw }
}

/** Seconds on the cook's clock after `elapsed` milliseconds on the wall, to the millisecond. */
export const clockOf = (elapsed: number, speed: number): number => Math.round(elapsed * speed) / 1000
