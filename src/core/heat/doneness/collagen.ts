import { known, NO_SOURCE, type Claim } from './claim.ts'

/** What hours at one temperature do to the collagen of a tough cut. */
export interface Tenderness {
  readonly hours: { readonly least: number; readonly most: number }
  /** dissolved: to gelatin, as far as it goes. tenderer: measurably softer than after one hour, not dissolved. */
  readonly outcome: 'dissolved' | 'tenderer'
}

/**
 * Hours for tough beef, only at the temperatures that were measured: around 80 °C (Davey, Niederer and Graafhuis
 * 1976) and 55 to 60 °C (Bouton and Harris 1981), both as reviewed in Baldwin 2012. Between them the speed grows with
 * the temperature, but nobody gives a rate that the kitchen could stand behind.
 */
export function tenderness(celsius: number): Claim<Tenderness> {
  if (celsius >= 78 && celsius <= 82) {
    return known(
      { hours: { least: 12, most: 24 }, outcome: 'dissolved' },
      'Davey et al. 1976, J. Sci. Food Agric. 27, in Baldwin 2012, Int. J. Gastronomy and Food Science 1',
    )
  }
  if (celsius >= 55 && celsius <= 60) {
    return known(
      { hours: { least: 24, most: 24 }, outcome: 'tenderer' },
      'Bouton and Harris 1981, J. Food Sci. 46, in Baldwin 2012, Int. J. Gastronomy and Food Science 1',
    )
  }
  return NO_SOURCE
}
