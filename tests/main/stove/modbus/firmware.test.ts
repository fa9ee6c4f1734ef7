import { describe, expect, test } from 'vitest'
import { sealed } from '#main/stove/modbus/emulator/crc16.ts'
import { emulated, hex } from './bench.ts'

/** An emulated controller with nothing but a clock and a line. */
class Wire {
  now = 1_000_000
  readonly #stove: ReturnType<typeof emulated>
  readonly #said: Uint8Array[] = []

  constructor(model: string, script: Readonly<Record<string, string>> = {}) {
    this.#stove = emulated(model, this.now, script)
  }

  say(bytes: Uint8Array): void {
    this.#said.push(...this.#stove.receive(bytes, this.now))
  }

  pass(ms: number): void {
    for (let step = 0; step < ms; step++) this.#said.push(...this.#stove.tick(++this.now))
  }

  /** Says it, waits, and gives everything that came back, in hexadecimal. */
  ask(body: string): string {
    this.say(sealed([...Buffer.from(body.replaceAll(' ', ''), 'hex')]))
    this.pass(60)
    return this.heard()
  }

  heard(): string {
    return this.#said.splice(0).map(hex).join(' | ')
  }
}

/** Without its checksum. */
const body = (frame: string): string => frame.slice(0, -4)

describe('what every controller does on its line', () => {
  test('a checksum that is wrong is dropped without a word', () => {
    const wire = new Wire('delta-dtb')
    wire.say(Uint8Array.from([1, 3, 0x10, 0, 0, 1, 0, 0]))
    wire.pass(500)
    expect(wire.heard()).toBe('')
  })

  test('a request to another unit, or to all, is none of its business', () => {
    const wire = new Wire('delta-dtb')
    expect(wire.ask('02 03 10 00 00 01')).toBe('')
    expect(wire.ask('00 03 10 00 00 01')).toBe('')
    expect(body(wire.ask('01 03 10 03 00 01'))).toBe('010302F830')
  })

  test('two requests without silence between them are one frame, and wrong', () => {
    const wire = new Wire('delta-dtb')
    const frame = sealed([1, 3, 0x10, 3, 0, 1])
    wire.say(frame)
    wire.pass(2)
    wire.say(frame)
    wire.pass(500)
    expect(wire.heard()).toBe('')
    wire.say(frame)
    wire.pass(60)
    expect(wire.heard()).not.toBe('')
  })

  test('a frame that comes in pieces close together is one', () => {
    const wire = new Wire('delta-dtb')
    const frame = sealed([1, 3, 0x10, 3, 0, 1])
    wire.say(frame.slice(0, 3))
    wire.pass(1)
    wire.say(frame.slice(3))
    wire.pass(60)
    expect(body(wire.heard())).toBe('010302F830')
  })

  test('exceptions: function, address, value', () => {
    const wire = new Wire('delta-dtb')
    expect(body(wire.ask('01 04 10 00 00 01'))).toBe('018401')
    expect(body(wire.ask('01 03 20 00 00 01'))).toBe('018302')
    expect(body(wire.ask('01 03 10 00 00 09'))).toBe('018303')
  })
})

describe('Delta DTB', () => {
  test('has no temperature in its first second, then one in tenths, new every 0.4 s', () => {
    const wire = new Wire('delta-dtb')
    expect(body(wire.ask('01 03 10 00 00 01'))).toBe('0103028002')
    wire.pass(1500)
    const word = Number.parseInt(body(wire.ask('01 03 10 00 00 01')).slice(6), 16)
    expect(word).toBeGreaterThan(150)
    expect(word).toBeLessThan(350)
  })

  test('says 8003H without a sensor', () => {
    const wire = new Wire('delta-dtb', { fault: 'open-sensor:0@1' })
    wire.pass(3000)
    expect(body(wire.ask('01 03 10 00 00 01'))).toBe('0103028003')
  })

  test('runs as soon as it has power, and takes no writing before 0810H is set', () => {
    const wire = new Wire('delta-dtb')
    expect(body(wire.ask('01 02 08 14 00 01'))).toBe('01020101')
    expect(body(wire.ask('01 05 08 14 00 00'))).toBe('018504')
    expect(body(wire.ask('01 05 08 10 FF 00'))).toBe('01050810FF00')
    expect(body(wire.ask('01 05 08 14 00 00'))).toBe('010508140000')
    expect(body(wire.ask('01 02 08 14 00 01'))).toBe('01020100')
    expect(body(wire.ask('01 06 10 01 FF FF'))).toBe('01061001FFFF')
    // 700.0 degrees are beyond its Pt100.
    expect(body(wire.ask('01 06 10 01 1B 58'))).toBe('018603')
  })
})

test('Omron E5CC: nothing is written before "communications writing" is on', () => {
  const wire = new Wire('omron-e5cc')
  expect(body(wire.ask('01 06 00 00 01 01'))).toBe('018604')
  expect(body(wire.ask('01 06 00 00 00 01'))).toBe('010600000001')
  expect(body(wire.ask('01 06 00 00 04 01'))).toBe('010600000401')
  expect(body(wire.ask('01 06 00 00 01 01'))).toBe('010600000101')
  // RAM write mode, stopped, writing allowed.
  expect(body(wire.ask('01 03 24 07 00 01'))).toBe('0103020310')
})

test('Watlow EZ-ZONE: the setpoint is a float, low word first, in degrees Fahrenheit', () => {
  const wire = new Wire('watlow-ez-zone')
  // From the factory 75 F, 4296 0000H; the manual's own example.
  expect(body(wire.ask('01 03 08 70 00 02'))).toBe('01030400004296')
  expect(body(wire.ask('01 10 08 70 00 02 04 00 00 43 30'))).toBe('011008700002')
  expect(body(wire.ask('01 03 08 70 00 02'))).toBe('01030400004330')
  expect(body(wire.ask('01 06 07 58 00 3E'))).toBe('01060758003E')
  expect(body(wire.ask('01 06 07 58 00 07'))).toBe('018603')
})

test('Pixsys ATR141: stands still until it is started; error bits stand in 1008', () => {
  const wire = new Wire('pixsys-atr141', { fault: 'open-sensor:0@1' })
  expect(body(wire.ask('01 03 03 F1 00 01'))).toBe('0103020000')
  expect(body(wire.ask('01 06 03 F1 00 01'))).toBe('010603F10001')
  wire.pass(3000)
  expect(body(wire.ask('01 03 03 F0 00 01'))).toBe('0103020008')
})
