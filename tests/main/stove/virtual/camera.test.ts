import { describe, expect, test } from 'vitest'
import { milliseconds } from '#core/units/quantities.ts'
import { Camera } from '#main/stove/virtual/camera.ts'
import { Hob } from '#main/stove/virtual/physics/hob.ts'
import { ScriptedHost } from './scripted-host.ts'

/** The pixel that looks at a point of a hob of 590 x 520 mm; y to the back, row 0 at the back. */
function pixel(tenths: Int16Array, x: number, y: number): number {
  const column = Math.floor((x / 590 + 0.5) * 32)
  const row = Math.floor((0.5 - y / 520) * 24)
  return (tenths[row * 32 + column] ?? 0) / 10
}

describe('the thermal camera', () => {
  test('sees seasoned iron nearly as hot as it is, and bright steel much colder', () => {
    const hob = new Hob({ seed: 601, zones: 4, altitude: 0 })
    hob.put(0, 'iron-26', 200)
    hob.put(1, 'steel-24', 200)
    const { tenths } = new Camera(hob).take()
    expect(tenths).toHaveLength(32 * 24)
    expect(pixel(tenths, -140, -115)).toBeGreaterThan(175)
    expect(pixel(tenths, -140, -115)).toBeLessThan(210)
    expect(pixel(tenths, -140, 125)).toBeLessThan(140)
    expect(Math.abs(pixel(tenths, 145, -140) - hob.room.ambient)).toBeLessThan(6)
  })

  test('sees the water in a pot, not the pot', () => {
    const hob = new Hob({ seed: 602, zones: 4, altitude: 0 })
    hob.put(1, 'pot-20', 90).addWater(1, 60, hob.ledger)
    expect(Math.abs(pixel(new Camera(hob).take().tenths, -140, 125) - 60)).toBeLessThan(4)
  })

  test('is noisy: no two pictures are the same', () => {
    const camera = new Camera(new Hob({ seed: 603, zones: 4, altitude: 0 }))
    expect(camera.take().tenths).not.toEqual(camera.take().tenths)
  })

  test('is there when it was asked for, and its pictures go over the line', () => {
    const host = new ScriptedHost({ camera: '1' }).hello()
    host.say({
      type: 'configure',
      sequence: 900,
      session: 42,
      reportPeriod: milliseconds(100),
      thermalPeriod: milliseconds(500),
    })
    host.run(1.2)
    const rows = host.heard.filter((message) => message.type === 'thermal')
    expect(rows.length).toBeGreaterThanOrEqual(12)
    expect(rows[0]).toMatchObject({ columns: 32, rows: 24, firstRow: 0 })
    const without = new ScriptedHost().hello().run(0.2)
    expect(without.heard[0]).toMatchObject({ type: 'welcome', description: { thermalCamera: false } })
  })
})
