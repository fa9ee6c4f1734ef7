import { BOILING_WEIGHT, dry, type Draft, type Scratch } from './draft.ts'
import { enthalpyAt, temperatureAt } from './slab-tables.ts'
import { VAPORISATION } from './water.ts'

/** Turns the heat that each layer took in into its true temperature, its ice and its steam. */
export function settle(draft: Draft, { before, capacity, boils }: Scratch): void {
  const { food, celsius, water } = draft
  const { freezesAt, boilsAt, tables, composition } = food
  const steamHeat = VAPORISATION * composition.water
  for (let index = 0; index < celsius.length; index++) {
    const was = before[index] ?? 0
    const given = capacity[index] ?? 0
    const own = boils[index] === 1 ? given / BOILING_WEIGHT : given
    const taken = given * ((celsius[index] ?? 0) - was)
    let is = was + taken / own
    if (was < freezesAt || is < freezesAt) is = temperatureAt(tables, enthalpyAt(tables, was) + taken)
    const left = water[index] ?? 0
    if (left > 0 && is > boilsAt) {
      const steam = Math.min(left, ((is - boilsAt) * own) / steamHeat)
      dry(draft, index, steam)
      is -= (steam * steamHeat) / own
    }
    celsius[index] = is
  }
}
