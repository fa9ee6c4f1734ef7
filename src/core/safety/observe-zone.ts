import { controlStep, CONTROL_START, type ControlOutput } from '../control/zone-control.ts'
import type { StoveDescription, ZoneReading } from '../stove/stove.ts'
import { watts, type Celsius } from '../units/quantities.ts'
import type { Finding } from './finding.ts'
import { watchFrozen } from './frozen.ts'
import { hottestSurface } from './hottest.ts'
import { periodOf } from './link.ts'
import { neighbourAllowance } from './neighbours.ts'
import { powerOf } from './power-of.ts'
import { watchNoRise } from './no-rise.ts'
import { watchObedience } from './obedience.ts'
import { meterFloor, watchCooling } from './off-must-cool.ts'
import { believable, panJustChanged, read, type Reading } from './readings.ts'
import { storedNow, storeReading, type StoredHeat } from './residual.ts'
import { watchRunaway } from './runaway.ts'
import { isOn, type SafetyState, type ZoneState } from './state.ts'

/** What one report says of one zone: the zone as it is known now, and everything that is wrong with it. */
export interface Observed {
  readonly zone: ZoneState
  readonly findings: readonly Finding[]
}

/** Heat that nobody can measure: power flows, but no reading says where it goes. */
const UNMEASURED = 200

export function observeZone(
  state: SafetyState,
  index: number,
  before: ZoneState,
  now: ZoneReading | undefined,
  at: number,
): Observed {
  const { zone } = before
  const period = periodOf(state.stove?.reportPeriod ?? 0)
  const reading = read(before.reading, now, at, zone, state.stove?.speed ?? 1, period)
  const findings: Finding[] = [...complaints(before, reading)]
  const obedience = watchObedience(
    before.ignoredSince,
    state.sent,
    zone,
    index,
    reading.commanded,
    period,
    at,
  )
  if (obedience.finding !== null) findings.push(obedience.finding)
  const next: ZoneState = { ...before, reading, ignoredSince: obedience.ignoredSince }

  const { surface, smooth } = reading
  if (reading.problem !== null || surface === null || smooth === null) {
    if (isOn(before) && reading.problem !== null) {
      findings.push({ code: reading.problem, zone: zone.id, figures: problemFigures(reading) })
    }
    return { zone: { ...next, stored: unmeasuredHeat(next, at) }, findings }
  }

  const power = powerOf(before, reading, surface)
  const panChanged = panJustChanged(reading, at)
  const share = power === null ? null : power / zone.maxPower
  const stored = storeReading(before.stored, surface, panChanged, share ?? 1, at)
  const frozen = watchFrozen(before.frozen, zone.id, surface, share, at)
  const cooling = watchCooling(before.cooling, {
    at,
    zone,
    demand: before.demand,
    power,
    smooth,
    panChanged,
    stored: before.stored === null ? surface : storedNow(before.stored, at),
    neighbours: neighbourAllowance(
      zone,
      smooth,
      state.zones.map((other) => other.zone),
      state.zones.map((other) => other.reading.smooth),
    ),
  })
  const noRise = watchNoRise(before.noRise, {
    at,
    zone,
    target: before.target,
    power,
    smooth,
    panThere: reading.pan !== 'absent',
    panChanged,
    boiling: state.settings.boiling,
  })
  const runaway = watchRunaway(
    before.runaway,
    zone.id,
    // A device that holds another setpoint than it was told runs away from the one that it was told.
    before.setpoint ?? hottestSurface(before.target, zone, state.settings.boiling),
    smooth,
    panChanged || reading.pan === 'absent',
    at,
  )
  for (const { finding } of [frozen, cooling, noRise, runaway]) if (finding !== null) findings.push(finding)
  if (surface > zone.maxSurface) {
    findings.push({
      code: 'too-hot',
      zone: zone.id,
      figures: { celsius: Math.round(surface), limit: Math.round(zone.maxSurface) },
    })
  }
  return {
    zone: {
      ...next,
      stored,
      frozen: frozen.watch,
      cooling: cooling.watch,
      noRise: noRise.watch,
      runaway: runaway.watch,
    },
    findings,
  }
}

/** The device's own complaints. Some only matter while heat is on, the rest always. */
function complaints(before: ZoneState, reading: Reading): readonly Finding[] {
  const found: Finding[] = []
  const zone = before.zone.id
  if (reading.flags.includes('over-temperature')) {
    found.push({
      code: 'too-hot',
      zone,
      figures: { celsius: Math.round(reading.surface ?? before.zone.maxSurface) },
    })
  }
  if (reading.flags.includes('hardware')) found.push({ code: 'device-fault', zone, figures: {} })
  if (reading.flags.includes('brown-out') && isOn(before)) {
    found.push({ code: 'device-fault', zone, figures: { brownOut: 1 } })
  }
  return found
}

function problemFigures(reading: Reading): Readonly<Record<string, number>> {
  const known = reading.surface === null ? {} : { celsius: Math.round(reading.surface) }
  return reading.problem === 'sensor-jump' ? { ...known, jump: Math.round(reading.jump) } : known
}

/** Power that flows unmeasured keeps a surface as hot as it was, and hot at least. */
function unmeasuredHeat(zone: ZoneState, at: number): StoredHeat | null {
  const power = zone.reading.power ?? 0
  if (power <= meterFloor(zone.zone)) return zone.stored
  return { celsius: Math.max(UNMEASURED, zone.stored?.celsius ?? 0), at, held: true, margin: 0, hot: true }
}

/** How long a zone waits for its pan before it goes off: hobs on the market wait one to ten minutes. */
const WAITS_FOR_PAN = 120_000

/** No law rests on a controller: it tells no zone to be hotter than its target can mean. */
function bounded(
  { zone, target }: ZoneState,
  { wanted, holds, setpoint }: Omit<ControlOutput, 'state'>,
  boiling: Celsius,
): Pick<ZoneState, 'wanted' | 'holds' | 'setpoint'> {
  if (zone.sets === 'power') return { wanted, holds, setpoint: null }
  const hottest = hottestSurface(target, zone, boiling)
  if (hottest === null || setpoint === null) return { wanted: 0, holds: 0, setpoint: null }
  return { wanted, holds, setpoint: Math.min(setpoint, hottest) }
}

/** What the zone's controller wants now; `expired` = its pan has been away for too long. */
export function controlZone(
  zone: ZoneState,
  stove: Pick<StoveDescription, 'speed' | 'panDetection'>,
  boiling: Celsius,
  at: number,
): { readonly zone: ZoneState; readonly expired: boolean } {
  if (!isOn(zone)) return { zone, expired: false }
  const { reading } = zone
  if (stove.panDetection && reading.pan === 'absent') {
    const absentSince = zone.absentSince ?? at
    return {
      zone: { ...zone, wanted: 0, holds: 0, control: CONTROL_START, controlledAt: null, absentSince },
      expired: at - absentSince >= WAITS_FOR_PAN,
    }
  }
  if (!believable(reading, at) || reading.surface === null) {
    return { zone: { ...zone, wanted: 0, holds: 0 }, expired: false }
  }
  const elapsed = zone.controlledAt === null ? 0 : ((at - zone.controlledAt) / 1000) * stove.speed
  const { state, ...output } = controlStep(zone.control, {
    target: zone.target,
    surface: reading.surface,
    probe: reading.probe,
    power: reading.power === null ? null : watts(reading.power),
    elapsed,
    zone: zone.zone,
    boiling,
  })
  return {
    zone: { ...zone, ...bounded(zone, output, boiling), control: state, controlledAt: at, absentSince: null },
    expired: false,
  }
}
