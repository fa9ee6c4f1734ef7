import { CHANGES } from './changes.ts'
import { known, unknown, type Claim } from './claim.ts'
import { progress } from './kinetics.ts'

/** Under this share of its raw water the outermost layer counts as dry. */
const DRY = 0.2

/**
 * How brown a surface is (0 pale, 1 burnt) after `elapsed` seconds: only where it is dry, since water holds it at its
 * boiling point. A dry surface under 140 °C browns too, at a speed that the source does not give.
 */
export function brown(
  before: number,
  surface: { readonly celsius: number; readonly water: number },
  elapsed: number,
): Claim<number> {
  if (surface.water > DRY || surface.celsius <= BOILING) return known(before, CHANGES.browning.source)
  if (surface.celsius < CHANGES.browning.lowest) return unknown('under-range')
  return progress(CHANGES.browning, before, surface.celsius, elapsed)
}

const BOILING = 100
