/** Bounds of what a recipe file may hold: far beyond any real recipe, near enough that nothing can choke on it. */
export const LIMITS = {
  /** Characters in the file. */
  characters: 2_000_000,
  ingredients: 10_000,
  steps: 1_000,
  equipment: 200,
  /** As many as a stove may have (MAX_ZONES). */
  roles: 6,
  /** Ingredients that one step may use. */
  uses: 10_000,
  idCharacters: 80,
  titleCharacters: 200,
  textCharacters: 6_000,
  servings: { least: 0.25, most: 100 },
  /** A week, for a stock or a ferment, in seconds. */
  total: { least: 1, most: 604_800 },
  /** Greatest amount of an ingredient in its own unit. */
  amount: 1_000_000,
  /** What a zone may be asked for, degrees Celsius. */
  celsius: { least: 30, most: 300 },
  /** What the middle of food may be asked to reach: nothing is done at less, nothing with water in it gets hotter. */
  core: { least: 20, most: 100 },
  /** Problems told at once: the rest would not be read. */
  problems: 100,
} as const
