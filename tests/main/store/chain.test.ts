import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, firstLink, nextLink, wellFormed } from '../../../src/main/store/chain.ts'

describe('a canonical text', () => {
  test('does not depend on the order in which fields were written', () => {
    expect(canonical({ b: 1, a: 'x' })).toBe(canonical({ a: 'x', b: 1 }))
    expect(canonical({ b: 1, a: 'x' })).toBe('{"a":"x","b":1}')
  })

  test('is JSON that says what the value said', () => {
    const value = fc.dictionary(
      fc.string({ unit: 'grapheme' }),
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
      ),
      { noNullPrototype: true },
    )
    fc.assert(
      fc.property(value, (given) => {
        const cleaned = Object.fromEntries(
          Object.entries(given).map(([key, field]) => [
            wellFormed(key),
            typeof field === 'string' ? wellFormed(field) : Object.is(field, -0) ? 0 : field,
          ]),
        )
        expect(JSON.parse(canonical(given))).toEqual(cleaned)
      }),
    )
  })

  test('writes what is no finite number as null', () => {
    expect(canonical([Number.NaN, Number.POSITIVE_INFINITY])).toBe('[null,null]')
  })
})

test('a link depends on its text and on everything before it', () => {
  const first = firstLink('seed')
  expect(nextLink(first, 'a').equals(nextLink(first, 'a'))).toBe(true)
  expect(nextLink(first, 'a').equals(nextLink(first, 'b'))).toBe(false)
  expect(nextLink(nextLink(first, 'a'), 'c').equals(nextLink(nextLink(first, 'b'), 'c'))).toBe(false)
})

test('the chain is plain SHA-256, so that anybody can check it', () => {
  // sha256("seed"), computed with coreutils sha256sum.
  expect(firstLink('seed').toString('hex')).toBe(
    '19b25856e1c150ca834cffc8b59b23adbd0ec0389e58eb22b3b64768098d002b',
  )
})
