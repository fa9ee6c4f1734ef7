import { holdTime, HOLD_SOURCE } from '#core/heat/lethality/hold.ts'
import { lethality, lethalityAbove } from '#core/heat/lethality/lethality.ts'
import { pasteurise } from '#core/heat/lethality/pasteurise.ts'
import { parse } from './arguments.ts'
import { heatCoreAnswer } from './heat-core.ts'
import { HOLD_WHY, PASTEURISE_WHY } from './heat-words.ts'
import { answerLines, InputError } from './lines.ts'
import { Question } from './question.ts'

/** °C that a kitchen can ask about; the lower end is absolute zero. */
const TEMPERATURE = { min: -273.15, max: 1000 }

const command =
  (answer: (question: Question) => object) =>
  (args: readonly string[]): Promise<number> => {
    const { values } = parse(args, { table: { type: 'boolean' } })
    return answerLines((line) => answer(new Question(line)), { asTable: values.table === true })
  }

export const heatCore = command(heatCoreAnswer)
export const heatPasteurise = command(pasteuriseAnswer)
export const heatHold = command(holdAnswer)
export const heatLethality = command(lethalityAnswer)

function pasteuriseAnswer(question: Question): object {
  const food = question.oneOf('food', ['meat', 'poultry', 'lean-fish', 'fatty-fish'])
  const thickness = question.number('thickness_mm', { above: 0, max: 1000 }) / 1000
  const start = question.number('start_c', { min: -40, max: 100 })
  const bath = question.number('bath_c', { min: 0, max: 100 })
  if (bath < start) {
    throw new InputError('bath-colder-than-food', `a bath of ${bath} °C does not heat food of ${start} °C`)
  }
  const answer = pasteurise({ food, thickness, start, bath })
  if (answer.kind === 'unknown') return { minutes: null, limited_by: null, why: PASTEURISE_WHY[answer.why] }
  return {
    minutes: Math.ceil(answer.seconds / 6) / 10,
    limited_by: answer.limitedBy,
    why: `${answer.limitedBy} is the last to reach its goal in the middle; the whole heating counts (Baldwin's model)`,
  }
}

function holdAnswer(question: Question): object {
  const product = question.oneOf('product', ['beef', 'chicken', 'turkey'])
  const asksFat = product !== 'beef' || question.has('fat_percent')
  const fat = asksFat ? question.number('fat_percent', { min: 0, max: 100 }) : 0
  const celsius = question.number('temperature_c', TEMPERATURE)
  const log10 = question.oneOf('log10', [5, 6.5, 7])
  const answer = holdTime({ product, fat, celsius, log10 })
  return answer.kind === 'hold'
    ? { hold_s: answer.seconds, source: HOLD_SOURCE, why: HOLD_WHY.printed }
    : { hold_s: null, source: HOLD_SOURCE, why: HOLD_WHY[answer.why] }
}

function lethalityAnswer(question: Question): object {
  const profile = question.pairs('profile', { min: -1e9, max: 1e9 }, TEMPERATURE)
  const rate = {
    d: question.number('d_ref_min', { above: 0 }),
    reference: question.number('t_ref_c', TEMPERATURE),
    z: question.number('z_c', { above: 0 }),
  }
  const falling = profile.findIndex(([seconds], index) => seconds < (profile[index - 1]?.[0] ?? -Infinity))
  if (falling !== -1) {
    throw new InputError('time-runs-back', `profile[${falling}] is earlier than the point before it`)
  }
  const log10 = lethality(rate, profile)
  if (!Number.isFinite(log10)) {
    throw new InputError('out-of-range', 'the lethality is beyond what a number can hold')
  }
  return { log10, log10_at_55_c_and_over: lethalityAbove(rate, profile) }
}
