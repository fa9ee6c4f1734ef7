import { describe, expect, test } from 'vitest'
import { celsius, watts } from '#core/units/quantities.ts'
import { KitchenRig, power, SETTINGS, temperature } from '../support/kitchen-rig.ts'

const pot = (rig: KitchenRig, zone = 0) => {
  const found = rig.toy.pots[zone]
  if (found === undefined) throw new Error('no such pot')
  return found
}

describe('law 5: heat must show', () => {
  test('a sensor that lost its pan: power without rise is off within two minutes at full power', () => {
    const rig = KitchenRig.ready()
    pot(rig).heat = 1e9
    rig.touch(temperature(180))
    rig.run(95_000)
    expect(rig.faults).toEqual([])
    rig.run(15_000)
    expect(rig.faults).toEqual(['no-rise'])
    expect(rig.toy.demand[0]).toBe(0)
  })

  test('a sensor that fell off and cools to the air does not excuse itself', () => {
    const rig = KitchenRig.ready()
    pot(rig).celsius = 70
    pot(rig).heat = 1e9
    rig.run(2500)
    rig.touch(temperature(180))
    rig.run(115_000, () => {
      pot(rig).celsius -= (pot(rig).celsius - 20) / 600
    })
    expect(rig.faults).toEqual(['no-rise'])
  })

  test('twelve litres of cold water are slow and no fault', () => {
    const rig = KitchenRig.ready()
    pot(rig).heat = 52_000
    pot(rig).boils = 100
    rig.touch(power(1))
    rig.attended = true
    rig.run(3_000_000)
    expect(rig.faults).toEqual([])
    expect(pot(rig).celsius).toBe(100)
  })

  test('water that boils stands still and is no fault, also on a mountain', () => {
    const rig = KitchenRig.ready()
    rig.happen({ type: 'configure', settings: { ...SETTINGS, boiling: celsius(85) } })
    Object.assign(pot(rig), { heat: 9000, boils: 87 })
    rig.attended = true
    rig.touch(power(1))
    rig.run(1_800_000)
    expect(rig.faults).toEqual([])
  })

  test('cold food in a warm pot is no fault', () => {
    const rig = KitchenRig.ready()
    pot(rig).heat = 20_000
    rig.touch(power(1))
    rig.run(90_000)
    pot(rig).celsius = Math.max(10, pot(rig).celsius - 8)
    rig.run(90_000)
    pot(rig).celsius -= 8
    rig.run(120_000)
    expect(rig.faults).toEqual([])
  })

  test('cold food again and again, minutes apart, is excused each time', () => {
    const rig = KitchenRig.ready()
    Object.assign(pot(rig), { heat: 120_000, celsius: 20 })
    rig.touch(power(0.6))
    rig.attended = true
    for (let spoon = 0; spoon < 6; spoon++) {
      rig.run(190_000)
      rig.run(3000, () => {
        pot(rig).celsius -= 0.1
      })
    }
    expect(rig.faults).toEqual([])
  })

  test('a simmer that holds a big pot below boiling is no fault', () => {
    const rig = KitchenRig.ready()
    Object.assign(pot(rig), { heat: 26_000, loss: 15 })
    rig.attended = true
    rig.touch(power(0.4))
    rig.run(1_800_000)
    expect(rig.faults).toEqual([])
  })

  test('a pan in the hand gets no power and is no fault; it goes on when it is back', () => {
    const rig = KitchenRig.ready()
    rig.touch(temperature(180))
    rig.run(10_000)
    pot(rig).pan = 'absent'
    rig.run(60_000)
    expect(rig.demand()).toBe(0)
    expect(rig.faults).toEqual([])
    pot(rig).pan = 'present'
    rig.run(1000)
    expect(rig.demand()).toBeGreaterThan(0)
  })

  test('a pan that does not come back ends the zone after two minutes', () => {
    const rig = KitchenRig.ready()
    rig.touch(temperature(180))
    rig.run(1000)
    pot(rig).pan = 'absent'
    rig.run(121_000)
    expect(rig.target()).toEqual({ kind: 'off' })
    expect(rig.faults).toEqual([])
  })

  test('it rises although the device says that no power flows', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.5))
    rig.spoil(0, (reading) => ({ ...reading, power: watts(0) }))
    rig.run(60_000)
    expect(rig.faults).toEqual(['rise-without-power'])
  })

  test('it runs away past its setpoint', () => {
    const rig = KitchenRig.ready()
    rig.touch(temperature(120))
    rig.attended = true
    rig.run(240_000)
    expect(rig.faults).toEqual([])
    rig.run(20_000, () => {
      pot(rig).celsius += 0.3
    })
    expect(rig.state.faults).toMatchObject([{ code: 'runaway', zone: 0, figures: { setpoint: 120 } }])
  })

  test('a setpoint that is lowered far below the pan is no runaway', () => {
    const rig = KitchenRig.ready()
    rig.attended = true
    rig.touch(temperature(200))
    rig.run(240_000)
    rig.touch(temperature(80))
    rig.run(25_000, () => {
      pot(rig).celsius += 0.1
    })
    rig.run(600_000)
    expect(rig.faults).toEqual([])
  })

  test('hotter than the surface may become is off at once, on or off, whatever the setpoint', () => {
    const rig = KitchenRig.ready()
    pot(rig).celsius = 292
    rig.run(2500)
    rig.touch(power(0.3))
    rig.run(30_000, () => {
      pot(rig).celsius += 0.1
    })
    expect(rig.faults[0]).toBe('too-hot')
    rig.acknowledgeAll()
    expect(rig.faults[0]).toBe('too-hot')
    expect(rig.target()).toEqual({ kind: 'off' })
  })

  test('the device stops by itself for heat: so do we', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.5))
    rig.run(500)
    rig.spoil(0, (reading) => ({ ...reading, flags: ['over-temperature'] }))
    rig.run(100)
    expect(rig.faults).toEqual(['too-hot'])
  })

  test('a device that does something else than it was told is off', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.3))
    rig.run(2000)
    rig.spoil(0, (reading) => ({ ...reading, commanded: watts(1500) }))
    rig.run(2000)
    expect(rig.faults).toEqual([])
    rig.run(300)
    expect(rig.state.faults).toMatchObject([
      { code: 'command-ignored', zone: 0, figures: { watts: 1500, told: 600 } },
    ])
  })

  test.each(['hardware', 'brown-out'] as const)('a device that complains of %s is off', (flag) => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.3))
    rig.run(500)
    rig.spoil(0, (reading) => ({ ...reading, flags: [flag] }))
    rig.run(100)
    expect(rig.faults).toEqual(['device-fault'])
    rig.acknowledgeAll()
    expect(rig.faults).toEqual(['device-fault'])
    rig.tamper = (report) => report
    rig.run(200)
    rig.acknowledgeAll()
    expect(rig.faults).toEqual([])
  })
})
