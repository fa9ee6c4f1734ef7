import type { Technique } from '#core/technique/technique.ts'
import { useAnswer } from '../state/use-answer.ts'

/** Every technique that the kitchen knows. */
export const useTechniques = () => useAnswer((client) => client.technique.list(), 'techniques')

/** One of them; null until it is there. */
export function useTechnique(id: string): Technique | null {
  const { answer } = useTechniques()
  return answer.kind === 'ready' ? (answer.value.find((each) => each.id === id) ?? null) : null
}
