import { createInterface } from 'node:readline'
import { once } from 'node:events'
import { table } from './table.ts'

/** A line of the input cannot be answered; the code is stable, the message is for people. */
export class InputError extends Error {
  override readonly name = 'InputError'
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/**
 * Answers questions line by line, in order, as they come: input of any length needs no memory. A line that cannot be
 * answered gets its error in its place and on stderr, the others are still answered. Returns the exit code.
 */
export async function answerLines(
  answer: (line: string) => object,
  { asTable = false, input = process.stdin as NodeJS.ReadableStream } = {},
): Promise<number> {
  const layout = asTable ? table() : (value: object) => `${JSON.stringify(value)}\n`
  let code = 0
  let number = 0
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number += 1
    if (line.trim() === '') continue
    let value: object
    try {
      value = answer(line)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      code = 1
      process.stderr.write(`smarttop: line ${number}: ${error.message}\n`)
      value = { error: { code: error.code, message: error.message } }
    }
    if (!process.stdout.write(layout(value))) await once(process.stdout, 'drain')
  }
  return code
}
