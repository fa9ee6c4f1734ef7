import fc from 'fast-check'
import { watts } from '#core/units/quantities.ts'
import type { HologramStove } from '../../../src/renderer/hologram/props.ts'

/** Hobs as they are sold and as they are not: a grid of one to six zones, moved about and of any size that fits. */
export const anyStove: fc.Arbitrary<HologramStove> = fc
  .record({
    columns: fc.integer({ min: 1, max: 3 }),
    rows: fc.integer({ min: 1, max: 2 }),
    pitch: fc.integer({ min: 200, max: 320 }),
    seeds: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 18, maxLength: 18 }),
  })
  .map(({ columns, rows, pitch, seeds }) => {
    const zones = Array.from({ length: columns * rows }, (_, id) => {
      const free = pitch - 150
      const diameterMm = 130 + (seeds[id * 3] ?? 0) * free
      const slack = (pitch - diameterMm - 20) / 2
      const shift = (i: number): number => ((seeds[id * 3 + i] ?? 0.5) * 2 - 1) * slack
      return {
        id,
        xMm: ((id % columns) - (columns - 1) / 2) * pitch + shift(1),
        yMm: (Math.floor(id / columns) - (rows - 1) / 2) * pitch + shift(2),
        diameterMm,
        maxPower: watts(2000),
      }
    })
    return { widthMm: columns * pitch + 20, depthMm: rows * pitch + 20, zones }
  })
