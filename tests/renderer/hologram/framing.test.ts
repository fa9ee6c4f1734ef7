import fc from 'fast-check'
import { PerspectiveCamera, Vector3 } from 'three'
import { describe, expect, test } from 'vitest'
import { ELEVATION, fit, type Framing, project, unproject } from '../../../src/renderer/hologram/framing.ts'
import { applyFraming } from '../../../src/renderer/hologram/scene/camera.ts'

const anyFraming: fc.Arbitrary<Framing> = fc.record({
  elevation: fc.constantFrom(ELEVATION, 0.7, 1.2),
  distance: fc.integer({ min: 1200, max: 4000 }),
  scale: fc.double({ min: 0.3, max: 4, noNaN: true }),
  centreX: fc.integer({ min: -200, max: 2000 }),
  centreY: fc.integer({ min: -200, max: 1200 }),
})
const across = fc.integer({ min: -450, max: 450 })

describe('the camera', () => {
  test('finds the point of the glass under every pixel it draws there', () => {
    fc.assert(
      fc.property(anyFraming, across, across, (framing, x, y) => {
        const back = unproject(framing, project(framing, { x, y, h: 0 }))
        expect(back?.x).toBeCloseTo(x, 4)
        expect(back?.y).toBeCloseTo(y, 4)
      }),
    )
  })

  test('does the same in plan', () => {
    const plan = { elevation: Math.PI / 2, distance: Infinity, scale: 1.5, centreX: 400, centreY: 300 }
    expect(project(plan, { x: 10, y: 20, h: 50 })).toEqual({ x: 415, y: 270 })
    expect(unproject(plan, { x: 415, y: 270 })).toEqual({ x: 10, y: 20 })
  })

  test('is the camera that WebGL draws with', () => {
    const camera = new PerspectiveCamera()
    const at = new Vector3()
    fc.assert(
      fc.property(anyFraming, across, across, fc.integer({ min: 0, max: 120 }), (framing, x, y, h) => {
        applyFraming(camera, framing, 1280, 800)
        at.set(x, h, -y).project(camera)
        const pixel = project(framing, { x, y, h })
        expect(((at.x + 1) / 2) * 1280).toBeCloseTo(pixel.x, 2)
        expect(((1 - at.y) / 2) * 800).toBeCloseTo(pixel.y, 2)
      }),
    )
  })

  test('sees nothing of the glass above the horizon', () => {
    const framing = { elevation: 0.2, distance: 1000, scale: 1, centreX: 0, centreY: 0 }
    expect(unproject(framing, { x: 0, y: -5000 })).toBeNull()
  })

  test('fits what it is given into the middle of its room', () => {
    const extent = (framing: Framing) => ({
      left: framing.centreX - 100 * framing.scale,
      right: framing.centreX + 300 * framing.scale,
      top: framing.centreY - 50 * framing.scale,
      bottom: framing.centreY + 50 * framing.scale,
    })
    const room = { left: 10, right: 410, top: 0, bottom: 600 }
    const framing = fit({ elevation: ELEVATION, distance: 1500 }, extent, room)
    expect(framing.scale).toBe(1)
    expect(extent(framing)).toEqual({ left: 10, right: 410, top: 250, bottom: 350 })
  })
})
