import { describe, expect, test } from 'vitest'
import { sealed } from '#main/stove/modbus/emulator/crc16.ts'
import { celsius, watts } from '#core/units/quantities.ts'
import { Bench, emulated, hex, MODELS, type Spoken } from './bench.ts'

/** The whole frames that say "stop", as the manuals have it, with their checksums. */
const STOP: Readonly<Record<string, string>> = {
  'delta-dtb': '0105081400008FAE',
  'omron-e5cc': '010600000101499A',
  'pixsys-atr141': '010603F10000D87D',
  'watlow-ez-zone': '01060758003E88BD',
}
/** Bodies of the frames that write 80 degrees Celsius: 800 tenths, or 176 degrees Fahrenheit with the low word first. */
const EIGHTY: Readonly<Record<string, string>> = {
  'delta-dtb': '010610010320',
  'omron-e5cc': '010621030320',
  'pixsys-atr141': '010603EA0320',
  'watlow-ez-zone': '0110087000020400004330',
}
/** Where a setpoint is written. */
const SETPOINT: Readonly<Record<string, string>> = {
  'delta-dtb': '01061001',
  'omron-e5cc': '01062103',
  'pixsys-atr141': '010603EA',
  'watlow-ez-zone': '01100870',
}

const saying = (frames: readonly Spoken[]): readonly string[] => frames.map(({ bytes }) => hex(bytes))
const isWrite = (frame: string): boolean => ['05', '06', '10'].includes(frame.slice(2, 4))
const bench = (model: string, more: Readonly<Record<string, string>> = {}): Bench =>
  new Bench((now) => emulated(model, now, more))

