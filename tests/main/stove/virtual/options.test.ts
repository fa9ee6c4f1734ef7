import { describe, expect, test } from 'vitest'
import { parseOptions } from '#main/stove/virtual/options.ts'
import { options } from './scripted-host.ts'

describe('the parameters of a virtual stove', () => {
  test('are optional: four zones, seed 1, real time, something to cook on', () => {
    const usual = options()
    expect(usual).toMatchObject({ seed: 1, speed: 1, zones: 4, altitude: 0, camera: false, faults: [] })
    expect(usual.pans.map(({ zone, pan }) => `${zone} ${pan}`)).toEqual([
      '0 steel-28',
      '1 pot-20',
      '2 coated-28',
      '3 saucepan-16',
    ])
  })

  test('set the scene, single pans and faults', () => {
    const own = options({
      seed: '7',
      speed: '20',
      zones: '2',
      camera: '1',
      altitude: '850',
      scene: 'water',
      pans: '0:iron-26/oil:0.02/steak:0.25,1:pot-24/water:2/lid',
      fault: 'stall@3,open-sensor:1@4.5',
    })
    expect(own).toMatchObject({ seed: 7, speed: 20, zones: 2, camera: true, altitude: 850 })
    expect(own.pans).toEqual([
      {
        zone: 0,
        pan: 'iron-26',
        lid: false,
        contents: { water: 0, oil: 0.02, foods: [{ name: 'steak', mass: 0.25 }] },
      },
      { zone: 1, pan: 'pot-24', lid: true, contents: { water: 2, oil: 0, foods: [] } },
    ])
    expect(own.faults.map(({ name, zone, at }) => [name, zone, at])).toEqual([
      ['stall', null, 3],
      ['open-sensor', 1, 4.5],
    ])
  })

  test('replace the scenes pan on their zone only', () => {
    expect(
      options({ pans: '1:wok-32' })
        .pans.map(({ zone, pan }) => `${zone} ${pan}`)
        .sort(),
    ).toEqual(['0 steel-28', '1 wok-32', '2 coated-28', '3 saucepan-16'])
  })

  test.each([
    [{ speed: '0' }, 'speed must be a number from 0.1 to 100, got "0"'],
    [{ speed: 'fast' }, 'speed must be'],
    [{ speed: '1e9' }, 'speed must be'],
    [{ seed: '1.5' }, 'seed must be a whole number'],
    [{ seed: '' }, 'seed must be'],
    [{ zones: '7' }, 'zones must be a whole number from 1 to 6'],
    [{ camera: 'yes' }, 'camera must be'],
    [{ scene: 'opera' }, 'there is no scene "opera"; there are: demo, water, dry, empty'],
    [{ pans: '0:bucket' }, 'there is no pan "bucket"; there are: steel-20'],
    [{ pans: '5:wok-32' }, 'zones 0 to 3, not 5'],
    [{ pans: 'wok-32' }, 'not of the form ZONE:PAN'],
    [{ pans: '0:wok-32/water' }, 'an amount is in kg'],
    [{ pans: '0:wok-32/water:1500' }, 'an amount is in kg, over 0 and up to 10'],
    [{ pans: '0:wok-32/lava:1' }, 'nothing called "lava" goes into a pan'],
    [{ fault: 'stall@1,fire@2' }, 'there is no fault "fire"'],
    [{ sped: '20' }, 'a virtual stove knows no "sped"; it knows: seed, speed'],
  ])('%o is refused with the reason', (parameters, reason) => {
    const outcome = parseOptions(parameters as unknown as Record<string, string>)
    expect(outcome.kind === 'bad' ? outcome.detail : 'accepted').toContain(reason)
  })
})
