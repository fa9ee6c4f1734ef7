import {
  NO_TEMPERATURE,
  type StoveDescription,
  type ThermalFrame,
  type ZoneDescription,
} from '../stove/stove.ts'
import type { Observation } from './estimate.ts'

/** Pixels along each side of the part that is cut out: finer than any camera this port carries. */
const SIDE = 16

/** The part of a thermal picture that lies over a zone's disc, as an estimator takes it. Nearest pixels. */
export function zonePicture(
  frame: ThermalFrame,
  hob: Pick<StoveDescription, 'widthMm' | 'depthMm'>,
  zone: Pick<ZoneDescription, 'xMm' | 'yMm' | 'diameterMm'>,
): NonNullable<Observation['camera']> {
  const tenths = new Int16Array(SIDE * SIDE)
  for (let cell = 0; cell < tenths.length; cell++) {
    const across = ((cell % SIDE) + 0.5) / SIDE - 0.5
    const down = (Math.floor(cell / SIDE) + 0.5) / SIDE - 0.5
    const x = zone.xMm + across * zone.diameterMm
    // Row 0 is the back, and y points to the back.
    const y = zone.yMm - down * zone.diameterMm
    const column = Math.floor((x / hob.widthMm + 0.5) * frame.columns)
    const row = Math.floor((0.5 - y / hob.depthMm) * frame.rows)
    const inside = column >= 0 && column < frame.columns && row >= 0 && row < frame.rows
    tenths[cell] = inside ? (frame.tenths[row * frame.columns + column] ?? NO_TEMPERATURE) : NO_TEMPERATURE
  }
  return { side: SIDE, tenths }
}
