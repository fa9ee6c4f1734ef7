import { readdirSync, readFileSync } from 'node:fs'
import { parseTechnique } from '#core/technique/parse.ts'
import type { Technique } from '#core/technique/technique.ts'

const FOLDER = new URL('../../../resources/techniques/', import.meta.url)

export const TECHNIQUE_FILES: readonly string[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .toSorted()

export const techniqueText = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8')

/** A shipped technique; a file that does not parse fails the test that asks for it. */
export function technique(id: string): Technique {
  const parsed = parseTechnique(techniqueText(`${id}.json`))
  if (parsed.kind === 'invalid') throw new Error(`${id}: ${JSON.stringify(parsed.problems)}`)
  return parsed.technique
}

export const TECHNIQUES: readonly Technique[] = TECHNIQUE_FILES.map((name) =>
  technique(name.replace(/\.json$/, '')),
)

export const SHIPPED: ReadonlyMap<string, Technique> = new Map(TECHNIQUES.map((each) => [each.id, each]))
