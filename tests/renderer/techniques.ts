/// <reference types="vite/client" />
import { parseTechnique } from '#core/technique/parse.ts'
import type { Technique } from '#core/technique/technique.ts'

const files = import.meta.glob<unknown>('../../resources/techniques/*.json', {
  eager: true,
  import: 'default',
})

/** The techniques that ship with the kitchen, read as the kitchen reads them. */
export const shippedTechniques: readonly Technique[] = Object.values(files).map((file) => {
  const parsed = parseTechnique(JSON.stringify(file))
  if (parsed.kind !== 'technique')
    throw new Error(`a shipped technique cannot be read: ${JSON.stringify(parsed)}`)
  return parsed.technique
})

export function technique(id: string): Technique {
  const found = shippedTechniques.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no shipped technique ${id}`)
  return found
}
