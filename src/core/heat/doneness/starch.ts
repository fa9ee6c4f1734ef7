import { known, NO_SOURCE, unknown, type Claim } from './claim.ts'

export type StarchState = 'raw' | 'gelatinising' | 'gelatinised'

const SOURCE =
  'differential scanning calorimetry of 11 rice varieties in excess water: onset 56.4 to 71.1, end 68.8 to 82.0 °C'

/**
 * Rice starch in plenty of water at the hottest that it has been, in °C: raw below the earliest onset, done above the
 * latest end, in between it depends on the variety. Other starches, and dough short of water: no source.
 */
export function starchState(
  starch: 'rice' | 'other',
  hottest: number,
  waterShare: number,
): Claim<StarchState> {
  if (starch !== 'rice' || waterShare < ENOUGH) return NO_SOURCE
  if (hottest > HOTTEST) return unknown('over-range')
  if (hottest < 56.4) return known('raw', SOURCE)
  return known(hottest < 82 ? 'gelatinising' : 'gelatinised', SOURCE)
}

/** The samples were two thirds water by mass; with less, starch melts higher. */
const ENOUGH = 0.65
/** Under pressure or dry, °C. */
const HOTTEST = 120