describe.each(MODELS)('%s', (model) => {
  const stop = STOP[model] ?? ''

  test('law 2: stop is the first thing said, and it stands still when it is open', async () => {
    const line = bench(model)
    const stove = await line.stove(model)
    expect(hex(line.said[0]?.bytes ?? new Uint8Array())).toBe(stop)
    await line.pass(2000)
    expect(line.zone).toMatchObject({ commanded: 0, flags: [] })
    expect(stove.description).toMatchObject({ leaseClass: 'C', virtual: true, panDetection: false })
    expect(stove.description.zones).toMatchObject([
      { id: 0, sets: 'setpoint', maxPower: 1500, maxSurface: 250 },
    ])
  })

  test('says nothing twice within 35 ms of an answer', async () => {
    const line = bench(model)
    const stove = await line.stove(model)
    await line.heat(stove, 80, 3000)
    for (const { at } of line.said) {
      const answered = line.heard.findLast((one) => one.at < at)?.at ?? -Infinity
      expect(at - answered).toBeGreaterThanOrEqual(35)
    }
  })

  test('a setpoint is written once, and started only after it was read back', async () => {
    const line = bench(model)
    const stove = await line.stove(model)
    const before = line.said.length
    const counted = line.plate?.setpointWrites ?? 0
    await line.heat(stove, 80, 10_000)
    expect(line.plate?.setpointWrites).toBe(counted + 1)
    const writes = saying(line.said.slice(before)).filter(isWrite)
    expect(writes).toHaveLength(2)
    expect(writes[0]).toMatch(new RegExp(`^${EIGHTY[model] ?? 'none'}`))
    const frames = saying(line.said)
    const set = frames.indexOf(writes[0] ?? '')
    const start = frames.indexOf(writes[1] ?? '')
    expect(start - set).toBeGreaterThan(1)
    expect(line.zone.commanded).toBe(1500)
  })

  test('holds what it was told, in degrees Celsius', async () => {
    const line = bench(model, { speed: '20' })
    const stove = await line.stove(model)
    await line.heat(stove, 80, 40_000)
    for (const { zones } of line.reports.slice(-5)) {
      expect(Math.abs((zones[0]?.surface ?? 0) - 80)).toBeLessThan(2)
    }
    expect(line.zone.flags).toEqual([])
    // Power as a share of what the address says, where the controller tells: all of these do.
    expect(line.zone.power).toBeGreaterThan(0)
    expect(line.zone.power).toBeLessThanOrEqual(1500)
  })

  test('law 1: off is the next frame on the line, whenever it is said', async () => {
    const line = bench(model)
    const stove = await line.stove(model)
    await line.heat(stove, 80, 2000)
    let worst = 0
    for (let moment = 0; moment < 25; moment++) {
      await line.heat(stove, 80, 1500)
      await line.pass(moment * 17)
      const said = line.said.length
      const at = line.now
      stove.off()
      await line.pass(400)
      const [next] = line.said.slice(said)
      expect(hex(next?.bytes ?? new Uint8Array())).toBe(stop)
      worst = Math.max(worst, (next?.at ?? Infinity) - at)
    }
    // An exchange that is on the wire, and the silence after it.
    expect(worst).toBeLessThanOrEqual(60)
  })

  test('off is said again until it is acknowledged', async () => {
    const line = bench(model)
    const stove = await line.stove(model)
    await line.heat(stove, 80, 3000)
    line.toDevice = (bytes) => (hex(bytes) === stop ? null : bytes)
    stove.off()
    await line.pass(2500)
    expect(saying(line.said).filter((one) => one === stop).length).toBeGreaterThan(4)
    // It still heats, and nobody says that it does not.
    expect(line.zone.commanded).toBe(1500)
    line.toDevice = (bytes) => bytes
    await line.pass(1500)
    expect(line.zone.commanded).toBe(0)
  })

  test('off leaves the setpoint at its lowest', async () => {
    const line = bench(model)
    const stove = await line.stove(model)
    await line.heat(stove, 80, 3000)
    stove.off()
    await line.pass(2000)
    const last = saying(line.said)
      .filter((one) => one.startsWith(SETPOINT[model] ?? 'none'))
      .at(-1)
    // 0 degrees Celsius are 32 Fahrenheit.
    expect(last).toMatch(model === 'watlow-ez-zone' ? /^0110087000020400004200/ : /^01.{6}0000/)
  })

  test('a sensor that is torn off is a flag, never a temperature', async () => {
    const line = bench(model, { fault: 'open-sensor:0@5' })
    await line.stove(model)
    await line.pass(7000)
    expect(line.zone).toMatchObject({ surface: null, flags: ['sensor-open'] })
  })

  test('answers that are garbled or lost are asked for again, and never believed', async () => {
    const line = bench(model)
    const stove = await line.stove(model)
    let count = 0
    line.toHost = (bytes) => {
      count++
      if (count % 4 === 1) return bytes.with(bytes.length - 3, (bytes.at(-3) ?? 0) ^ 0x40)
      return count % 4 === 2 ? null : bytes
    }
    await line.heat(stove, 80, 20_000)
    expect(line.reports.length).toBeGreaterThan(3)
    for (const { zones } of line.reports) {
      expect(zones[0]?.surface ?? 20).toBeGreaterThan(10)
      expect(zones[0]?.surface ?? 20).toBeLessThan(80)
    }
  })

  test('without a renewal it says off by itself, and tells so', async () => {
    const line = bench(model)
    const stove = await line.stove(model)
    await line.heat(stove, 80, 3000)
    await line.pass(2500)
    expect(line.zone.flags).toContain('lease-expired')
    expect(line.zone.commanded).toBe(0)
    stove.off()
    await line.heat(stove, 80, 3000)
    expect(line.zone.flags).toEqual([])
    expect(line.zone.commanded).toBe(1500)
  })

  test('closing says stop and gives the line back', async () => {
    const line = bench(model)
    const stove = await line.stove(model)
    await line.heat(stove, 80, 3000)
    const before = line.said.length
    const closed = stove.close()
    await line.pass(3000)
    await closed
    expect(line.closed).toBe(true)
    expect(saying(line.said.slice(before))).toContain(stop)
    const said = line.said.length
    stove.off()
    stove.heat([watts(100)], [celsius(60)])
    await line.pass(2000)
    expect(line.said).toHaveLength(said)
  })

  test('another model on the line is refused, and nothing but "stop" was written to it', async () => {
    for (const other of MODELS.filter((one) => one !== model)) {
      const line = bench(other)
      const opening = await line.open(model)
      expect(opening, other).toMatchObject({ kind: 'failed', reason: 'wrong-device' })
      expect(new Set(saying(line.said).filter(isWrite))).toEqual(new Set([stop]))
      expect(line.closed).toBe(true)
    }
  })
})

