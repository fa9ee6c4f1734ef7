import type { Kinetics } from './kinetics.ts'

const EGG =
  'constants of the model in Di Lorenzo et al. 2025, "Periodic cooking of eggs", Communications Engineering 4'

/** Changes whose speed is known. */
export const CHANGES = {
  /** The yolk sets. */
  'egg-yolk': { a: 2.72e50, ea: 344_300, lowest: 20, highest: 100, source: EGG },
  /** The white sets. */
  'egg-white': { a: 4.85e60, ea: 418_500, lowest: 20, highest: 100, source: EGG },
  /** Beef loses its red: a quarter of the way still looks rare, the last tenth is grey. */
  myoglobin: {
    a: 1.33e42,
    ea: 290_000,
    lowest: 35,
    highest: 95,
    source:
      'Geileskey et al. 1998, Meat Sci. 48, 189-199: loss of soluble myoglobin; constants for beef chuck, 35 to 95 °C',
  },
  /** A dry surface browns: 0 is pale, 1 is burnt; the colour of bread crust. */
  browning: {
    a: 42_000,
    ea: 64_151,
    lowest: 140,
    highest: 250,
    source: 'Zanoni, Peri and Bruno 1995, LWT 28, 604-609: dried crumb on a hot plate, 140 to 250 °C',
  },
} as const satisfies Readonly<Record<string, Kinetics>>
