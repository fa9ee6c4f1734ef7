import { expect, test } from 'vitest'
import { faultFigures } from '#renderer/format/fault-figures.ts'

test('temperatures of a fault are told in the household’s scale', () => {
  const figures = { celsius: 312, limit: 300 }
  const text = 'Measured {{celsius}}, at most {{limit}}.'
  expect(faultFigures(text, figures, 'c', 'en')).toEqual({ celsius: '312°', limit: '300°' })
  expect(faultFigures(text, figures, 'f', 'en')).toEqual({ celsius: '594°', limit: '572°' })
})

test('a difference is scaled without the offset of the scale, and has no sign', () => {
  expect(faultFigures('{{jump}}', { jump: -40 }, 'f', 'en')).toEqual({ jump: '72°' })
})

test('a time in milliseconds is told in seconds, as the language writes them', () => {
  expect(faultFigures('{{milliseconds}} s', { milliseconds: 2449 }, 'c', 'de')).toEqual({
    milliseconds: '2,4',
  })
})

test('a text whose figure was not measured is not shown at all', () => {
  expect(faultFigures('{{celsius}} for {{seconds}} s', { celsius: 90 }, 'c', 'en')).toBeNull()
})
