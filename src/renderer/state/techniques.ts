import { useMemo } from 'react'
import type { Techniques } from '#core/program/of-step.ts'
import { useAnswer } from './use-answer.ts'

/** The techniques of this kitchen, by id; null until it has told them. */
export function useTechniques(): Techniques | null {
  const { answer } = useAnswer((client) => client.technique.list(), 'techniques')
  const list = answer.kind === 'ready' ? answer.value : null
  return useMemo(() => (list === null ? null : new Map(list.map((each) => [each.id, each]))), [list])
}
