/**
 * A recipe's text travels in parts: one message of two million characters would hold the kitchen's thread for longer
 * than a STOP behind it may wait.
 */
export interface RecipePart {
  readonly text: string
  /** Which part this is, from 0, of how many. */
  readonly part: { readonly index: number; readonly of: number }
}

/** Characters in one part at most. */
export const RECIPE_PART = 65_536
/** Parts of the longest text that is read, 2,000,000 characters. */
export const MOST_RECIPE_PARTS = Math.ceil(2_000_000 / RECIPE_PART)

/** The parts of a text in order; each is to be sent when the one before has been answered. */
export function recipeParts(text: string): readonly RecipePart[] {
  const of = Math.max(1, Math.ceil(text.length / RECIPE_PART))
  return Array.from({ length: of }, (_, index) => ({
    text: text.slice(index * RECIPE_PART, (index + 1) * RECIPE_PART),
    part: { index, of },
  }))
}
