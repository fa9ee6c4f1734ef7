import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAddress, serialAddress } from '#main/stove/transport/address.ts'

describe('an address of a stove', () => {
  test.each([
    ['serial:/dev/ttyACM0', { kind: 'serial', path: '/dev/ttyACM0', baud: 115_200 }],
    ['serial:COM7?baud=250000', { kind: 'serial', path: 'COM7', baud: 250_000 }],
    ['serial:/dev/ttyUSB0?driver=link', { kind: 'serial', path: '/dev/ttyUSB0', baud: 115_200 }],
    ['tcp:192.168.1.20:7777', { kind: 'tcp', host: '192.168.1.20', port: 7777 }],
    ['tcp://stove.local:80', { kind: 'tcp', host: 'stove.local', port: 80 }],
    ['tcp:[::1]:9000?driver=link', { kind: 'tcp', host: '::1', port: 9000 }],
    ['virtual:', { kind: 'virtual', parameters: {} }],
    [
      'virtual:?seed=7&speed=20&fault=cable-out@30,open-sensor:1@5',
      {
        kind: 'virtual',
        parameters: { seed: '7', speed: '20', fault: 'cable-out@30,open-sensor:1@5' },
      },
    ],
  ])('%s is understood', (address, expected) => {
    expect(parseAddress(address)).toEqual(expected)
  })

  test.each([
    ['', 'form'],
    ['/dev/ttyACM0', 'form'],
    ['COM3', 'form'],
    ['ftp:host:1', 'there are'],
    ['serial:', 'path'],
    ['serial:/dev/x?baud=fast', 'baud'],
    ['serial:/dev/x?baud=300', 'baud'],
    ['serial:/dev/x?boud=9600', 'boud'],
    ['serial:/dev/%zz', 'path'],
    ['serial:/dev/a%00b', 'path'],
    ['tcp:host', 'HOST:PORT'],
    ['tcp:host:0', 'HOST:PORT'],
    ['tcp:host:65536', 'HOST:PORT'],
    ['tcp::80', 'HOST:PORT'],
    ['tcp:host:80?x=1', '"x"'],
    ['virtual:somewhere', 'place'],
    ['virtual:?driver=namur', 'namur'],
    ['serial:/dev/x?driver=gcode', 'gcode'],
  ])('"%s" is refused with a word that helps', (address, word) => {
    const parsed = parseAddress(address)
    expect(parsed.kind).toBe('bad')
    expect(parsed.kind === 'bad' && parsed.detail).toContain(word)
  })

  test('of a serial port holds any path', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (text) => {
        const path = `/dev/${text.replaceAll('\0', '')}`
        expect(parseAddress(serialAddress(path))).toEqual({ kind: 'serial', path, baud: 115_200 })
      }),
    )
  })
})
