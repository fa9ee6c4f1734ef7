import { describe, expect, test } from 'vitest'
import { project } from '../../../src/renderer/hologram/framing.ts'
import { angleFrom, GRIP_PX, hitAt } from '../../../src/renderer/hologram/hit.ts'
import { layOut } from '../../../src/renderer/hologram/layout.ts'
import { ringOf } from '../../../src/renderer/hologram/vessel.ts'
import { STOVES } from './harness/synthetic.ts'

const stove = STOVES.four
const { framing } = layOut({
  stove,
  room: { left: 500, top: 64, right: 1280, bottom: 640 },
  reading: { width: 160, height: 78 },
  bubble: { width: 200, height: 66 },
  steps: new Set(),
  stepRoom: false,
  gap: 12,
  plan: false,
})

describe('a finger on the glass', () => {
  test.each(stove.zones)('finds the middle of zone $id', (zone) => {
    const hit = hitAt(framing, stove, project(framing, { x: zone.xMm, y: zone.yMm, h: 0 }))
    expect(hit).toMatchObject({ zone: zone.id, part: 'disc' })
  })

  test.each(stove.zones)('has 60 px to grip the ring of zone $id where no neighbour is nearer', (zone) => {
    const { radius } = ringOf(zone, stove)
    const outwards = zone.xMm < 0 ? Math.PI : 0
    const on = project(framing, { x: zone.xMm + radius * Math.cos(outwards), y: zone.yMm, h: 0 })
    for (const away of [-GRIP_PX + 1, 0, GRIP_PX - 1]) {
      const hit = hitAt(framing, stove, { x: on.x + away, y: on.y })
      expect(hit).toMatchObject({ zone: zone.id, part: 'ring' })
    }
  })

  test('finds nothing off the hob', () => {
    expect(hitAt(framing, stove, { x: 510, y: 70 })).toBeNull()
  })

  test('tells its direction from the zone it holds, wherever it is', () => {
    const [zone] = stove.zones
    if (zone === undefined) throw new Error('a stove without zones')
    const pixel = project(framing, { x: zone.xMm, y: zone.yMm + 300, h: 0 })
    expect(angleFrom(framing, stove, zone.id, pixel)).toBeCloseTo(Math.PI / 2)
    expect(angleFrom(framing, stove, 99, pixel)).toBeNull()
  })
})
