import { describe, expect, test } from 'vitest'
import { readFlags } from '#main/electron/flags.ts'
import { forbiddenSwitches } from '#main/electron/switches.ts'

describe('flags', () => {
  test('without any, there is a plain window and the user’s own data', () => {
    expect(readFlags(['electron', '.'], false)).toEqual({
      kiosk: false,
      fullscreen: false,
      data: null,
      devTools: false,
      kitchen: [],
    })
  })

  test('the kitchen’s options are handed on in one piece each', () => {
    const argv = [
      'electron',
      '.',
      '--stove',
      'serial:/dev/ttyACM0',
      '--lan',
      '--port=4600',
      '--data',
      '/srv/kitchen',
    ]
    expect(readFlags(argv, false)).toMatchObject({
      data: '/srv/kitchen',
      kitchen: ['--stove=serial:/dev/ttyACM0', '--lan', '--port=4600'],
    })
  })

  test('Chromium’s switches and nonsense are passed over', () => {
    const argv = ['smarttop', '--ozone-platform=wayland', '--data', '--kiosk', '--stove']
    expect(readFlags(argv, false)).toMatchObject({ data: null, kiosk: true, kitchen: [] })
  })

  test('a packaged kitchen has no developer tools', () => {
    expect(readFlags(['electron', '.', '--devtools'], false).devTools).toBe(true)
    expect(readFlags(['smarttop', '--devtools'], true).devTools).toBe(false)
  })
})

describe('switches that take the protection away', () => {
  const given =
    (...names: string[]) =>
    (name: string) =>
      names.includes(name)

  test('none is well', () => {
    expect(forbiddenSwitches(given('kiosk', 'ozone-platform'), true)).toEqual([])
  })

  test('no sandbox and no web security are refused everywhere', () => {
    for (const packaged of [true, false]) {
      expect(forbiddenSwitches(given('no-sandbox', 'disable-web-security'), packaged)).toEqual([
        'no-sandbox',
        'disable-web-security',
      ])
    }
  })

  test('remote debugging is refused in a packaged kitchen only', () => {
    expect(forbiddenSwitches(given('remote-debugging-port'), true)).toEqual(['remote-debugging-port'])
    expect(forbiddenSwitches(given('remote-debugging-port'), false)).toEqual([])
  })
})
