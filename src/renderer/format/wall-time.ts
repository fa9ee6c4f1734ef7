/** English as it is written in Britain: day before month, 24 hours. */
const locale = (language: string): string => (language === 'de' ? 'de-DE' : 'en-GB')

export const clockTime = (wall: number, language: string): string =>
  new Intl.DateTimeFormat(locale(language), { hour: '2-digit', minute: '2-digit' }).format(wall)

export const dayAndTime = (wall: number, language: string): string =>
  new Intl.DateTimeFormat(locale(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).format(wall)

export const decimal = (value: number, digits: number, language: string): string =>
  new Intl.NumberFormat(locale(language), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value)
