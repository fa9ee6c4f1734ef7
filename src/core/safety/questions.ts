import { milliseconds } from '../units/quantities.ts'
import type { ZoneId } from '../stove/stove.ts'
import type { HeatRequest } from './request.ts'
import type { HeatQuestion } from './view.ts'

/** Law 6: what others ask stands on the display for half a minute, as long as a touch lives. */
const QUESTION_LIVES = 30_000
/** More than this nobody reads; the oldest goes. */
const MOST = 12

/** One question for each asker and zone: asking again replaces what was asked before. */
export function ask(
  questions: readonly HeatQuestion[],
  id: number,
  request: HeatRequest,
  at: number,
): readonly HeatQuestion[] {
  const others = questions.filter(
    (question) =>
      question.request.zone !== request.zone ||
      question.request.by !== request.by ||
      question.request.origin !== request.origin,
  )
  const asked: HeatQuestion = {
    id,
    request,
    askedAt: milliseconds(at),
    expiresAt: milliseconds(at + QUESTION_LIVES),
  }
  return [...others, asked].slice(-MOST)
}

export function expire(questions: readonly HeatQuestion[], at: number): readonly HeatQuestion[] {
  return questions.every((question) => question.expiresAt > at)
    ? questions
    : questions.filter((question) => question.expiresAt > at)
}

/** After STOP nothing that was asked before may start heat by a late tap. */
export function withdraw(questions: readonly HeatQuestion[], zone: ZoneId | null): readonly HeatQuestion[] {
  return zone === null ? [] : questions.filter((question) => question.request.zone !== zone)
}
