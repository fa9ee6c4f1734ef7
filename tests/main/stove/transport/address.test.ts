import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAddress, serialAddress } from '#main/stove/transport/address.ts'

const serial = (path: string): object => ({ kind: 'serial', path, driver: 'link', line: {}, parameters: {} })
const tcp = (host: string, port: number): object => ({
  kind: 'tcp',
  host,
  port,
  driver: 'link',
  parameters: {},
})

describe('an address of a stove', () => {
  test.each([
    ['serial:/dev/ttyACM0', serial('/dev/ttyACM0')],
    ['serial:COM7?baud=250000', { ...serial('COM7'), line: { baudRate: 250_000 } }],
    [
      'serial:/dev/ttyUSB0?driver=namur&model=ika-rct&bits=7&parity=even&stop=2&rts=1&dtr=0',
      {
        ...serial('/dev/ttyUSB0'),
        driver: 'namur',
        line: { dataBits: 7, parity: 'even', stopBits: 2, rts: true, dtr: false },
        parameters: { model: 'ika-rct' },
      },
    ],
    ['tcp:192.168.1.20:7777', tcp('192.168.1.20', 7777)],
    ['tcp://stove.local:80', tcp('stove.local', 80)],
    ['tcp:[::1]:9000?driver=gcode', { ...tcp('::1', 9000), driver: 'gcode' }],
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
    ['serial:/dev/x?bits=9', 'bits'],
    ['serial:/dev/x?parity=mark', 'none, even, odd'],
    ['serial:/dev/x?dtr=yes', 'dtr'],
    ['serial:/dev/%zz', 'path'],
    ['serial:/dev/a%00b', 'path'],
    ['tcp:host', 'HOST:PORT'],
    ['tcp:host:0', 'HOST:PORT'],
    ['tcp:host:65536', 'HOST:PORT'],
    ['tcp::80', 'HOST:PORT'],
    ['virtual:somewhere', 'place'],
    ['virtual:?driver=namur', 'namur'],
  ])('"%s" is refused with a word that helps', (address, word) => {
    const parsed = parseAddress(address)
    expect(parsed.kind).toBe('bad')
    expect(parsed.kind === 'bad' && parsed.detail).toContain(word)
  })

  test('of a serial port holds any path', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (text) => {
        const path = `/dev/${text.replaceAll('\0', '')}`
        expect(parseAddress(serialAddress(path))).toEqual(serial(path))
        expect(parseAddress(serialAddress(path, 'namur'))).toEqual({ ...serial(path), driver: 'namur' })
      }),
    )
  })
})
