import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_RECIPE_PARTS, RECIPE_PART, recipeParts } from '#contract/recipe-parts.ts'
import type { Screen } from '#main/bridge/screen.ts'
import { RecipeUploads } from '#main/kitchen/recipe-uploads.ts'

const display = (): Screen => ({ id: 'display', name: 'display', role: 'display' })

test('a text arrives as it was sent, however long it is and wherever it is cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(1, 5000, 40_000), (piece, times) => {
      const text = piece.repeat(times).slice(0, MOST_RECIPE_PARTS * RECIPE_PART)
      const uploads = new RecipeUploads()
      const screen = display()
      const parts = recipeParts(text)
      const answers = parts.map((part) => uploads.take(part, screen))
      expect(answers.slice(0, -1).every((answer) => answer.kind === 'unfinished')).toBe(true)
      const last = answers.at(-1)
      expect(last?.kind === 'whole' && last.text.join('') === text).toBe(true)
      expect(parts.every((part) => part.text.length <= RECIPE_PART)).toBe(true)
    }),
    { numRuns: 30 },
  )
})

test('a text with a gap is not put together, and the next one starts afresh', () => {
  const uploads = new RecipeUploads()
  const screen = display()
  const [first, , third] = recipeParts('x'.repeat(RECIPE_PART * 3))
  expect(uploads.take(first!, screen)).toEqual({ kind: 'unfinished' })
  expect(uploads.take(third!, screen)).toEqual({ kind: 'torn' })
  expect(uploads.take({ text: 'whole', part: { index: 0, of: 1 } }, screen)).toEqual({
    kind: 'whole',
    text: ['whole'],
  })
})

test('texts of two screens do not mix', () => {
  const uploads = new RecipeUploads()
  const [one, other] = [display(), display()]
  uploads.take({ text: 'one', part: { index: 0, of: 2 } }, one)
  expect(uploads.take({ text: 'other', part: { index: 1, of: 2 } }, other)).toEqual({ kind: 'torn' })
  expect(uploads.take({ text: ' end', part: { index: 1, of: 2 } }, one)).toEqual({
    kind: 'whole',
    text: ['one', ' end'],
  })
})
