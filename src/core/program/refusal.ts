/**
 * Why a technique cannot be done as it was wanted, or needs a word about it. Texts stand in the locales under
 * `program.refused.<code>`, with the figures.
 */
export const PROGRAM_REFUSALS = [
  'technique-unknown', // {technique}
  'phase-unknown', // {technique, phase}
  'not-offered', // the technique leaves no such choice: {choice}
  'out-of-range', // {choice, value, least, most}
  'food-needed', // this technique cannot be reckoned without the food
  'thickness', // no thickness that a piece of food can have: {millimetres, least, most}
  'start-temperature', // {celsius, least, most}
  'mass', // {grams, most}
  'bath-too-cold', // colder than the food, or than its middle shall become: {bath, core}
  'doneness-unknown', // nobody names such a doneness of this food: {kind, doneness}
  'too-hot-for-zone', // the zone cannot be set so hot: {celsius, most}
  'heat-refused', // the supervisor refuses, as under `refusal.<code>`: {code}
  'no-circuit', // the first run is not finished: nothing may heat
  'zone-unknown', // {zone}
  'zone-busy', // a step of the cook runs on this zone
  'no-program', // nothing runs on this zone
  'ready-in-past', // the wanted time is over already
] as const

export type ProgramRefusalCode = (typeof PROGRAM_REFUSALS)[number]

export interface ProgramRefusal {
  readonly kind: 'refused'
  readonly code: ProgramRefusalCode
  readonly figures: Readonly<Record<string, number | string>>
}

export const refuse = (
  code: ProgramRefusalCode,
  figures: ProgramRefusal['figures'] = {},
): ProgramRefusal => ({
  kind: 'refused',
  code,
  figures,
})
