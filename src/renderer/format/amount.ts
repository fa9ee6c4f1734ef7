import type { TFunction } from 'i18next'
import type { Amount } from '#core/recipe/recipe.ts'
import { type DisplaySettings, showAmount } from '#core/units/display.ts'
import type { Settings } from '#contract/settings.ts'

export const displayOf = (settings: Settings): DisplaySettings => ({
  locale: settings.language,
  temperature: settings.temperature,
  mass: settings.mass,
})

/** Units that are words have a text and a plural; the others are their own symbol. */
const SYMBOLS: ReadonlySet<string> = new Set(['g', 'kg', 'oz', 'lb', 'ml', 'l'])

/** 320 g, 2 cloves, 10½ oz; nothing where it is to taste, and for whole things only their number. */
export function amountText(amount: Amount | null, display: DisplaySettings, t: TFunction): string {
  if (amount === null) return ''
  const { number, unit, count } = showAmount(amount, display)
  if (unit === 'piece') return number
  return `${number} ${SYMBOLS.has(unit) ? unit : t(`unit.${unit}`, { count })}`
}
