import { describe, expect, test } from 'vitest'
import { ScriptedHost } from './scripted-host.ts'

/** A stove that heats zone 0 with 1 kW, three seconds into its life. */
function heating(fault: string, more: Record<string, string> = {}): ScriptedHost {
  const host = new ScriptedHost({ fault, scene: 'dry', ...more }).hello()
  host.wanted = [1000, 0, 0, 0]
  return host.run(3)
}

const surface = (host: ScriptedHost): number | null => host.report.zones[0]?.surface ?? null
const truth = (host: ScriptedHost): { watts: number; centre: number; mean: number } => ({
  watts: host.stove.truth.zones[0]?.watts ?? Number.NaN,
  centre: host.stove.truth.zones[0]?.pan?.centre ?? Number.NaN,
  mean: host.stove.truth.zones[0]?.pan?.mean ?? Number.NaN,
})

describe('a scripted fault comes in its time and tells its name', () => {
  test('cable-out: no byte passes either way, and the lease ends the heat', () => {
    const host = heating('cable-out@3.5')
    expect(truth(host).watts).toBeGreaterThan(900)
    host.run(0.5)
    const heard = host.heard.length
    host.hello().run(1.5)
    expect(host.heard.length).toBe(heard)
    expect(host.stove.cableOut).toBe(true)
    expect(truth(host).watts).toBe(0)
    expect(host.events.map(({ event }) => event)).toEqual(expect.arrayContaining(['fault', 'lease-expired']))
    expect(host.stove.control({ command: 'clear', name: 'cable-out' }, host.now).kind).toBe('done')
    host.hello().run(0.5)
    expect(host.heard.length).toBeGreaterThan(heard)
  })

  test('stall: the device is silent for a while, its counters go on', () => {
    const host = heating('stall@3.5+0.6')
    host.run(0.55)
    const last = host.report.sequence
    const count = host.reports.length
    host.run(0.5)
    expect(host.reports.length).toBe(count)
    host.run(1)
    expect(host.report.sequence).toBeGreaterThan(last + 6)
  })

  test('bit-errors: frames break, none of them passes for a sound one', () => {
    const host = heating('bit-errors@3.1')
    host.run(30)
    const { badCrc, badStuffing, tooShort, frames } = host.decoder.counters
    expect(badCrc + badStuffing).toBeGreaterThan(5)
    expect(frames).toBeGreaterThan(100)
    expect(tooShort).toBeLessThan(frames)
    for (const { zones } of host.reports) {
      expect(zones[0]?.surface).toBeGreaterThan(-20)
      expect(zones[0]?.surface).toBeLessThan(400)
    }
  })

  test('brown-out: heat off at once, then a device that knows no session and counts from zero', () => {
    const host = heating('brown-out@3.5')
    const { uptime } = host.report
    host.run(0.6)
    expect(truth(host).watts).toBe(0)
    host.run(0.5)
    const count = host.reports.length
    host.run(0.5)
    expect(host.reports.length).toBe(count)
    host.wanted = null
    host.hello().run(0.3)
    expect(host.report.uptime).toBeLessThan(uptime)
    expect(host.report.sequence).toBeLessThan(5)
    expect(host.report.zones[0]?.flags).toContain('brown-out')
    expect(host.report.zones[0]?.commanded).toBe(0)
    host.run(11)
    expect(host.report.zones[0]?.flags).not.toContain('brown-out')
  })

  test('frozen-sensor: the value stands still to the last bit while the pan goes on heating', () => {
    const host = heating('frozen-sensor:0@3.5')
    host.run(0.7)
    const held = surface(host)
    const { centre } = truth(host)
    host.run(5)
    expect(surface(host)).toBe(held)
    expect(truth(host).centre).toBeGreaterThan(centre + 5)
    expect(new Set(host.reports.slice(-20).map(({ zones }) => zones[1]?.surface)).size).toBeGreaterThan(1)
  })

  test('sensor-jump: from one report to the next by 80 K', () => {
    const host = heating('sensor-jump@3.5')
    const before = surface(host) ?? 0
    host.run(0.7)
    expect((surface(host) ?? 0) - before).toBeGreaterThan(75)
    expect((surface(host) ?? 0) - before).toBeLessThan(95)
  })

  test('open-sensor: no value, and the device says so', () => {
    const host = heating('open-sensor@3.5').run(0.7)
    expect(surface(host)).toBeNull()
    expect(host.report.zones[0]?.flags).toContain('sensor-open')
    expect(host.report.zones[1]?.surface).not.toBeNull()
  })

  test('shorted-switch: heats with all its power after off, unseen by its own meter', () => {
    const host = heating('shorted-switch@3.5').run(1)
    host.off().run(1)
    const { centre } = truth(host)
    expect(truth(host).watts).toBeGreaterThan(2000)
    host.run(15)
    expect(truth(host).centre).toBeGreaterThan(centre + 30)
    expect(host.report.zones[0]).toMatchObject({ power: 0, commanded: 0 })
  })

  test('dead-switch: commanded and metered, but nothing warms', () => {
    const host = heating('dead-switch@3.5').run(1)
    const { mean, watts } = truth(host)
    expect(watts).toBe(0)
    host.run(20)
    expect(truth(host).mean).toBeLessThan(mean)
    expect(host.report.zones[0]?.power).toBeGreaterThan(900)
    expect(host.report.zones[0]?.commanded).toBe(1000)
  })

  test('raised by hand and cleared by hand, on the zone that was named', () => {
    const host = heating('stall@99')
    host.stove.control({ command: 'fault', name: 'open-sensor', zone: 2 }, host.now)
    host.run(0.2)
    expect(host.report.zones.map((zone) => zone.surface === null)).toEqual([false, false, true, false])
    host.stove.control({ command: 'clear', name: 'open-sensor' }, host.now)
    host.run(0.2)
    expect(host.report.zones[2]?.surface).not.toBeNull()
    expect(host.events.map(({ event }) => event)).toContain('cleared')
  })
})
