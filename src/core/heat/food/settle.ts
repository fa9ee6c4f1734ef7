import { BOILING_WEIGHT, dry, type Draft, type Scratch } from './draft.ts'
import { enthalpyAt, temperatureAt } from './slab-tables.ts'
import { VAPORISATION } from './water.ts'

/** Turns the heat that each layer took in into its true temperature, its ice and its steam. */
export function settle(draft: Draft, { before, capacity }: Scratch): void {
  const { food, celsius, water } = draft
  const { freezesAt, boilsAt, tables, composition } = food
  const steamHeat = VAPORISATION * composition.water
  for (let index = 0; index < celsius.length; index++) {
    const was = before[index] ?? 0
    const is = celsius[index] ?? 0
    const given = capacity[index] ?? 0
    const left = water[index] ?? 0
    if (was < freezesAt || is < freezesAt) {
      celsius[index] = temperatureAt(tables, enthalpyAt(tables, was) + given * (is - was))
    } else if (left > 0 && (is > boilsAt || was >= boilsAt)) {
      const own = was >= boilsAt ? given / BOILING_WEIGHT : given
      const heat = given * (is - was) + own * (was - boilsAt)
      const steam = Math.min(left, Math.max(0, heat / steamHeat))
      dry(draft, index, steam)
      celsius[index] = boilsAt + (heat - steam * steamHeat) / own
    }
  }
}
