/** How water moves, in words; the kitchen's own scale of vigour, docs/control.md. */
export const VIGOURS = [
  { word: 'bare', vigour: 0.1 },
  { word: 'gentle', vigour: 0.3 },
  { word: 'lively', vigour: 0.6 },
  { word: 'rolling', vigour: 1 },
] as const
export type VigourWord = (typeof VIGOURS)[number]['word']

/** The nearest word, under `zone.vigour.<word>`. */
export function vigourWord(vigour: number): VigourWord {
  const far = (of: number): number => Math.abs(of - vigour)
  return VIGOURS.reduce((best, each) => (far(each.vigour) < far(best.vigour) ? each : best)).word
}
