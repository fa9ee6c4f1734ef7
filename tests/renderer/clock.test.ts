import { expect, test } from 'vitest'
import { readEnvironment } from '#renderer/environment.ts'
import { kitchenClocks } from '#renderer/state/clock.ts'
import { parseRoute } from '#renderer/state/screen.ts'
import { fixtures, FROZEN } from './fixtures.ts'

test('the wall runs on by itself, the cook’s clock as much faster as the stove', () => {
  const clocks = kitchenClocks(fixtures.rehearsal.snapshot, 1000, 3000)
  expect(clocks).toEqual({ wall: FROZEN + 2000, cook: FROZEN + 40_000 })
})

test('a snapshot from the future of this page turns no clock back', () => {
  expect(kitchenClocks(fixtures.cold.snapshot, 5000, 4000).wall).toBe(FROZEN)
})

test('the deterministic mode is asked for in the address, and only there', () => {
  expect(readEnvironment('?frozen=1200&tier=flat')).toEqual({ frozen: 1200, tier: 'flat' })
  expect(readEnvironment('')).toEqual({ frozen: null, tier: null })
  expect(readEnvironment('?frozen=&tier=huge')).toEqual({ frozen: null, tier: null })
})

test('an address leads to its screen, any other to the hob', () => {
  expect(parseRoute('#/recipes/onion-soup')).toEqual({ screen: 'recipes', item: 'onion-soup' })
  expect(parseRoute('#/cook')).toEqual({ screen: 'cook', item: null })
  expect(parseRoute('#/nowhere')).toEqual({ screen: 'hob', item: null })
  expect(parseRoute('')).toEqual({ screen: 'hob', item: null })
})
