import type { Technique } from '#core/technique/technique.ts'

/** Where a hand looks for a technique, under `technique.group.<name>`; those named nowhere stand under `more`. */
const GROUPS = {
  gentle: ['poach', 'sous-vide', 'steam', 'hold-warm', 'rest'],
  water: ['boil', 'simmer', 'blanch', 'absorb', 'reduce'],
  eggs: ['soft-egg', 'hard-egg', 'poach-egg'],
  pan: ['sear', 'saute', 'sweat', 'caramelise-onions', 'toast-spices'],
  oil: ['shallow-fry', 'deep-fry', 'bloom'],
  sauce: ['roux', 'custard', 'caramel'],
  chocolate: ['temper-dark', 'temper-milk', 'temper-white'],
} as const

export type TechniqueGroup = keyof typeof GROUPS | 'more'

/** The techniques by their groups, in the order of the groups; a group without any is left out. */
export function grouped(
  techniques: readonly Technique[],
): readonly { readonly group: TechniqueGroup; readonly techniques: readonly Technique[] }[] {
  const named: readonly string[] = Object.values(GROUPS).flat()
  const groups = (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => ({
    group,
    techniques: GROUPS[group].flatMap((id) => techniques.find((each) => each.id === id) ?? []),
  }))
  const more = { group: 'more' as const, techniques: techniques.filter(({ id }) => !named.includes(id)) }
  return [...groups, more].filter((each) => each.techniques.length > 0)
}
