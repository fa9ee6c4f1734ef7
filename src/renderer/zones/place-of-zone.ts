import type { StoveDescription } from '#core/stove/stove.ts'

/** Names offered for a zone, under `place.<name>`. */
export const PLACES = [
  'front-left',
  'front-right',
  'back-left',
  'back-right',
  'front',
  'back',
  'middle',
  'left',
  'right',
] as const
export type Place = (typeof PLACES)[number]

/** Nearer to the middle than this share of the hob counts as the middle. */
const MIDDLE = 0.08

/** What a zone would be called by where it lies. */
export function placeOf(stove: StoveDescription, id: number): Place {
  const zone = stove.zones.find((each) => each.id === id)
  if (zone === undefined) return 'middle'
  const x = zone.xMm / stove.widthMm
  const y = zone.yMm / stove.depthMm
  const side = Math.abs(x) < MIDDLE ? null : x < 0 ? 'left' : 'right'
  const depth = Math.abs(y) < MIDDLE ? null : y < 0 ? 'front' : 'back'
  if (side === null) return depth ?? 'middle'
  return depth === null ? side : `${depth}-${side}`
}
