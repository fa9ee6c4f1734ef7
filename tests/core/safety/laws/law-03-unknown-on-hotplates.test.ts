import { describe, expect, test } from 'vitest'
import { celsius, milliseconds } from '#core/units/quantities.ts'
import { temperature } from '../support/kitchen-rig.ts'
import { plateRig } from '../support/toy-plate.ts'

describe('law 3: unknown means off, on plates that report seldom and tell no power', () => {
  test.each([500, 1000, 2000])('a plate that reports each %i ms heats without a fault', (period) => {
    const rig = plateRig({ reportPeriod: milliseconds(period) })
    expect(rig.touch(temperature(150))).toEqual({ kind: 'done' })
    rig.run(600_000)
    expect(rig.faults).toEqual([])
    expect(rig.toy.plate).toBeGreaterThan(140)
  })

  test.each([
    [500, 1000],
    [2000, 2500],
  ])('one that reports each %i ms is lost %i ms after its last word', (period, age) => {
    const rig = plateRig({ reportPeriod: milliseconds(period) })
    rig.touch(temperature(150))
    rig.run(20_000)
    rig.plugged = false
    rig.run(age - period)
    expect(rig.faults).toEqual([])
    rig.run(period + 200)
    expect(rig.faults).toEqual(['link-lost'])
  })

  test('one good value after nonsense proves nothing, however slow the plate is', () => {
    const rig = plateRig({ reportPeriod: milliseconds(2000) })
    rig.spoil(0, (reading) => ({ ...reading, surface: null }))
    rig.run(4000)
    rig.tamper = (report) => report
    while (rig.state.zones[0]?.reading.problem !== null) rig.run(100)
    rig.run(1500)
    expect(rig.touch(temperature(150))).toEqual({ kind: 'refused', code: 'reading-unknown' })
    rig.run(2000)
    expect(rig.touch(temperature(150))).toEqual({ kind: 'done' })
  })

  test('a sensor that freezes far below the setpoint is found within seconds of full power', () => {
    const rig = plateRig()
    rig.touch(temperature(200))
    rig.run(30_000)
    rig.toy.saysInstead = rig.toy.plate
    rig.run(17_000)
    expect(rig.faults).toEqual(['sensor-frozen'])
    expect(rig.toy.told).toBeNull()
  })

  test('a sensor that freezes just below the setpoint, where nobody knows the power, is found in two minutes', () => {
    const rig = plateRig()
    rig.touch(temperature(150))
    rig.run(300_000)
    rig.toy.saysInstead = 147.3
    rig.run(115_000)
    expect(rig.faults).toEqual([])
    rig.run(8000)
    expect(rig.faults).toEqual(['sensor-frozen'])
  })

  test('a cold plate that stands still while it is off is not frozen', () => {
    const rig = plateRig()
    rig.toy.trembles = false
    rig.run(600_000)
    rig.touch(temperature(100))
    rig.run(100)
    expect(rig.faults).toEqual([])
  })

  test('a probe that speaks nonsense is no probe, and turns nothing off', () => {
    const rig = plateRig()
    rig.touch(temperature(100))
    rig.spoil(0, (reading) => ({ ...reading, probe: celsius(999.9) }))
    rig.run(5000)
    expect(rig.faults).toEqual([])
    expect(rig.state.zones[0]?.reading.probe).toBeNull()
  })
})
