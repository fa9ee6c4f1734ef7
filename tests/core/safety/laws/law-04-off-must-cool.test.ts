import { describe, expect, test } from 'vitest'
import { watts } from '#core/units/quantities.ts'
import { KitchenRig, power, temperature } from '../support/kitchen-rig.ts'

const pot = (rig: KitchenRig, zone = 0) => {
  const found = rig.toy.pots[zone]
  if (found === undefined) throw new Error('no such pot')
  return found
}

describe('law 4: off must cool', () => {
  test('a shorted switch is found on a zone that was never on', () => {
    const rig = KitchenRig.ready()
    rig.run(60_000)
    expect(rig.faults).toEqual([])
    pot(rig).shorted = true
    rig.run(20_000)
    expect(rig.state.faults).toMatchObject([{ code: 'heats-while-off', zone: 0, cleared: false }])
  })

  test('a switch that welds as it is told off is found within 30 s and a little', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(0.8))
    rig.run(60_000)
    rig.stop()
    pot(rig).shorted = true
    rig.run(29_000)
    expect(rig.faults).toEqual([])
    rig.run(20_000)
    expect(rig.faults).toEqual(['heats-while-off'])
  })

  test('a welded switch under a controller that asks for nothing is found as well', () => {
    const rig = KitchenRig.ready()
    pot(rig).heat = 12_000
    pot(rig).celsius = 150
    rig.run(2500)
    rig.touch(temperature(60))
    rig.run(2000)
    expect(rig.demand()).toBe(0)
    expect(rig.target()).toEqual(temperature(60))
    pot(rig).shorted = true
    rig.run(80_000)
    expect(rig.faults).toContain('heats-while-off')
    expect(rig.target()).toEqual({ kind: 'off' })
  })

  test('power that the device measures while told off is found after two seconds', () => {
    const rig = KitchenRig.ready()
    rig.spoil(1, (reading) => ({ ...reading, power: watts(300) }))
    rig.run(2000)
    expect(rig.faults).toEqual([])
    rig.run(300)
    expect(rig.state.faults).toMatchObject([{ code: 'heats-while-off', zone: 1, figures: { watts: 300 } }])
  })

  test('a hot pan that cools, for hours, is no fault', () => {
    const rig = KitchenRig.ready()
    pot(rig).celsius = 220
    rig.happen({ type: 'lost', reason: 'unplugged' })
    rig.connect()
    rig.run(1_200_000)
    expect(rig.faults).toEqual([])
  })

  test('heat that is stored in the hob may come up for half a minute', () => {
    const rig = KitchenRig.ready()
    rig.touch(power(1))
    rig.run(30_000)
    rig.stop()
    rig.run(28_000, () => {
      pot(rig).celsius += 0.1
    })
    rig.run(60_000)
    expect(rig.faults).toEqual([])
  })

  test('a kitchen that warms over the day is no fault', () => {
    const rig = KitchenRig.ready()
    rig.run(3_600_000, () => {
      // 10 K in an hour.
      pot(rig).celsius += 10 / 36_000 + (2 * (pot(rig).celsius - 20) * 0.1) / 3000
    })
    expect(pot(rig).celsius).toBeGreaterThan(29)
    expect(rig.faults).toEqual([])
  })

  test('another pan, hot or cold, begins a new count, and hot glass may warm it', () => {
    const rig = KitchenRig.ready()
    pot(rig).celsius = 180
    rig.happen({ type: 'lost', reason: 'unplugged' })
    rig.connect()
    rig.run(40_000)
    pot(rig).pan = 'absent'
    rig.run(2000)
    pot(rig).celsius = 20
    pot(rig).pan = 'present'
    // The glass below is still at about 175 °C and warms the cold pan for two minutes, up to 60 °C.
    rig.run(120_000, () => {
      pot(rig).celsius += 1 / 30
    })
    expect(pot(rig).celsius).toBeGreaterThan(50)
    expect(rig.faults).toEqual([])
  })

  test('a hot pan put on a cold zone is no fault', () => {
    const rig = KitchenRig.ready()
    pot(rig).pan = 'absent'
    rig.run(60_000)
    pot(rig).pan = 'present'
    rig.run(1000)
    // The sensor follows the pan within seconds, then all cools.
    rig.run(20_000, () => {
      pot(rig).celsius += 0.8
    })
    rig.run(120_000)
    expect(pot(rig).celsius).toBeGreaterThan(100)
    expect(rig.faults).toEqual([])
  })

  test('a hot neighbour may warm it a little, more only when it is near', () => {
    const near = KitchenRig.ready()
    pot(near, 1).celsius = 250
    pot(near, 1).loss = 0
    near.happen({ type: 'lost', reason: 'unplugged' })
    near.connect()
    near.run(35_000)
    near.run(60_000, () => {
      pot(near).celsius += 0.02
    })
    expect(pot(near).celsius).toBeGreaterThan(28)
    expect(near.faults).toEqual([])
    near.run(60_000, () => {
      pot(near).celsius += 0.05
    })
    expect(near.faults).toEqual(['heats-while-off'])
  })

  test('the alarm stays until the zone has clearly turned, whatever is pressed', () => {
    const rig = KitchenRig.ready()
    rig.run(31_000)
    pot(rig).shorted = true
    rig.run(30_000)
    rig.acknowledgeAll()
    expect(rig.faults).toEqual(['heats-while-off'])
    expect(rig.touch(power(0.5))).toEqual({ kind: 'refused', code: 'fault-latched' })
    expect(rig.touch(power(0.5), 1)).toEqual({ kind: 'done' })

    pot(rig).shorted = false
    rig.run(600_000, () => {
      rig.attended = true
    })
    rig.acknowledgeAll()
    expect(rig.faults).toEqual([])
  })
})
