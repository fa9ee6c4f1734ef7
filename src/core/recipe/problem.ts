/**
 * What can be wrong with a recipe file. The texts stand in the locales under `recipe.problem.<code>`; `path` says
 * where (`steps[2].until.celsius`), `figures` what was found and what would fit.
 */
export const RECIPE_PROBLEM_CODES = [
  'too-large', // more text than a recipe may have: {characters, most}
  'not-json', // not JSON at all
  'not-a-recipe', // JSON, but nothing of a recipe in it
  'wrong-version', // a newer form than this kitchen reads: {version, newest}
  'missing', // a field that must be there is not
  'unknown-field', // a field that no recipe has: a typing error would silently lose what stands in it
  'wrong-type', // text where a number belongs, and so on: {expected, found}
  'out-of-range', // {value, least, most}
  'too-many', // {count, most}
  'too-few', // {count, least}
  'too-long', // text: {characters, most}
  'no-text', // a text in none of the languages the kitchen speaks, or an empty one
  'bad-id', // ids are lower case with dashes
  'duplicate-id', // {id}
  'unknown-choice', // {value, choices}
  'unknown-role', // {id}
  'unknown-ingredient', // {id}
  'role-twice', // one step sets the same role two times: {id}
  'share-over-one', // the steps together use more of an ingredient than there is: {id, share}
  'automatic-without-end', // an automatic step cannot wait for the cook's word
  'doneness-unknown', // nobody names such a doneness of this food: {food, doneness}
  'never-reached', // the step ends at a temperature beyond the one it sets: {celsius, target}
] as const

/** What only a technique's file can have wrong. */
export const TECHNIQUE_PROBLEM_CODES = [
  'not-a-technique', // JSON, but nothing of a technique in it
  'unknown-source', // a figure without a source that is named: {id}
  'no-such-choice', // a figure left to a choice that the technique does not offer: {id}
  'nothing-holds', // a technique that can be held warm has no last phase that does
] as const

export type ProblemCode = (typeof RECIPE_PROBLEM_CODES)[number] | (typeof TECHNIQUE_PROBLEM_CODES)[number]

export interface RecipeProblem {
  readonly path: string
  readonly code: ProblemCode
  readonly figures: Readonly<Record<string, string | number>>
}
