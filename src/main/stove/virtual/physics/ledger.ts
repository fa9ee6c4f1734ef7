/**
 * Where every joule went. Enthalpies count from 0 C. Always: electric + moved = stored + electronics + air +
 * below + steam, which the tests hold the physics to.
 */
export class Ledger {
  /** Drawn from the mains. */
  electric = 0
  /** Brought by pans and food set down, less what was carried away. */
  moved = 0
  /** Lost in the inverter, carried off by its fan. */
  electronics = 0
  /** Convection and radiation to the kitchen. */
  air = 0
  /** From coils and glass to the space under the hob. */
  below = 0
  /** Carried off by vapour, its sensible heat included. */
  steam = 0

  /** What must be stored now, J. */
  expected(): number {
    return this.electric + this.moved - this.electronics - this.air - this.below - this.steam
  }
}