describe('what no controller may do to us', () => {
  test('silence is no answer', async () => {
    const line = new Bench(() => null)
    expect(await line.open('delta-dtb')).toEqual({
      kind: 'failed',
      reason: 'no-answer',
      detail: 'unit 1 does not answer at 9600 baud, 8 data bits, parity none, 1 stop',
    })
  })

  test('noise is no answer either, and the settings of the line are named', async () => {
    const line = bench('delta-dtb')
    line.toHost = (bytes) => bytes.map((byte) => byte ^ 0x15)
    const opening = await line.open('delta-dtb')
    expect(opening).toMatchObject({ kind: 'failed', reason: 'no-answer' })
    if (opening.kind === 'failed') expect(opening.detail).toMatch(/is no Modbus RTU from unit 1/)
  })

  test("a late answer and one from another unit are nobody's", async () => {
    const line = bench('pixsys-atr141')
    await line.stove('pixsys-atr141')
    await line.pass(1000)
    // 999.9 degrees, from unit 2; then the same from unit 1, when nobody asked.
    const words = Array.from({ length: 10 }, () => [0x27, 0x0f]).flat()
    for (const unit of [2, 1]) {
      line.intrude(sealed([unit, 3, 20, ...words]))
      await line.pass(1000)
    }
    for (const { zones } of line.reports) expect(zones[0]?.surface).toBeLessThan(40)
  })

  test('law 1: a line that never falls silent does not hold off back', async () => {
    const plate = emulated('delta-dtb', 1_000_000)
    const line = new Bench(() => plate)
    const stove = await line.stove('delta-dtb')
    await line.heat(stove, 80, 2000)
    expect(plate.truth.zones[0]?.watts).toBeGreaterThan(0)
    const said = line.said.length
    stove.off()
    for (let ms = 0; ms < 600; ms += 5) {
      line.intrude(Uint8Array.of(0x55))
      await line.pass(5)
    }
    const stops = line.said.slice(said).filter(({ bytes }) => hex(bytes) === STOP['delta-dtb'])
    expect(stops.length).toBeGreaterThan(0)
    expect(plate.truth.zones[0]?.watts).toBe(0)
  })

  test('a controller that was started at its keys while off is stopped', async () => {
    const line = bench('pixsys-atr141')
    await line.stove('pixsys-atr141')
    await line.pass(1000)
    line.device?.receive(sealed([1, 6, 0x03, 0xf1, 0, 1]), line.now)
    await line.pass(1500)
    expect(saying(line.said).filter((one) => one === STOP['pixsys-atr141']).length).toBeGreaterThan(2)
    expect(line.zone.commanded).toBe(0)
  })

  test('a setpoint that does not stay is written three times, then it is a fault: memories wear', async () => {
    const line = bench('pixsys-atr141')
    const stove = await line.stove('pixsys-atr141')
    // Its own limit: whatever it is told, it holds 60.0 degrees.
    line.toDevice = (bytes) =>
      hex(bytes).startsWith('010603EA') && hex(bytes).slice(8, 12) !== '0000'
        ? sealed([1, 6, 0x03, 0xea, 0x02, 0x58])
        : bytes
    await line.heat(stove, 80, 10_000)
    expect(saying(line.said).filter((one) => one.startsWith('010603EA0320'))).toHaveLength(3)
    expect(line.zone).toMatchObject({ commanded: 0, flags: ['hardware'] })
  })

  test('never holds more than its owner allows', async () => {
    const line = bench('omron-e5cc')
    const stove = await line.stove('omron-e5cc', { max: '120' })
    await line.heat(stove, 300, 3000)
    // 1200 tenths.
    expect(saying(line.said).some((one) => one.startsWith('0106210304B0'))).toBe(true)
    expect(line.zone.commanded).toBe(1500)
  })

  test('a memory that wears gets whole degrees, rounded down; RAM gets the half ones too', async () => {
    const worn = bench('delta-dtb')
    await worn.heat(await worn.stove('delta-dtb'), 80.5, 3000)
    expect(saying(worn.said).some((one) => one.startsWith('010610010320'))).toBe(true)
    const ram = bench('omron-e5cc')
    await ram.heat(await ram.stove('omron-e5cc'), 80.5, 3000)
    expect(saying(ram.said).some((one) => one.startsWith('010621030325'))).toBe(true)
  })

  test('a setpoint that trembles is not written again and again', async () => {
    const line = bench('delta-dtb')
    const stove = await line.stove('delta-dtb')
    const before = line.said.length
    for (let turn = 0; turn < 30; turn++) await line.heat(stove, turn % 2 === 0 ? 80 : 79.5, 500)
    const written = saying(line.said.slice(before)).filter((one) => one.startsWith('01061001'))
    expect(written).toHaveLength(1)
    // One whole degree is meant.
    await line.heat(stove, 81, 2000)
    expect(saying(line.said).some((one) => one.startsWith('01061001032A'))).toBe(true)
  })

  test('no power without a setpoint', async () => {
    const line = bench('delta-dtb')
    const stove = await line.stove('delta-dtb')
    stove.heat([watts(1500)], [null])
    await line.pass(2000)
    expect(line.zone.commanded).toBe(0)
  })

  test('Delta is not ready when it has just got power: that is no temperature', async () => {
    const line = bench('delta-dtb')
    await line.stove('delta-dtb')
    await line.pass(300)
    expect(line.reports[0]?.zones[0]).toMatchObject({ surface: null, flags: [] })
    await line.pass(2000)
    expect(line.zone.surface).toBeGreaterThan(10)
  })

  test('a pulled cable is told, and the object is dead', async () => {
    const line = bench('delta-dtb')
    const stove = await line.stove('delta-dtb')
    await line.heat(stove, 80, 1000)
    line.unplug()
    await line.pass(10)
    expect(line.events.at(-1)).toMatchObject({ type: 'lost', reason: 'unplugged' })
    const said = line.said.length
    stove.off()
    await line.pass(2000)
    expect(line.said).toHaveLength(said)
  })

  test('a controller that falls silent is lost after three seconds', async () => {
    const line = bench('delta-dtb')
    await line.stove('delta-dtb')
    await line.pass(1000)
    line.device = null
    const at = line.now
    while (line.events.at(-1)?.type !== 'lost' && line.now - at < 20_000) await line.pass(10)
    expect(line.events.at(-1)).toMatchObject({ type: 'lost', reason: 'silent' })
    expect(line.now - at).toBeLessThan(6000)
  })
})
