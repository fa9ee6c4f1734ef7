import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Instruction, senseParts } from '#renderer/format/instruction.tsx'
import { fromScale, SETTABLE, temperatureText } from '#renderer/format/temperature.ts'
import { shippedRecipes } from './recipes.ts'

const html = (text: string, unit: 'c' | 'f' = 'c'): string =>
  renderToStaticMarkup(<Instruction text={text} unit={unit} />)

describe('an instruction', () => {
  test('shows its figures in bold', () => {
    expect(html('Press them for 20 seconds, then rest.')).toBe(
      'Press them for <strong>20 seconds</strong>, then rest.',
    )
    expect(html('In 4 mm dünne Scheiben')).toBe('In <strong>4 mm</strong> dünne Scheiben')
  })

  test('speaks the household’s scale', () => {
    expect(html('about 48 °C at the core')).toBe('about <strong>48 °C</strong> at the core')
    expect(html('about 48 °C at the core', 'f')).toBe('about <strong>118 °F</strong> at the core')
    expect(html('between 60 to 65 °C', 'f')).toBe('between <strong>140 to 149 °F</strong>')
  })

  test('loses no word of any recipe', () => {
    for (const text of shippedRecipes.flatMap((recipe) =>
      recipe.steps.flatMap((step) => Object.values(step.text)),
    )) {
      expect(
        html(text)
          .replaceAll(/<\/?strong>/g, '')
          .replaceAll('&#x27;', "'")
          .replaceAll('&quot;', '"'),
      ).toBe(text)
    }
  })
})

describe('the senses', () => {
  test('come apart by their names', () => {
    expect(senseParts('Listen: a hiss. Look: the edge turns pale.')).toEqual([
      { sense: 'Listen', text: 'A hiss.' },
      { sense: 'Look', text: 'The edge turns pale.' },
    ])
  })

  test('stay whole without one', () => {
    expect(senseParts('It is done when it is done.')).toEqual([
      { sense: '', text: 'It is done when it is done.' },
    ])
  })

  test('lose no letter of any recipe', () => {
    const letters = (text: string): string => text.toLocaleLowerCase().replaceAll(/[^\p{L}\d]/gu, '')
    for (const text of shippedRecipes.flatMap((recipe) =>
      recipe.steps.flatMap((step) => Object.values(step.senses ?? {})),
    )) {
      expect(
        letters(
          senseParts(text)
            .map((part) => part.sense + part.text)
            .join(''),
        ),
      ).toBe(letters(text))
    }
  })
})

test('what may be set fits the contract on both scales', () => {
  for (const unit of ['c', 'f'] as const) {
    expect(fromScale(SETTABLE[unit].min, unit)).toBeGreaterThanOrEqual(30)
    expect(fromScale(SETTABLE[unit].max, unit)).toBeLessThanOrEqual(300)
  }
  expect(temperatureText(181.6, 'c')).toBe('182 °C')
})
