import { describe, expect, test } from 'vitest'
import { watts } from '#core/units/quantities.ts'
import { temperature } from '../support/kitchen-rig.ts'
import { describePlate, plateRig } from '../support/toy-plate.ts'

describe('law 4: off must cool, on plates that tell no power', () => {
  test('a welded relay is found on a plate that was never on', () => {
    const rig = plateRig()
    rig.run(40_000)
    rig.toy.shorted = true
    rig.run(20_000)
    expect(rig.faults).toEqual(['heats-while-off'])
  })

  test('a relay that welds while the plate is far above what it was told is found, told on as it is', () => {
    const rig = plateRig()
    rig.touch(temperature(150))
    rig.run(300_000)
    rig.touch(temperature(60))
    rig.run(2000)
    rig.toy.shorted = true
    rig.run(45_000)
    expect(rig.faults[0]).toMatch(/^(rise-without-power|runaway)$/)
    expect(rig.toy.told).toBeNull()
  })

  test('a plate that comes back to its setpoint after cold food is no fault', () => {
    const rig = plateRig()
    rig.touch(temperature(180))
    rig.run(400_000)
    for (let spoon = 0; spoon < 4; spoon++) {
      rig.run(3000, () => {
        rig.toy.plate -= 0.25
      })
      rig.run(90_000)
    }
    expect(rig.faults).toEqual([])
  })

  test('the last kelvins to the setpoint may come as slowly as a heavy plate brings them', () => {
    const rig = plateRig()
    rig.toy.heat = 12_000
    rig.touch(temperature(90))
    rig.run(2_400_000)
    expect(rig.toy.plate).toBeGreaterThan(80)
    expect(rig.faults).toEqual([])
  })

  test('a thermostat that only switches may swing around its setpoint for an hour', () => {
    const rig = plateRig()
    rig.toy.swings = 12
    rig.touch(temperature(160))
    rig.run(3_600_000)
    expect(rig.faults).toEqual([])
  })

  test('a small bed that holds little with less than twenty watts is no fault', () => {
    const [zone] = describePlate().zones
    if (zone === undefined) throw new Error('no zone')
    const rig = plateRig({ zones: [{ ...zone, maxPower: watts(250) }] })
    rig.toy.loss = 0.8
    rig.toy.tells = (flows) => flows
    rig.touch(temperature(35))
    rig.run(1_200_000)
    expect(rig.faults).toEqual([])
  })
})
