/** The tokens of the style sheets, as a canvas wants them. */
export interface Ink {
  readonly rem: number
  readonly font: string
  readonly paper: string
  readonly mute: string
  readonly line: string
  readonly danger: string
  readonly copper: string
  /** Lines of the zones; told apart by their dashes too. */
  readonly lines: readonly string[]
  readonly wash: readonly string[]
  readonly dashes: readonly (readonly number[])[]
}

export function inkOf(element: Element): Ink {
  const style = getComputedStyle(element)
  const token = (name: string): string => style.getPropertyValue(name).trim()
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const text = Number.parseFloat(token('--text')) || 1
  const lines = [
    token('--ember'),
    token('--aqua'),
    token('--paper'),
    token('--copper'),
    token('--mute'),
    token('--danger'),
  ]
  return {
    rem,
    font: `${Math.round(rem * text)}px ${token('--sans')}`,
    paper: token('--paper'),
    mute: token('--mute'),
    line: token('--line'),
    danger: token('--danger'),
    copper: token('--copper'),
    lines,
    wash: lines.map((line) => `color-mix(in srgb, ${line} 20%, transparent)`),
    dashes: [[], [10, 4], [3, 4], [14, 4, 3, 4], [6, 6], [2, 6]],
  }
}
