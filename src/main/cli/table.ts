/** Least width of a column, characters. */
const LEAST = 12

/**
 * Lays answers out as a table for people, row by row as they come; the head is written again when the columns
 * change. Lists of equal length in one answer become rows; single values stand in the first of them.
 */
export function table(): (answer: object) => string {
  let head = ''
  return (answer) => {
    const columns = Object.entries(flat(answer))
    const rows = Math.max(1, ...columns.map(([, value]) => (Array.isArray(value) ? value.length : 1)))
    const cell = (text: string, key: string): string => text.padEnd(Math.max(LEAST, key.length))
    const title = columns
      .map(([key]) => cell(key, key))
      .join('  ')
      .trimEnd()
    let text = title === head ? '' : `${head === '' ? '' : '\n'}${title}\n`
    head = title
    for (let row = 0; row < rows; row++) {
      const cells = columns.map(([key, value]) => {
        const shown: unknown = Array.isArray(value) ? value[row] : row === 0 ? value : undefined
        return cell(show(shown), key)
      })
      text += `${cells.join('  ').trimEnd()}\n`
    }
    return text
  }
}

const flat = (answer: object): object =>
  'error' in answer && typeof answer.error === 'object' && answer.error !== null ? answer.error : answer

function show(value: unknown): string {
  if (value === undefined) return ''
  if (value === null) return '-'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
