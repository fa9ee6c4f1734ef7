import type { Choices } from '#core/program/choices.ts'
import { planReadyBy, readyPhase, type ReadyBy } from '#core/program/outlook.ts'
import { startPanFood } from '#core/program/pan-food.ts'
import { planProgram, type ProgramPlan } from '#core/program/plan.ts'
import type { ProgramRefusal } from '#core/program/refusal.ts'
import { spanLater, type Span, type ZoneNow } from '#core/program/span.ts'
import type { Technique } from '#core/technique/technique.ts'

/** What a technique would do with these choices, before anything heats. */
export interface Outline {
  readonly kind: 'outline'
  readonly plan: ProgramPlan
  /** Of each phase; null where only the pan or the cook can tell. */
  readonly spans: readonly (Span | null)[]
  /** Seconds of all that can be told up to the end; null when the cook's word is part of it. */
  readonly cooking: Span | null
  readonly readyBy: ReadyBy | null
}

/** The kitchen plans by itself and is asked again at the start; this is the same reckoning for the eyes. */
export function outlineOf(
  technique: Technique,
  choices: Choices,
  now: ZoneNow,
  at: number,
): Outline | ProgramRefusal {
  const planning = planProgram(technique, choices)
  if (planning.kind === 'refused') return planning
  const { plan } = planning
  const food = plan.choices.food === null ? null : startPanFood(plan.choices.food, now.boilsAt, at / 1000)
  const spans = plan.phases.map((phase, index) => spanLater(phase, technique.phases[index], now, food))
  const upTo = plan.phases.slice(0, readyPhase(plan) + 1)
  const byWord =
    upTo.length === 0 || upTo.some(({ until }) => until.kind === 'cook' || until.kind === 'weight')
  return {
    kind: 'outline',
    plan,
    spans,
    cooking: byWord ? null : sumOf(spans.slice(0, upTo.length)),
    readyBy: choices.readyAt === undefined ? null : planReadyBy(plan, choices.readyAt, at, now, food),
  }
}

/** What nobody can tell, as how long a pan warms, is left out and said beside it. */
function sumOf(spans: readonly (Span | null)[]): Span | null {
  const told = spans.filter((span) => span !== null)
  if (told.length === 0) return null
  const sum = (of: (span: Span) => number): number => told.reduce((all, span) => all + of(span), 0)
  return {
    seconds: sum(({ seconds }) => seconds),
    earliest: sum(({ earliest }) => earliest),
    latest: sum(({ latest }) => latest),
    assumes: [...new Set(told.flatMap(({ assumes }) => assumes))],
  }
}
