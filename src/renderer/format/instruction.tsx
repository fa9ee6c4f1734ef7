import type { ReactNode } from 'react'
import { temperatureText, type TemperatureUnit } from './temperature.ts'

/** Numbers with what they count: 20 seconds, 4 mm, two thirds stay words. Temperatures stand in Celsius. */
const FIGURE =
  /(\d+(?:[.,]\d+)?(?:\s?(?:–|-|to|bis)\s?\d+)?\s?°C|\d+(?:[.,]\d+)?(?:\s?(?:–|-|to|bis)\s?\d+)?\s(?:seconds?|minutes?|hours?|Sekunden?|Minuten?|Stunden?|mm|cm|g|ml)\b)/g

/** An instruction with its figures in bold, and its temperatures on the household's scale. */
export function Instruction({
  text,
  unit,
}: {
  readonly text: string
  readonly unit: TemperatureUnit
}): ReactNode {
  // The odd parts are what the pattern caught.
  return text
    .split(FIGURE)
    .map((part, index) =>
      index % 2 === 0 ? (
        part
      ) : (
        <strong key={index}>{part.endsWith('°C') ? onScale(part, unit) : part}</strong>
      ),
    )
}

function onScale(part: string, unit: TemperatureUnit): string {
  if (unit === 'c') return part
  return (
    part.replace(/°C$/, '').replace(/\d+(?:[.,]\d+)?/g, (number) => {
      return String(Number.parseInt(temperatureText(Number(number.replace(',', '.')), 'f'), 10))
    }) + '°F'
  )
}

/** Sense and what it tells: "Listen: a steady hiss." A text without such a beginning is one part without a name. */
export function senseParts(text: string): readonly { readonly sense: string; readonly text: string }[] {
  const parts = text.split(/(?:^|(?<=[.!?])\s+)(?=\p{Lu}\p{Ll}+: )/u).filter((part) => part !== '')
  return parts.map((part) => {
    const cut = /^(\p{Lu}\p{Ll}+): /u.exec(part)
    return cut === null
      ? { sense: '', text: part }
      : {
          sense: cut[1] ?? '',
          text: part.slice(cut[0].length).replace(/^\p{Ll}/u, (first) => first.toUpperCase()),
        }
  })
}
