import type { Text } from '#core/recipe/recipe.ts'

/** A recipe's text in the language of the glass, or in the one it has. */
export function spoken(text: Text | undefined, language: string): string {
  if (text === undefined) return ''
  return (language === 'de' ? text.de : text.en) ?? text.en ?? text.de ?? ''
}
