import { describe, expect, test } from 'vitest'
import type { ZoneReading } from '#core/stove/stove.ts'
import { celsius, milliseconds } from '#core/units/quantities.ts'
import { KitchenRig, offs, power, temperature } from '../support/kitchen-rig.ts'

function heating(): KitchenRig {
  const rig = KitchenRig.ready()
  rig.touch(power(0.5), 0)
  rig.touch(power(0.2), 2)
  rig.run(5000)
  expect(rig.faults).toEqual([])
  return rig
}

describe('law 3: unknown means off', () => {
  test.each<[string, string, (reading: ZoneReading) => ZoneReading]>([
    ['missing', 'sensor-missing', (reading) => ({ ...reading, surface: null })],
    ['flagged open', 'sensor-missing', (reading) => ({ ...reading, flags: ['sensor-open'] })],
    ['not a number', 'sensor-missing', (reading) => ({ ...reading, surface: Number.NaN as never })],
    [
      'a power that is not a number',
      'sensor-missing',
      (reading) => ({ ...reading, power: Number.NaN as never }),
    ],
    ['too cold to be true', 'sensor-range', (reading) => ({ ...reading, surface: celsius(-60) })],
    ['too hot to be true', 'sensor-range', (reading) => ({ ...reading, surface: celsius(850) })],
    ['flagged out of range', 'sensor-range', (reading) => ({ ...reading, flags: ['sensor-range'] })],
    [
      'jumping up',
      'sensor-jump',
      (reading) => ({ ...reading, surface: celsius((reading.surface ?? 0) + 25) }),
    ],
    [
      'jumping down',
      'sensor-jump',
      (reading) => ({ ...reading, surface: celsius((reading.surface ?? 0) - 25) }),
    ],
  ])(
    'a reading that is %s turns its zone off with the very report, and only its zone',
    (_, code, spoiled) => {
      const rig = heating()
      rig.spoil(0, spoiled)
      rig.run(100)
      expect(rig.faults).toEqual([code])
      expect(rig.toy.demand).toEqual([0, 0, 400])
      expect(rig.state.faults[0]?.zone).toBe(0)
    },
  )

  test('a zone that is missing from the report is a missing reading', () => {
    const rig = heating()
    rig.tamper = (report) => ({ ...report, zones: report.zones.slice(0, 2) })
    rig.run(100)
    expect(rig.state.faults).toMatchObject([{ code: 'sensor-missing', zone: 2 }])
    expect(rig.toy.demand).toEqual([1000, 0, 0])
  })

  test('reports older than a second turn everything off, found by age alone', () => {
    const rig = heating()
    rig.tamper = () => null
    rig.run(1000)
    expect(rig.faults).toEqual([])
    rig.run(100)
    expect(rig.faults).toEqual(['link-lost'])
    expect(offs(rig.sent.slice(-3))).toBe(1)
    expect(rig.target(0)).toEqual({ kind: 'off' })
    expect(rig.target(2)).toEqual({ kind: 'off' })
  })

  test('a device that reports seldom by itself gets its own period, but no more than 20 s', () => {
    const patient = KitchenRig.ready({ reportPeriod: milliseconds(4000) })
    patient.touch(power(0.2))
    patient.run(500)
    patient.tamper = () => null
    patient.run(4900)
    expect(patient.faults).toEqual([])
    patient.run(300)
    expect(patient.faults).toEqual(['link-lost'])

    const endless = KitchenRig.ready({ reportPeriod: milliseconds(1e9) })
    endless.touch(power(0.2))
    endless.run(500)
    endless.tamper = () => null
    endless.run(26_000)
    expect(endless.faults).toEqual(['link-lost'])
  })

  test('old news that trickles in at an even pace is old all the same', () => {
    const rig = heating()
    // The line has buffered: each report now arrives later than the one before, a tenth of the time is lost.
    const waiting: Parameters<typeof rig.tamper>[0][] = []
    let count = 0
    rig.tamper = (report) => {
      waiting.push(report)
      count += 1
      return count % 3 === 0 ? null : (waiting.shift() ?? null)
    }
    rig.run(6000)
    expect(rig.faults).toContain('link-lost')
  })

  test('a device clock that runs two percent slow is no fault', () => {
    const rig = heating()
    let first: number | null = null
    rig.tamper = (report) => {
      first ??= report.uptime
      return { ...report, uptime: milliseconds(first + (report.uptime - first) * 0.98) }
    }
    rig.run(200_000)
    expect(rig.faults).toEqual([])
  })

  test.each(['sequence', 'uptime'] as const)('a %s that stands still is a frozen device', (field) => {
    const rig = heating()
    let held: number | null = null
    rig.tamper = (report) => {
      held ??= report[field]
      return { ...report, [field]: held }
    }
    rig.run(1300)
    expect(rig.faults).toEqual(['sensor-frozen'])
    expect(rig.state.faults[0]?.zone).toBeNull()
    expect(rig.toy.demand).toEqual([0, 0, 0])
  })

  test('an uptime that goes back is a device that restarted and knows nothing', () => {
    const rig = heating()
    rig.tamper = (report) => ({ ...report, uptime: milliseconds(50), sequence: 1 })
    rig.run(100)
    expect(rig.faults).toEqual(['device-fault'])
    expect(rig.target(0)).toEqual({ kind: 'off' })
  })

  test('a report that was overtaken by another is passed over', () => {
    const rig = heating()
    const late = rig.toy.report()
    rig.run(300)
    rig.happen({ type: 'report', report: late })
    rig.run(300)
    expect(rig.faults).toEqual([])
    expect(rig.toy.demand[0]).toBe(1000)
  })

  test('a value that does not tremble through a change of power is a frozen sensor', () => {
    const rig = heating()
    let held: ZoneReading['surface'] = null
    rig.spoil(0, (reading) => ({ ...reading, surface: (held ??= reading.surface) }))
    rig.touch(power(0.9), 0)
    rig.run(16_000)
    expect(rig.faults).toEqual(['sensor-frozen'])
    expect(rig.state.faults[0]?.zone).toBe(0)
    expect(rig.toy.demand[0]).toBe(0)
  })

  test('a value that repeats itself through steady work is frozen as well, also above boiling', () => {
    const rig = KitchenRig.ready()
    const pot = rig.toy.pots[0]
    if (pot !== undefined) pot.celsius = 150
    rig.run(2000)
    if (pot !== undefined) pot.heat = 40_000
    rig.touch(temperature(250))
    rig.run(30_000)
    let held: ZoneReading['surface'] = null
    rig.spoil(0, (reading) => ({ ...reading, surface: (held ??= reading.surface) }))
    rig.run(14_000)
    expect(rig.faults).toEqual([])
    rig.run(3000)
    expect(rig.faults).toEqual(['sensor-frozen'])
  })

  test('a trembling value at a steady temperature is not frozen', () => {
    const rig = heating()
    const pot = rig.toy.pots[0]
    if (pot !== undefined) Object.assign(pot, { celsius: 100, boils: 100 })
    rig.tamper = (report) => report
    rig.run(2500)
    rig.acknowledgeAll()
    rig.touch(power(0.9))
    rig.run(120_000)
    expect(rig.faults).toEqual([])
  })

  test('what has been unknown is not trusted at once, and heat is refused until it is', () => {
    const rig = KitchenRig.ready()
    rig.spoil(0, (reading) => ({ ...reading, surface: null }))
    rig.run(300)
    expect(rig.faults).toEqual([])
    expect(rig.touch(power(0.5))).toEqual({ kind: 'refused', code: 'reading-unknown' })
    rig.tamper = (report) => report
    rig.run(300)
    expect(rig.touch(power(0.5))).toEqual({ kind: 'refused', code: 'reading-unknown' })
    rig.run(1000)
    expect(rig.touch(power(0.5))).toEqual({ kind: 'done' })
  })

  test('heat 20 times faster than life, and cold water in a hot pan, are no jumps', () => {
    const fast = KitchenRig.ready({ speed: 20 })
    fast.touch(power(1))
    fast.run(2000, () => {
      const pot = fast.toy.pots[0]
      if (pot !== undefined) pot.celsius += 1
    })
    expect(fast.faults).toEqual([])

    const slow = heating()
    const pot = slow.toy.pots[0]
    if (pot !== undefined) pot.celsius = 220
    slow.spoil(0, (reading) => ({ ...reading, pan: 'absent' }))
    slow.run(500)
    slow.tamper = (report) => report
    slow.run(4000)
    slow.run(1200, () => {
      if (pot !== undefined) pot.celsius -= 10
    })
    expect(slow.faults).toEqual([])
  })

  test('another pan on the zone is no jump', () => {
    const rig = heating()
    const pot = rig.toy.pots[0]
    if (pot === undefined) throw new Error('no pot')
    pot.pan = 'absent'
    rig.run(3000)
    pot.celsius = 90
    rig.run(500)
    pot.pan = 'present'
    rig.run(5000)
    expect(rig.faults).toEqual([])
    expect(rig.toy.demand[0]).toBe(1000)
  })
})
