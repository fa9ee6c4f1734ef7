import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '../../../../shared/data/heat')

/** Whether published tables to compare with lie beside this checkout. They are not part of the project. */
export const hasReference = existsSync(FOLDER)
export const WITHOUT = 'skipped where ../shared/data/heat is absent'

/** Rows of a table of numbers and words, without its head. */
export function reference(name: string): readonly (readonly string[])[] {
  const lines = readFileSync(join(FOLDER, name), 'utf8').trim().split(/\r?\n/)
  return lines.slice(1).map((line) => line.split(','))
}
