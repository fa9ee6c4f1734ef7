import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Techniques } from '#core/program/of-step.ts'
import { parseTechnique } from '#core/technique/parse.ts'
import { packageFolder } from '#main/package-folder.ts'

const SHIPPED = join(packageFolder, 'resources/techniques')

/** The techniques that come with the kitchen, by id. A file that is none is a fault of ours, and said so. */
export function shippedTechniques(folder: string = SHIPPED): Techniques {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return new Map(
    files.toSorted().map((name) => {
      const parsed = parseTechnique(readFileSync(join(folder, name), 'utf8'))
      if (parsed.kind === 'invalid') {
        const [problem] = parsed.problems
        throw new Error(
          `the shipped technique ${name} is not one: ${problem?.path ?? ''} ${problem?.code ?? ''}`,
        )
      }
      return [parsed.technique.id, parsed.technique]
    }),
  )
}
