import { describe, expect, test } from 'vitest'
import { bandsOf } from '#core/program/goal.ts'
import { crossings, place, scaleOf } from '#renderer/programs/section-geometry.ts'
import { possible } from '#renderer/programs/program-change.tsx'
import { choiceRows, stepped } from '#renderer/programs/choice-rows.ts'
import { grouped } from '#renderer/programs/technique-groups.ts'
import { shippedTechniques, technique } from '../techniques.ts'

describe('the section through the food', () => {
  test('finds where the cut crosses a temperature, from both faces', () => {
    expect(crossings([60, 20, 60], 40)).toEqual([0.25, 0.75])
    expect(crossings([60, 50, 60], 40)).toEqual([])
  })

  test('reads its middle, its goal and every named band on one scale', () => {
    const scale = scaleOf(5, 46, bandsOf('fatty-fish'))
    for (const mark of [5, 42, 46, 63]) {
      expect(place(scale, mark)).toBeGreaterThan(0)
      expect(place(scale, mark)).toBeLessThan(1)
    }
  })
})

describe('choices', () => {
  test('stop at what the technique allows', () => {
    const row = choiceRows(technique('soft-egg'), { minutes: 7 }, { minutes: 7 }, 'c')[0]
    expect(row === undefined ? null : [stepped(row, 1), stepped(row, -1)]).toEqual([7, 6.5])
  })

  test('leave a bath that has become too cold for its goal to the kitchen', () => {
    const food = { kind: 'beef', shape: 'slab', thicknessMm: 30, startCelsius: 5 } as const
    const sousVide = technique('sous-vide')
    expect(possible(sousVide, { food, celsius: 56, core: 60 })).toEqual({ food, core: 60 })
    expect(possible(sousVide, { food, celsius: 62, core: 60 })).toEqual({ food, celsius: 62, core: 60 })
  })
})

test('every technique stands in exactly one group, and none but by its own name', () => {
  const shown = grouped(shippedTechniques).flatMap(({ techniques }) => techniques.map(({ id }) => id))
  expect(shown.toSorted()).toEqual(shippedTechniques.map(({ id }) => id).toSorted())
  expect(grouped(shippedTechniques).map(({ group }) => group)).not.toContain('more')
})
