import { describe, expect, test } from 'vitest'
import { ScriptedHost } from './scripted-host.ts'

const heats = (host: ScriptedHost): string[] =>
  host.events
    .filter(({ event }) => event === 'heat')
    .map((event) => ('watts' in event ? `${event.zone} ${event.watts > 0}` : ''))

describe('the virtual stove', () => {
  test('greets as a virtual stove and says how fast its physics runs', () => {
    const host = new ScriptedHost({ speed: '20', seed: '9', zones: '5' }).hello().run(0.5)
    expect(host.heard[0]).toMatchObject({
      type: 'welcome',
      description: {
        virtual: true,
        speed: 20,
        id: 'virtual-9-5',
        leaseClass: 'A',
        lease: 1000,
        thermalCamera: false,
      },
    })
    expect(host.report.zones).toHaveLength(5)
    expect(host.report.zones.map(({ pan }) => pan)).toEqual(Array.from({ length: 5 }, () => 'present'))
  })

  test('reports ten times a second in wall time, whatever the speed', () => {
    for (const speed of ['1', '20', '100']) {
      const host = new ScriptedHost({ speed, scene: 'empty' }).hello().run(3)
      expect(host.reports.length).toBeGreaterThanOrEqual(30)
      expect(host.reports.length).toBeLessThanOrEqual(31)
      expect(host.report.uptime).toBeGreaterThanOrEqual(2900)
      expect(host.report.uptime).toBeLessThanOrEqual(3000)
    }
  })

  test('runs its physics faster, and only that', () => {
    const after = (speed: string): number => {
      const host = new ScriptedHost({ speed }).hello()
      host.wanted = [0, 1500, 0, 0]
      host.run(4)
      return host.stove.truth.zones[1]?.pan?.waterCelsius ?? 0
    }
    const ambient = new ScriptedHost().stove.truth.ambient
    expect(after('1') - ambient).toBeLessThan(2)
    expect(after('20') - ambient).toBeGreaterThan(10)
    expect(new ScriptedHost({ speed: '20' }).run(4).stove.truth.time).toBeCloseTo(80, 0)
  })

  test('drops the heat a second of wall time after the host falls silent, also at 20x', () => {
    const host = new ScriptedHost({ speed: '20' }).hello()
    host.wanted = [1000, 0, 0, 0]
    host.run(2)
    expect(host.stove.truth.zones[0]?.watts).toBeGreaterThan(900)
    host.wanted = null
    const silentFrom = host.now
    host.run(2)
    const expired = host.events.find(({ event }) => event === 'lease-expired')
    expect((expired?.at ?? Infinity) - silentFrom).toBeLessThanOrEqual(1000)
    expect((expired?.at ?? 0) - silentFrom).toBeGreaterThan(800)
    expect(host.stove.truth.zones[0]?.watts).toBe(0)
    expect(host.report.zones[0]?.flags).toContain('lease-expired')
    expect(heats(host)).toContain('0 false')
  })

  test('obeys off at once and tells of it', () => {
    const host = new ScriptedHost().hello()
    host.wanted = [1000, 0, 0, 0]
    host.run(2).off()
    expect(host.stove.truth.zones[0]?.watts).toBe(0)
    expect(host.events.at(-1)).toMatchObject({ event: 'heat', zone: 0, watts: 0, at: host.now })
    expect(host.events.filter(({ event }) => event === 'off')).toHaveLength(1)
  })

  test('catches up with two seconds of wall time at most after its process slept', () => {
    const host = new ScriptedHost({ speed: '10' }).hello().run(1)
    const before = host.stove.truth.time
    host.now += 3_600_000
    host.run(0.01)
    expect(host.stove.truth.time - before).toBeLessThan(21)
  })

  test('cuts its own zone when its sensor passes what the surface may become', () => {
    const host = new ScriptedHost({ speed: '20', scene: 'dry' }).hello()
    host.wanted = [2200, 0, 0, 0]
    host.run(12)
    expect(host.reports.some(({ zones }) => zones[0]?.flags.includes('over-temperature') === true)).toBe(true)
    expect(host.stove.truth.zones[0]?.pan?.centre).toBeLessThan(400)
  })

  test('says the same to the last bit for the same seed and the same words', () => {
    const run = (): unknown => {
      const host = new ScriptedHost({ seed: '33', speed: '5', camera: '1' }).hello()
      host.wanted = [800, 1200, 0, 300]
      host.run(5)
      return [host.heard, host.stove.truth]
    }
    expect(run()).toEqual(run())
  })
})
