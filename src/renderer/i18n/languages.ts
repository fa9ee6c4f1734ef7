import type { Settings } from '#contract/settings.ts'

/** Each language by its own name, so that everybody finds the way home. */
export const LANGUAGE_NAMES: readonly { readonly value: Settings['language']; readonly text: string }[] = [
  { value: 'en', text: 'English' },
  { value: 'de', text: 'Deutsch' },
]
