import { readFileSync } from 'node:fs'

/** The rows of the table under a heading of docs/link-protocol.md, cell by cell, without the backticks. */
export function documentTable(heading: string): readonly (readonly string[])[] {
  const text = readFileSync(new URL('../../../../docs/link-protocol.md', import.meta.url), 'utf8')
  const section = text.split(/^#+ /m).find((part) => part.startsWith(`${heading}\n`))
  if (section === undefined) throw new Error(`docs/link-protocol.md has no "${heading}"`)
  const lines = section.split('\n').filter((line) => line.startsWith('|'))
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')),
  )
}

export function hex(text: string): Buffer {
  return Buffer.from(text.replaceAll(' ', ''), 'hex')
}
