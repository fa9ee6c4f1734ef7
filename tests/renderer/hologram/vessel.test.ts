import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ringOf, vesselOf } from '../../../src/renderer/hologram/vessel.ts'
import { STOVES } from './harness/synthetic.ts'
import { anyStove } from './stoves.ts'

describe('rings and pans', () => {
  test('rings never touch', () => {
    fc.assert(
      fc.property(anyStove, (stove) => {
        for (const zone of stove.zones) {
          for (const other of stove.zones) {
            if (zone.id >= other.id) continue
            const apart = Math.hypot(zone.xMm - other.xMm, zone.yMm - other.yMm)
            expect(ringOf(zone, stove).outer + ringOf(other, stove).outer).toBeLessThanOrEqual(apart + 0.01)
          }
        }
      }),
    )
  })

  test.each(Object.entries(STOVES))(
    'no handle reaches over a neighbour’s dial on the hob of %s',
    (_, stove) => {
      for (const zone of stove.zones) {
        const vessel = vesselOf(zone, stove)
        if (vessel.kind === 'pot') continue
        for (let along = vessel.radius; along <= vessel.radius + vessel.reach; along += 5) {
          const x = zone.xMm + along * Math.cos(vessel.angle)
          const y = zone.yMm + along * Math.sin(vessel.angle)
          for (const other of stove.zones) {
            if (other === zone) continue
            expect(Math.hypot(other.xMm - x, other.yMm - y)).toBeGreaterThan(ringOf(other, stove).outer)
          }
        }
      }
    },
  )

  test('a large zone shows a pan, a small one a pot', () => {
    const [large, small] = STOVES.two.zones
    if (large === undefined || small === undefined) throw new Error('two zones expected')
    expect(vesselOf(large, STOVES.two).kind).toBe('pan')
    expect(vesselOf(small, STOVES.two).kind).toBe('pot')
  })
})
