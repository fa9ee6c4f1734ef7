import { Hob } from '#main/stove/virtual/physics/hob.ts'
import type { PanName } from '#main/stove/virtual/physics/pans.ts'
import type { Vessel } from '#main/stove/virtual/physics/vessel.ts'
import type { Zone } from '#main/stove/virtual/physics/zone.ts'

/** A hob with one pan on one zone. */
export interface Stage {
  readonly hob: Hob
  readonly zone: Zone
  readonly pan: Vessel
}

export function stage(seed: number, pan: PanName, at = 0, temperature?: number): Stage {
  const hob = new Hob({ seed, zones: 4, altitude: 0 })
  const vessel = hob.put(at, pan, temperature)
  const zone = hob.zones[at]
  if (zone === undefined) throw new RangeError(`no zone ${at}`)
  return { hob, zone, pan: vessel }
}

/** Steps until `done`, and tells how many seconds that took; a test fails by itself when it takes too long. */
export function secondsUntil(hob: Hob, done: () => boolean, most: number): number {
  const start = hob.time
  while (!done()) {
    if (hob.time - start > most) throw new Error(`still not so after ${most} s of physics`)
    hob.step()
  }
  return hob.time - start
}

export function centre(pan: Vessel): number {
  return pan.plate.temperature[pan.plate.cellAt(0, 0)] ?? Number.NaN
}

/** Mean over the ring of cells between two shares of the radius. */
export function meanOnRing(pan: Vessel, from: number, to: number): number {
  const { plate } = pan
  const cells = Array.from(plate.x.keys()).filter((cell) => {
    const share = Math.hypot(plate.x[cell] ?? 0, plate.y[cell] ?? 0) / plate.radius
    return share >= from && share < to
  })
  return cells.reduce((sum, cell) => sum + (plate.temperature[cell] ?? 0), 0) / cells.length
}
