import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'

/** The command was written wrongly: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Strict `parseArgs`: an unknown or half-written option is a UsageError, not a stack. */
export function parse<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  allowPositionals = false,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals, strict: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** A number given as an option, within a range; undefined when it was left out. */
export function numberOption(
  name: string,
  text: string | undefined,
  range: { readonly min: number; readonly max: number; readonly whole?: boolean },
): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  const fits = text.trim() !== '' && value >= range.min && value <= range.max
  if (!fits || (range.whole && !Number.isInteger(value))) {
    throw new UsageError(
      `--${name} takes a ${range.whole ? 'whole ' : ''}number from ${range.min} to ${range.max}, not "${text}"`,
    )
  }
  return value
}

/** Writes one answer as a line of JSON. */
export function print(answer: unknown): void {
  process.stdout.write(`${JSON.stringify(answer)}\n`)
}
